package io.zrs.cli.command;

import io.zrs.model.TopicName;
import io.zrs.model.TopicPattern;
import java.util.function.Predicate;

/**
 * Topics that somebody wants as they appear, by whatever they are told from others.
 *
 * @param text how it was written
 * @param includes which topics
 */
public record TopicWish(String text, Predicate<TopicName> includes) {
    /** Every topic. */
    public static final TopicWish ALL = of(TopicSubscriptions.ALL);

    /** What a pattern is for. */
    public static TopicWish of(TopicPattern pattern) {
        return new TopicWish(pattern.value(), pattern::matches);
    }

    /** The same without some topics. */
    public TopicWish without(Predicate<TopicName> excluded) {
        return new TopicWish(text, topic -> includes.test(topic) && !excluded.test(topic));
    }
}
