package io.zrs.protocol;

import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.util.List;

/**
 * One topic of protocol 1's map, which knows nodes by name only.
 *
 * @param name the topic
 * @param publishers names of nodes that publish on it; one twice if two nodes bear it
 * @param subscribers names of nodes that subscribe to it, likewise
 */
public record MapTopic(TopicName name, List<NodeName> publishers, List<NodeName> subscribers) {
    /** Copies the lists. */
    public MapTopic {
        publishers = List.copyOf(publishers);
        subscribers = List.copyOf(subscribers);
    }
}
