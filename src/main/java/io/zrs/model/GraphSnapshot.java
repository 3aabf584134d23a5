package io.zrs.model;

import java.util.List;

/**
 * Who talks to whom at one moment, in the order of first registration.
 *
 * @param topics every topic with its publishers and subscribers
 */
public record GraphSnapshot(List<TopicInfo> topics) {
    /** Copies the list. */
    public GraphSnapshot {
        topics = List.copyOf(topics);
    }
}
