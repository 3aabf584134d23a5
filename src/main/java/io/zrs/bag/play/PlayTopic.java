package io.zrs.bag.play;

import io.zrs.model.TopicName;

/**
 * Where messages go.
 *
 * @param name the topic they are published on
 * @param latched whether its last message is for later subscribers, too
 */
public record PlayTopic(TopicName name, boolean latched) {}
