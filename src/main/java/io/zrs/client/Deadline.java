package io.zrs.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A moment on {@link System#nanoTime()}'s scale that a wait ends at. */
record Deadline(long nanoTime) {
    /** Longer than any program runs, and far from overflow. */
    private static final long FOREVER_NANOS = TimeUnit.DAYS.toNanos(36_500);

    /** No end to the wait. */
    static final Deadline NEVER = after(Duration.ofNanos(FOREVER_NANOS));

    static Deadline after(Duration timeout) {
        boolean endless = timeout.compareTo(Duration.ofNanos(FOREVER_NANOS)) > 0;
        return new Deadline(System.nanoTime() + Math.max(0, endless ? FOREVER_NANOS : timeout.toNanos()));
    }

    /** Nanoseconds from now; zero or less once it has passed. */
    long remaining() {
        return nanoTime - System.nanoTime();
    }

    boolean hasPassed() {
        return remaining() <= 0;
    }
}
