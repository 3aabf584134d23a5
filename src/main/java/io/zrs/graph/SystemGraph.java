package io.zrs.graph;

import io.zrs.model.GraphSnapshot;
import io.zrs.model.TopicName;
import java.util.Set;

/**
 * A system as its master tells it: who talks to whom, and what a snapshot alone does not say.
 *
 * @param snapshot nodes, topics and who is on them
 * @param latched topics whose last message is kept
 * @param untold topics of which the master does not tell who publishes, as an original one does not where nobody subscribes
 * @param flows how much passes, where that was measured
 */
public record SystemGraph(GraphSnapshot snapshot, Set<TopicName> latched, Set<TopicName> untold, Flows flows) {
    /** Copies the sets. */
    public SystemGraph {
        latched = Set.copyOf(latched);
        untold = Set.copyOf(untold);
    }

    /** A snapshot alone. */
    public static SystemGraph of(GraphSnapshot snapshot) {
        return new SystemGraph(snapshot, Set.of(), Set.of(), Flows.NONE);
    }
}
