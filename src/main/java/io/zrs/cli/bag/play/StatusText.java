package io.zrs.cli.bag.play;

import io.zrs.bag.play.PlayState;
import io.zrs.bag.play.PlayStatus;
import java.util.Locale;

/** A player's status in one line, as rosbag shows it. */
final class StatusText {
    private static final double NANOS = 1e9;
    private static final long MICRO = 1000;
    private static final long SECOND = 1_000_000_000L;

    private StatusText() {}

    /**
     * The line.
     *
     * @param start of what is played, in nanoseconds since 1970 as a rule
     * @param length how much is played, in nanoseconds from there
     */
    static String of(PlayStatus status, long start, long length) {
        StringBuilder line = new StringBuilder(" [")
                .append(name(status.state()))
                .append("]  Bag Time: ")
                .append(seconds(start + status.offset()))
                .append("   Duration: ")
                .append(seconds(status.offset()))
                .append(" / ")
                .append(seconds(length));
        if (status.rate() != 1) {
            line.append("   ").append(rate(status.rate()));
        }
        status.loopFrom().ifPresent(from -> line.append("   a ").append(tenths(from)));
        status.loopTo().ifPresent(to -> line.append(" b ").append(tenths(to)));
        return line.toString();
    }

    private static String name(PlayState state) {
        return switch (state) {
            case DELAYED -> "DELAYED";
            case RUNNING -> "RUNNING";
            case PAUSED -> "PAUSED ";
            case ENDED -> "ENDED  ";
        };
    }

    /** Seconds with six decimals. */
    static String seconds(long nanos) {
        long micros = Long.remainderUnsigned(nanos, SECOND) / MICRO;
        return Long.toUnsignedString(Long.divideUnsigned(nanos, SECOND)) + "."
                + Long.toString(1_000_000 + micros).substring(1);
    }

    private static String tenths(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / NANOS);
    }

    private static String rate(double rate) {
        return Double.isInfinite(rate) ? "max" : String.format(Locale.ROOT, rate < 10 ? "%.2fx" : "%.0fx", rate);
    }
}
