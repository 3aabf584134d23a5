package io.zrs.bag.play;

import java.util.concurrent.TimeUnit;

/** When to tell the time of the bags: so often a second of real time, whatever time it is. For one thread. */
final class ClockPulse {
    private final long period;
    private long next;
    private boolean begun;

    /** {@code hertz} is how often; 0 for never. */
    ClockPulse(double hertz) {
        period = hertz > 0 ? Math.max(1, Math.round(TimeUnit.SECONDS.toNanos(1) / hertz)) : 0;
    }

    /** Whether it is time, and then for the next one from now on. */
    boolean isDue(long now) {
        if (period == 0 || (begun && now - next < 0)) {
            return false;
        }
        // Who was kept from telling does not make up for it.
        next = begun && now - next < period ? next + period : now + period;
        begun = true;
        return true;
    }

    /** The next time, or {@code other} if that is earlier. */
    long orEarlier(long other) {
        return period > 0 && begun && next - other < 0 ? next : other;
    }
}
