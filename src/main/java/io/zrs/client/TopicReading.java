package io.zrs.client;

import io.zrs.model.TopicStatus;
import java.util.List;

/**
 * The topics in numbers at one moment. Two of them make a rate: the difference of their volumes over that of their stamps.
 *
 * @param topics every topic, in the order of first registration
 * @param stamp the master's monotonic clock when it read them, in nanoseconds
 */
public record TopicReading(List<TopicStatus> topics, long stamp) {
    /** Copies the list. */
    public TopicReading {
        topics = List.copyOf(topics);
    }
}
