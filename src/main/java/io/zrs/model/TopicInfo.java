package io.zrs.model;

import java.util.List;

/**
 * One topic and the nodes on it.
 *
 * @param name the topic
 * @param publishers nodes that publish on it, in the order of registration; a name twice if two nodes bear it
 * @param subscribers nodes that subscribe to it, likewise
 */
public record TopicInfo(TopicName name, List<NodeName> publishers, List<NodeName> subscribers) {
    /** Copies the lists. */
    public TopicInfo {
        publishers = List.copyOf(publishers);
        subscribers = List.copyOf(subscribers);
    }
}
