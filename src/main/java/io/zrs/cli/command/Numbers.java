package io.zrs.cli.command;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.function.Function;

/** Reads the numbers of a command line; each method complains by a {@link ZrsException}. */
public final class Numbers {
    private static final int MAX_PORT = 65535;
    private static final double MIN_RATE = 1e-6;
    private static final double MAX_RATE = 1e9;

    private Numbers() {}

    /** How many: a whole number from 1 up. */
    public static long count(String text) {
        return read(text, Long::valueOf, 1L, Long.MAX_VALUE, "a whole number from 1 up");
    }

    /** As {@link #count}, for what has to fit an {@code int}. */
    public static int intCount(String text) {
        return read(text, Integer::valueOf, 1, Integer.MAX_VALUE, "a whole number from 1 up");
    }

    /** How often a second: a number above 0. */
    public static double rate(String text) {
        return read(text, Double::valueOf, MIN_RATE, MAX_RATE, "a number above 0");
    }

    /** A port: 0, which stands for a free one, to 65535. */
    public static int port(String text) {
        return read(text, Integer::valueOf, 0, MAX_PORT, "a port, from 0 to 65535");
    }

    private static <N extends Comparable<N>> N read(
            String text, Function<String, N> parse, N least, N most, String what) {
        try {
            N value = parse.apply(text);
            if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
                return value;
            }
            throw complaint(text, what);
        } catch (NumberFormatException e) {
            throw complaint(text, what);
        }
    }

    private static ZrsException complaint(String text, String what) {
        return new ZrsException(ErrorCode.INVALID, "'" + text + "' is not " + what);
    }
}
