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

    /** The node's or topic's own name, without what the label adds to tell it from others; of a group, its namespace. */
    public String name() {
        return Ids.name(id);
    }

    /** Whether it stands for topics. */
    public boolean isTopic() {
        return kind == Kind.TOPIC || kind == Kind.TOPICS;
    }

    /** Whether it has the mark. */
    public boolean is(Mark mark) {
        return marks.contains(mark);
    }

    /** The same node by another name, as the {@code place}th of that name, from 1 on. */
    public Vertex called(String name, int place) {
        return new Vertex(Ids.node(name, place), kind, label, marks, details);
    }

    /** The same with one mark more. */
    public Vertex with(Mark mark) {
        EnumSet<Mark> all = EnumSet.of(mark);
        all.addAll(marks);
        return new Vertex(id, kind, label, all, details);
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
        NO_PUBLISHER("no publisher"),
        /** A topic that nobody subscribes to. */
        NO_SUBSCRIBER("no subscriber"),
        /** A topic whose last message is kept. */
        LATCHED("latched"),
        /** Messages are being lost here. */
        LOSING("losing"),
        /** A tool's own node. */
        TOOL("tool"),
        /** It came since the graph it is compared with. */
        ADDED("added"),
        /** It went since. */
        REMOVED("removed");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        /** What it is called in a picture. */
        public String word() {
            return word;
        }
    }
}
