package io.zrs.stats;

/**
 * When to send what, on a schedule that is fixed from the start: what one message is late by does not move the next.
 * Times are of {@link System#nanoTime()}.
 */
public final class Pacer {
    private static final double NANOS = 1e9;

    /** After a halt longer than this the schedule starts anew instead of catching up. */
    private static final long HALT_NANOS = 1_000_000_000;

    private final double hertz;
    private long start;

    /** A schedule of so many messages a second, more than 0, whose message 0 is due at {@code start}. */
    public Pacer(double hertz, long start) {
        this.hertz = hertz;
        this.start = start;
    }

    /** How long message {@code index} is not yet due at {@code now}, in nanoseconds; 0 if it is. */
    public long waitNanos(long index, long now) {
        long wait = start + Math.round(index / hertz * NANOS) - now;
        if (wait < -HALT_NANOS) {
            start -= wait;
        }
        return Math.max(0, wait);
    }
}
