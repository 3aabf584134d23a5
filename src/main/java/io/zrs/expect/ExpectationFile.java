package io.zrs.expect;

import io.zrs.expect.Expectation.Match;
import io.zrs.expression.Expression;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.yaml.YamlMap;
import io.zrs.yaml.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Expectations as people write them: a list of maps with {@code topic} and any of {@code name}, {@code hz}, {@code count},
 * {@code filter}, {@code every}, {@code silent} and {@code within}; or a map with that list as {@code expect} and a
 * {@code within} for all.
 */
public final class ExpectationFile {
    private static final List<String> OUTER = List.of("within", "expect");
    private static final List<String> KEYS =
            List.of("topic", "name", "hz", "count", "filter", "every", "silent", "within");

    private final Function<String, Duration> time;

    /** A reader that reads times by {@code time}, which complains by a {@link ZrsException}. */
    public ExpectationFile(Function<String, Duration> time) {
        this.time = time;
    }

    /**
     * Reads the expectations, at least one.
     *
     * @param override the time for all that do not give their own, whatever the file says; empty for the file's word
     * @param otherwise the time where neither says anything
     * @throws ZrsException {@link ErrorCode#INVALID} if something is wrong, with its place
     */
    public List<Expectation> read(YamlNode root, Optional<Duration> override, Duration otherwise) {
        YamlNode all = root;
        Duration within = otherwise;
        if (root instanceof YamlMap map) {
            map.refuseOthersThan(OUTER);
            within = within(map).orElse(otherwise);
            all = map.need("expect");
        }
        List<YamlNode> entries = all.list("a list of expectations").values();
        if (entries.isEmpty()) {
            throw all.place().error("expected an expectation, found none", "write one such as - topic: /odom");
        }
        List<Expectation> expectations = new ArrayList<>();
        for (YamlNode entry : entries) {
            expectations.add(expectation(entry.map("an expectation, such as topic: /odom"), override.orElse(within)));
        }
        return expectations;
    }

    private Optional<Duration> within(YamlMap map) {
        return read(map, "within", "a time", time);
    }

    private Expectation expectation(YamlMap map, Duration otherwise) {
        map.refuseOthersThan(KEYS);
        TopicName topic = map.need("topic").scalar("a topic").read("a topic", TopicName::new);
        String name = read(map, "name", "a name", text -> text).orElse("");
        Optional<RateRange> hz = read(map, "hz", "a rate in Hz", RateRange::parse);
        Optional<CountRange> count = read(map, "count", "how many", CountRange::parse);
        Optional<Expression> filter = read(map, "filter", "an expression", Expression::parseCondition);
        Match match = truth(map, "every") ? Match.EVERY : Match.UNSAID;
        boolean silent = truth(map, "silent");
        Duration within = within(map).orElse(otherwise);
        try {
            return new Expectation(name, topic, hz, count, filter, match, silent, within);
        } catch (ZrsException e) {
            throw map.place().error(e.getMessage(), e.remedy());
        }
    }

    private static boolean truth(YamlMap map, String key) {
        return map.find(key).map(node -> node.scalar("true or false").truth()).orElse(false);
    }

    private static <T> Optional<T> read(YamlMap map, String key, String what, Function<String, T> parse) {
        return map.find(key).map(node -> node.scalar(what).read(what, parse));
    }
}
