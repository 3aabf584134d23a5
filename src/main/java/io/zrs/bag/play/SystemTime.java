package io.zrs.bag.play;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The system's time. It sleeps most of a wait and looks at the clock for the rest, as sleep ends late: by how much it did lately is
 * how long it looks, within bounds.
 */
final class SystemTime implements PlayTime {
    private static final long MOST_NANOS = TimeUnit.MICROSECONDS.toNanos(150);
    private static final long LEAST_NANOS = TimeUnit.MICROSECONDS.toNanos(30);

    /** A late end is forgotten by this part with each sleep. */
    private static final int FORGETTING = 64;

    private volatile Thread waiting;
    private volatile boolean woken;

    /** How long before the end of a wait sleep is to end; of the thread that waits. */
    private long margin = MOST_NANOS;

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void await(long until) {
        if (waiting != Thread.currentThread()) {
            waiting = Thread.currentThread();
            TimerSlack.least();
        }
        long left = until - nanos();
        while (left > margin && !woken && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, left - margin);
            left = until - nanos();
            learn(margin - left);
        }
        while (left > 0 && !woken && left <= margin) {
            Thread.onSpinWait();
            left = until - nanos();
        }
        woken = false;
    }

    /** Sleep has ended so late; less than 0 where something else has ended it. */
    private void learn(long late) {
        long forgotten = margin - margin / FORGETTING;
        margin = Math.max(LEAST_NANOS, Math.min(MOST_NANOS, Math.max(forgotten, late)));
    }

    @Override
    public void wake() {
        woken = true;
        LockSupport.unpark(waiting);
    }
}
