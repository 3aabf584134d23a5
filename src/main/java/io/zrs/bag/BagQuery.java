package io.zrs.bag;

import java.util.Objects;
import java.util.function.Predicate;

/**
 * Which messages of a bag.
 *
 * @param from the earliest log time, included; unsigned nanoseconds
 * @param until the latest log time, included
 * @param channels which channels; asked once for each
 */
public record BagQuery(long from, long until, Predicate<BagChannel> channels) {
    /** Every message. */
    public static final BagQuery ALL = new BagQuery(0, -1L, channel -> true);

    /** Checks that nothing is missing. */
    public BagQuery {
        Objects.requireNonNull(channels);
    }

    /** The same, of which times alone that are from {@code earliest} to {@code latest}. */
    public BagQuery within(long earliest, long latest) {
        return new BagQuery(
                Long.compareUnsigned(from, earliest) > 0 ? from : earliest,
                Long.compareUnsigned(until, latest) < 0 ? until : latest,
                channels);
    }

    /** Whether a log time is within it. */
    public boolean holds(long logTime) {
        return Long.compareUnsigned(logTime, from) >= 0 && Long.compareUnsigned(logTime, until) <= 0;
    }
}
