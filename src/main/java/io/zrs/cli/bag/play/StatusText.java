package io.zrs.cli.bag.play;

import io.zrs.bag.play.PlayState;
import io.zrs.bag.play.PlayStatus;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A player's status in one line, as rosbag shows it. */
final class StatusText {
    private static final double NANOS = 1e9;
    private static final long SECOND = 1_000_000_000L;

    /** Times before this, in 1973, count from the beginning of a recording. */
    private static final long DATED = 100_000_000 * SECOND;

    private static final int HUNDRED = 100;
    private static final int MICROS = 6;
    private static final int MILLIS = 3;
    private static final int NANO_DIGITS = 9;

    private StatusText() {}

    /**
     * The line; where there is no room for all, with less of the time: first without that of the clock on the wall.
     *
     * @param start of what is played, in nanoseconds since 1970 as a rule
     * @param length how much is played, in nanoseconds from there
     * @param room how long it may be
     * @param zone where the clock is
     */
    static String of(PlayStatus status, long start, long length, int room, ZoneId zone) {
        long at = start + status.offset();
        String line = "";
        if (at > DATED) {
            line = line(status, bagTime(status, start, MICROS) + clockTime(at, zone), length, MICROS);
            if (line.length() <= room) {
                return line;
            }
        }
        line = line(status, bagTime(status, start, MICROS), length, MICROS);
        if (line.length() > room) {
            line = line(status, bagTime(status, start, MILLIS), length, MILLIS);
        }
        return line.length() > room ? line(status, "", length, MILLIS) : line;
    }

    private static String bagTime(PlayStatus status, long start, int digits) {
        return "Bag Time: " + seconds(start + status.offset(), digits) + "   ";
    }

    private static String clockTime(long nanos, ZoneId zone) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochSecond(nanos / SECOND), zone);
        String seconds = Long.toString(HUNDRED + time.getSecond()).substring(1);
        return "(" + time.toLocalDate() + " " + time.toLocalTime().truncatedTo(ChronoUnit.MINUTES) + ":" + seconds
                + ")   ";
    }

    private static String line(PlayStatus status, String bagTime, long length, int digits) {
        StringBuilder line = new StringBuilder(" [")
                .append(name(status.state()))
                .append("]  ")
                .append(bagTime)
                .append("Duration: ")
                .append(seconds(status.offset(), digits))
                .append(" / ")
                .append(seconds(length, digits));
        if (status.rate() != 1) {
            line.append("   ").append(rate(status.rate()));
        }
        status.loopFrom().ifPresent(from -> line.append("   a ").append(tenths(from)));
        status.loopTo().ifPresent(to -> line.append(" b ").append(tenths(to)));
        return line.toString();
    }

    /** Seconds with six decimals. */
    static String seconds(long nanos) {
        return seconds(nanos, MICROS);
    }

    private static String seconds(long nanos, int digits) {
        String rest = Long.toString(SECOND + Long.remainderUnsigned(nanos, SECOND));
        return Long.toUnsignedString(Long.divideUnsigned(nanos, SECOND)) + "."
                + rest.substring(rest.length() - NANO_DIGITS, rest.length() - NANO_DIGITS + digits);
    }

    private static String name(PlayState state) {
        return switch (state) {
            case DELAYED -> "DELAYED";
            case RUNNING -> "RUNNING";
            case PAUSED -> "PAUSED ";
            case ENDED -> "ENDED  ";
        };
    }

    private static String tenths(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / NANOS);
    }

    private static String rate(double rate) {
        return Double.isInfinite(rate) ? "max" : String.format(Locale.ROOT, rate < 10 ? "%.2fx" : "%.1fx", rate);
    }
}
