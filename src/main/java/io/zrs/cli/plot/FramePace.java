package io.zrs.cli.plot;

/** When the next frame is due: not sooner than anybody sees, and later where frames are dear. For one thread. */
final class FramePace {
    private static final long LEAST_NANOS = 100_000_000;

    /** Slower than that is no live picture. */
    private static final long MOST_NANOS = 1_000_000_000;

    /** A frame may take this part of the time until the next one. */
    private static final int SHARE = 16;

    private boolean begun;
    private long drawn;

    /**
     * Whether one is due.
     *
     * @param clockNanos the present
     * @param costNanos how long the last one took
     */
    boolean isDue(long clockNanos, long costNanos) {
        long pause = Math.max(LEAST_NANOS, Math.min(MOST_NANOS, SHARE * costNanos));
        return !begun || clockNanos - drawn >= pause;
    }

    /** Says that one was begun. */
    void drawn(long clockNanos) {
        begun = true;
        drawn = clockNanos;
    }
}
