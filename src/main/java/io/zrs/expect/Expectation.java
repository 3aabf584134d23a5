package io.zrs.expect;

import io.zrs.expression.Expression;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.TopicPattern;
import io.zrs.model.ZrsException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one topic is expected to do.
 *
 * @param name what its author calls it; empty if nothing
 * @param topic the topic
 * @param hz how often messages come
 * @param count how many come
 * @param filter which messages are meant, or what all of them have to be
 * @param match whether the filter selects or demands
 * @param silent whether nothing may come
 * @param within for how long
 */
public record Expectation(
        String name,
        TopicName topic,
        Optional<RateRange> hz,
        Optional<CountRange> count,
        Optional<Expression> filter,
        Match match,
        boolean silent,
        Duration within) {

    /** Fewer periods in a window do not tell a rate. */
    private static final int PERIODS = 2;

    private static final double NANOS = 1e9;

    /** What a filter is for. */
    public enum Match {
        /** Nothing was said: as {@link #ANY}. */
        UNSAID,
        /** It selects: only messages that match count. */
        ANY,
        /** It demands: every message has to match. */
        EVERY
    }

    /**
     * Checks that nothing contradicts itself.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} naming both options, or the time that a rate needs
     */
    public Expectation {
        boolean every = match == Match.EVERY;
        if (match != Match.UNSAID && filter.isEmpty()) {
            String said = every ? "every" : "any";
            throw new ZrsException(
                    ErrorCode.INVALID, "'" + said + "' needs 'filter'", "say which messages, as x > 1 does");
        }
        refuse(silent && hz.isPresent(), "hz");
        refuse(silent && count.isPresent(), "count");
        refuse(silent && every, "every");
        if (new TopicPattern(topic.value()).isWild()) {
            throw new ZrsException(
                    ErrorCode.INVALID, "'" + topic + "' stands for several topics", "name one; a file takes many");
        }
        double periods =
                hz.map(range -> range.slowest() * within.toNanos() / NANOS).orElse((double) PERIODS);
        if (periods < PERIODS) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "a rate of " + hz.get() + " Hz takes longer than " + seconds(within) + " to measure",
                    "give within at least two periods: " + seconds(hz.get().slowest()));
        }
    }

    private static void refuse(boolean contradiction, String other) {
        if (contradiction) {
            throw new ZrsException(
                    ErrorCode.INVALID, "'silent' contradicts '" + other + "'", "leave out one of the two");
        }
    }

    private static String seconds(double slowest) {
        return (long) Math.ceil(PERIODS / slowest) + "s";
    }

    /** A time as people read it, such as {@code 0.5 s}. */
    static String seconds(Duration time) {
        BigDecimal nanos = BigDecimal.valueOf(time.toNanos(), 9);
        return nanos.stripTrailingZeros().toPlainString() + " s";
    }

    /** Whether the filter is what every message has to be. */
    boolean every() {
        return match == Match.EVERY;
    }

    /** What has to be looked at, in the order of the findings; at least one. */
    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        if (silent) {
            checks.add(new CountCheck(this, "silent", CountRange.NONE));
        }
        hz.ifPresent(range -> checks.add(new RateCheck(this, range)));
        count.ifPresent(range -> checks.add(new CountCheck(this, "count", range)));
        if (every()) {
            checks.add(new EveryCheck(this));
        }
        if (checks.isEmpty()) {
            checks.add(new CountCheck(this, "message", CountRange.SOME));
        }
        return checks;
    }

    /** What messages are called that count. */
    String matching() {
        return every() ? "" : filter.map(wanted -> " with " + wanted).orElse("");
    }
}
