package io.zrs.cli.bag.choice;

import io.zrs.bag.Bag;
import io.zrs.bag.BagChannel;
import io.zrs.bag.RecordedName;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ValueKind;
import io.zrs.expression.NameRegex;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.TopicPattern;
import io.zrs.model.ZrsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The options that choose topics of a bag. */
public final class TopicChoice implements Predicate<BagChannel> {
    private final Argument<List<Wanted>> topics;
    private final Argument<List<NameRegex>> excluded;

    /** A name that is none here, for a bag may come from where topics have other names; or a pattern. */
    private record Wanted(String name, Optional<TopicPattern> pattern) {
        static Wanted of(String text) {
            try {
                return new Wanted(text, Optional.of(new TopicPattern(text)));
            } catch (ZrsException e) {
                if (text.isEmpty()) {
                    throw e;
                }
                return new Wanted(text, Optional.empty());
            }
        }

        boolean isWild() {
            return pattern.isPresent() && pattern.get().isWild();
        }

        boolean matches(String topic, Optional<TopicName> shown) {
            if (isWild()) {
                return shown.isPresent() && pattern.get().matches(shown.get());
            }
            return name.equals(topic)
                    || shown.isPresent() && name.equals(shown.get().value());
        }
    }

    /** Adds them to a command. */
    public TopicChoice(Definition command) {
        topics = command.repeatable("--topics", "TOPIC", Wanted::of, "Only this topic or pattern; again for more.")
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

    /** Opens a recording; what is none may be a topic that stands behind another, as rosbag has it. */
    public Bag open(Path path) {
        return open(path, Bag::open);
    }

    /** As {@link #open(Path)}, with what opens it. */
    public Bag open(Path path, Function<Path, Bag> bagOf) {
        try {
            return bagOf.apply(path);
        } catch (ZrsException e) {
            if (topics.value().isEmpty() || !e.remedy().isEmpty() || Files.exists(path)) {
                throw e;
            }
            throw new ZrsException(e.code(), e.getMessage(), "if that is a topic, give --topics before it, too", e);
        }
    }

    /** Whether a topic is among them. */
    public boolean wants(String topic) {
        return (topics.value().isEmpty() || matches(topic, topics.get()))
                && excluded.value().orElse(List.of()).stream().noneMatch(regex -> regex.matches(topic));
    }

    /** The names of single topics, which a recording may not have. */
    public List<String> named() {
        List<String> names = new ArrayList<>();
        for (Wanted wanted : topics.value().orElse(List.of())) {
            if (!wanted.isWild()) {
                names.add(wanted.name());
            }
        }
        return names;
    }

    private static boolean matches(String topic, List<Wanted> all) {
        Optional<TopicName> shown = RecordedName.of(topic);
        for (Wanted wanted : all) {
            if (wanted.matches(topic, shown)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Fails unless a topic is among them.
     *
     * @param there whether one is
     * @param first the recording that is looked into, of {@code count}
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if none is that was asked for
     */
    public void check(boolean there, Path first, int count) {
        if (!there && isGiven()) {
            throw new ZrsException(
                    ErrorCode.NOT_FOUND,
                    "no topic of " + first + (count > 1 ? " and the others" : "") + " is among these",
                    "see 'zrs bag info " + first + "'");
        }
    }
}
