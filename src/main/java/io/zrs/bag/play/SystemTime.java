package io.zrs.bag.play;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The system's time. It sleeps most of a wait and looks at the clock for the rest, as sleep ends late: for as long as it usually does.
 * What is more comes from others who want the processor, and who looks for longer only has them wait, and is made to wait by them.
 */
final class SystemTime implements PlayTime {
    private static final long MOST_NANOS = TimeUnit.MICROSECONDS.toNanos(60);

    /** How much of what is usual a single sleep is. */
    private static final int PART = 16;

    private volatile Thread waiting;
    private volatile boolean woken;

    /** How long before the end of a wait sleep is to end; of the thread that waits. */
    private long margin = MOST_NANOS / 2;

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
        if (late >= 0) {
            margin += (Math.min(MOST_NANOS, late) - margin) / PART;
        }
    }

    @Override
    public void wake() {
        woken = true;
        LockSupport.unpark(waiting);
    }
}
