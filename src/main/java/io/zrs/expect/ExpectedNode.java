package io.zrs.expect;

import io.zrs.model.TopicName;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Which nodes of one name, or of one form of names, are expected, and what they do. All of them are looked at together.
 *
 * @param name their name
 * @param count how many there are
 * @param publishes the topics that they publish, between them; empty if that does not matter
 * @param subscribes the topics that they subscribe to, likewise
 */
public record ExpectedNode(
        NodePattern name,
        CountRange count,
        Optional<SortedSet<TopicName>> publishes,
        Optional<SortedSet<TopicName>> subscribes) {}
