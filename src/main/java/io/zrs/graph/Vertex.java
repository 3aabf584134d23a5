package io.zrs.graph;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Something in a graph that is drawn as one box.
 *
 * @param id what links name it by; the same for the same thing in every graph
 * @param kind what it is
 * @param label what people call it, in one line
 * @param marks what is special about it
 * @param details more about it, line by line, each {@code what: value}
 */
public record Vertex(String id, Kind kind, String label, Set<Mark> marks, List<String> details) {
    /** Copies the collections. */
    public Vertex {
        marks = marks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(marks));
        details = List.copyOf(details);
    }

    /** What a vertex stands for. */
    public enum Kind {
        /** A node. */
        NODE,
        /** A topic. */
        TOPIC,
        /** Nodes of one namespace, drawn as one. */
        NODES,
        /** Topics of one namespace, drawn as one. */
        TOPICS
    }

    /** What stands out. */
    public enum Mark {
        /** A topic that nobody publishes on. */
        NO_PUBLISHER,
        /** A topic that nobody subscribes to. */
        NO_SUBSCRIBER,
        /** A topic whose last message is kept. */
        LATCHED,
        /** Messages are being lost here. */
        LOSING,
        /** A tool's own node. */
        TOOL,
        /** It came since the graph it is compared with. */
        ADDED,
        /** It went since. */
        REMOVED
    }
}
