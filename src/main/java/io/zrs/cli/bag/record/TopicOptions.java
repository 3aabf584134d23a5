package io.zrs.cli.bag.record;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.TopicWish;
import io.zrs.cli.command.ValueKind;
import io.zrs.expression.NameRegex;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.TopicPattern;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The options that choose topics, and how much of them. */
final class TopicOptions {
    private final Argument<List<String>> topics;
    private final Argument<Boolean> all;
    private final Argument<Boolean> regex;
    private final Argument<List<NameRegex>> excluded;
    private final Argument<Long> limit;

    TopicOptions(Definition command) {
        topics = command.optionalParameters("TOPIC", text -> text, "Names, or patterns: * is all but /, ** is all.")
                .completes(ValueKind.TOPIC_PATTERN);
        all = command.flag("-a --all", "Every topic, those that appear later included.");
        regex = command.flag("-e --regex", "TOPICs are regular expressions for whole names.");
        excluded = command.repeatable(
                        "-x --exclude", "REGEX", NameRegex::parse, "No topics that match as a whole; repeatable.")
                .completes(ValueKind.NONE);
        command.alias(excluded, "--exclude-regex");
        limit = command.option("-l --limit", "COUNT", Numbers::count, "At most COUNT messages of each topic.")
                .completes(ValueKind.NONE);
    }

    /** How many messages of each topic at most. */
    long limit() {
        return limit.value().orElse(Long.MAX_VALUE);
    }

    /** Whether topics are looked for as they appear. */
    boolean isFollowing() {
        return !choice().wishes().isEmpty();
    }

    /**
     * Which topics.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if that is none, or makes no sense
     */
    TopicChoice choice() {
        Set<TopicName> names = new LinkedHashSet<>();
        List<TopicWish> wishes = new ArrayList<>();
        for (String text : topics.value().orElse(List.of())) {
            add(text, names, wishes);
        }
        if (all.get()) {
            wishes.add(TopicWish.ALL);
        }
        if (names.isEmpty() && wishes.isEmpty()) {
            throw new ZrsException(ErrorCode.INVALID, "missing TOPIC", "name topics, or give --all");
        }
        if (excluded.value().isPresent() && wishes.isEmpty()) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "--exclude has no effect on topics that are named",
                    "give --all or a pattern, or leave it out");
        }
        return new TopicChoice(
                names,
                wishes.stream().map(wish -> wish.without(this::isExcluded)).toList());
    }

    private void add(String text, Set<TopicName> names, List<TopicWish> wishes) {
        if (regex.get()) {
            NameRegex wanted = NameRegex.parse(text);
            wishes.add(new TopicWish(text, topic -> wanted.matches(topic.value())));
            return;
        }
        TopicPattern pattern = new TopicPattern(text);
        if (pattern.isWild()) {
            wishes.add(TopicWish.of(pattern));
        } else {
            names.add(pattern.name());
        }
    }

    private boolean isExcluded(TopicName topic) {
        for (NameRegex wrong : excluded.value().orElse(List.of())) {
            if (wrong.matches(topic.value())) {
                return true;
            }
        }
        return false;
    }
}
