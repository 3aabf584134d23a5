package io.zrs.registry;

import io.zrs.model.TopicName;

/**
 * How many nodes are on a topic.
 *
 * @param serial its number in the order of first registration, from 1
 * @param topic its name
 * @param publishers how many publish on it
 * @param subscribers how many subscribe to it
 * @param published whether anybody ever published on it
 */
public record RegisteredTopic(long serial, TopicName topic, int publishers, int subscribers, boolean published) {}
