package io.zrs.top;

import io.zrs.output.Decimal;
import io.zrs.stats.Throughput;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers in few columns: three digits and the prefix of a unit. */
final class Compact {
    /** What stands for a number that is not known. */
    static final String UNKNOWN = "-";

    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P", "E"};
    private static final String[] UNITS = {" B", " KB", " MB", " GB", " TB", " PB", " EB"};
    private static final double STEP = 1000;
    private static final int MOST_DIGITS = 99_999;
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Compact() {}

    /** Messages a second: {@code 0}, {@code 0.25}, {@code 12.3}, {@code 1.23k}; up to 5 columns. */
    static String rate(Throughput rate) {
        return rate.known() ? number(rate.messagesPerSecond(), PREFIXES) : UNKNOWN;
    }

    /** Bytes a second, with a unit but not {@code /s}; up to 7 columns. */
    static String bytes(Throughput rate) {
        return rate.known() ? bytes(rate.bytesPerSecond()) : UNKNOWN;
    }

    /** A size: {@code 0 B}, {@code 123 B}, {@code 1.23 KB}; up to 7 columns. */
    static String bytes(double bytes) {
        return bytes < STEP ? Decimal.fixed(bytes, 0) + UNITS[0] : number(bytes, UNITS);
    }

    /** A size that may not be known. */
    static String bytes(OptionalDouble bytes) {
        return bytes.isPresent() ? bytes(bytes.getAsDouble()) : UNKNOWN;
    }

    /** How many: all digits of up to five, else as {@link #rate}. */
    static String count(long count) {
        return count <= MOST_DIGITS ? Long.toString(count) : number(count, PREFIXES);
    }

    private static String number(double value, String[] prefixes) {
        if (value <= 0) {
            return "0" + prefixes[0];
        }
        int prefix = 0;
        double scaled = value;
        // What would be rounded to 1000 has the next prefix.
        while (scaled >= STEP - 0.5 && prefix < prefixes.length - 1) {
            scaled /= STEP;
            prefix++;
        }
        int decimals = scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
        return Decimal.fixed(scaled, decimals) + prefixes[prefix];
    }

    /** Percent of a processor: {@code 0.4%}, {@code 12.3%}, {@code 250%}. */
    static String percent(OptionalDouble percent) {
        return percent.isEmpty()
                ? UNKNOWN
                : Decimal.fixed(percent.getAsDouble(), percent.getAsDouble() < 99.95 ? 1 : 0) + "%";
    }

    /** How long ago, in milliseconds: {@code 0.3s}, {@code 42s}, {@code 7m}, {@code 5h}, {@code 12d}; up to 4 columns. */
    static String span(long millis) {
        if (millis < 10 * SECOND) {
            return Decimal.fixed(Math.max(0, millis) / 100 / 10.0, 1) + "s";
        }
        if (millis < 100 * SECOND) {
            return millis / SECOND + "s";
        }
        if (millis < 100 * MINUTE) {
            return millis / MINUTE + "m";
        }
        return millis < 100 * HOUR ? millis / HOUR + "h" : millis / DAY + "d";
    }

    /** How long ago, where it was at all. */
    static String span(OptionalLong millis) {
        return millis.isPresent() ? span(millis.getAsLong()) : UNKNOWN;
    }

    /** How long something has run, to the second: {@code 1:02:03}, {@code 4d 01:02:03}. */
    static String uptime(long millis) {
        long days = millis / DAY;
        long hours = millis % DAY / HOUR;
        String rest = two(millis % HOUR / MINUTE) + ":" + two(millis % MINUTE / SECOND);
        return days == 0 ? hours + ":" + rest : days + "d " + two(hours) + ":" + rest;
    }

    private static String two(long number) {
        return (number < 10 ? "0" : "") + number;
    }
}
