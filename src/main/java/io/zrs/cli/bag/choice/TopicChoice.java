package io.zrs.cli.bag.choice;

import io.zrs.bag.BagChannel;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ValueKind;
import io.zrs.expression.NameRegex;
import io.zrs.model.TopicName;
import io.zrs.model.TopicPattern;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The options that choose topics of a bag. */
public final class TopicChoice implements Predicate<BagChannel> {
    private final Argument<List<TopicPattern>> topics;
    private final Argument<List<NameRegex>> excluded;

    /** Adds them to a command. */
    public TopicChoice(Definition command) {
        topics = command.repeatable(
                        "--topics", "TOPIC", TopicPattern::new, "Only this topic or pattern; again for more.")
                .completes(ValueKind.TOPIC_PATTERN);
        excluded = command.repeatable(
                        "-x --exclude", "REGEX", NameRegex::parse, "No topics whose names match; repeatable.")
                .completes(ValueKind.NONE);
    }

    /** Whether it is fewer than there are. */
    public boolean isGiven() {
        return topics.value().isPresent() || excluded.value().isPresent();
    }

    @Override
    public boolean test(BagChannel channel) {
        return wants(channel.topic());
    }

    /** Whether a topic is among them. */
    public boolean wants(String topic) {
        return (topics.value().isEmpty() || matches(topic, topics.get()))
                && excluded.value().orElse(List.of()).stream().noneMatch(regex -> regex.matches(topic));
    }

    /** The names of single topics, which a recording may not have. */
    public List<String> named() {
        List<String> names = new ArrayList<>();
        for (TopicPattern pattern : topics.value().orElse(List.of())) {
            if (!pattern.isWild()) {
                names.add(pattern.value());
            }
        }
        return names;
    }

    private static boolean matches(String topic, List<TopicPattern> patterns) {
        for (TopicPattern pattern : patterns) {
            // A bag may come from where topics have other names: only their very names mean those.
            if (pattern.isWild()
                    ? isName(topic) && pattern.matches(new TopicName(topic))
                    : pattern.value().equals(topic)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(String topic) {
        try {
            return !new TopicName(topic).value().isEmpty();
        } catch (ZrsException e) {
            return false;
        }
    }
}
