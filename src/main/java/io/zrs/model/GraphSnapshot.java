package io.zrs.model;

import java.util.List;

/**
 * Who talks to whom at one moment, in the order of first registration.
 *
 * @param nodes every node, those without a topic included
 * @param topics every topic with its publishers and subscribers
 */
public record GraphSnapshot(List<NodeInfo> nodes, List<TopicInfo> topics) {
    /** Copies the lists. */
    public GraphSnapshot {
        nodes = List.copyOf(nodes);
        topics = List.copyOf(topics);
    }
}
