package io.zrs.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A moment on {@link System#nanoTime()}'s scale that a wait ends at. */
record Deadline(long nanoTime) {
    /** Longer than any program runs, and far from overflow. */
    private static final long FOREVER_NANOS = TimeUnit.DAYS.toNanos(36_500);

    private static final Duration FOREVER = Duration.ofNanos(FOREVER_NANOS);

    /** No wait at all. */
    static final Deadline NOW = after(Duration.ZERO);

    /** No end to the wait. */
    static final Deadline NEVER = after(FOREVER);

    static Deadline after(Duration timeout) {
        boolean endless = timeout.compareTo(FOREVER) > 0;
        return new Deadline(System.nanoTime() + Math.max(0, endless ? FOREVER_NANOS : timeout.toNanos()));
    }

    /** Later by a short time. */
    Deadline plus(Duration longer) {
        return new Deadline(nanoTime + longer.toNanos());
    }

    /** Nanoseconds from now; zero or less once it has passed. */
    long remaining() {
        return nanoTime - System.nanoTime();
    }

    boolean hasPassed() {
        return remaining() <= 0;
    }
}
