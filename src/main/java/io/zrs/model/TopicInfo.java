package io.zrs.model;

import java.util.List;

/**
 * One topic and the nodes on it.
 *
 * @param name the topic
 * @param publishers nodes that publish on it, in the order of registration
 * @param subscribers nodes that subscribe to it, likewise
 */
public record TopicInfo(TopicName name, List<NodeId> publishers, List<NodeId> subscribers) {
    /** Copies the lists. */
    public TopicInfo {
        publishers = List.copyOf(publishers);
        subscribers = List.copyOf(subscribers);
    }

    /** The nodes on one end. */
    public List<NodeId> nodes(Role role) {
        return role == Role.PUBLISHER ? publishers : subscribers;
    }
}
