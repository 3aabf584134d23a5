package io.zrs.graph;

import io.zrs.model.TopicName;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One line in a graph, in the direction in which messages go.
 *
 * @param from the id of the vertex where it begins
 * @param to the id of the vertex where it ends; may be the same
 * @param topics what flows along it; where topics are vertices themselves, the one at its end
 * @param flow how much; empty if that was not measured
 * @param marks what is special about it
 */
public record Link(String from, String to, List<TopicName> topics, Optional<Flow> flow, Set<Vertex.Mark> marks) {
    /** Copies the collections. */
    public Link {
        topics = List.copyOf(topics);
        // In the order of the constants, as any other set would differ from run to run.
        marks = marks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(marks));
    }

    /** The same with one mark more. */
    public Link with(Vertex.Mark mark) {
        EnumSet<Vertex.Mark> all = EnumSet.of(mark);
        all.addAll(marks);
        return new Link(from, to, topics, flow, all);
    }
}
