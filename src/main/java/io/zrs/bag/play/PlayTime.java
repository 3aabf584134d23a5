package io.zrs.bag.play;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Real time, and waiting for it. */
public interface PlayTime {
    /** Nanoseconds from any fixed point, never going back. */
    long nanos();

    /** Waits until that time, for the one thread that may do so; returns at once after {@link #wake}, and may earlier in any case. */
    void await(long until);

    /** Ends the wait of now, or the next one; from any thread. */
    void wake();

    /** The system's. */
    static PlayTime system() {
        return new SystemTime();
    }

    /** Sleeps most of the time and looks at the clock for the rest, as sleep alone ends some tenths of a millisecond late. */
    final class SystemTime implements PlayTime {
        private static final long LOOKS_NANOS = TimeUnit.MICROSECONDS.toNanos(150);

        private volatile Thread waiting;
        private volatile boolean woken;

        private SystemTime() {}

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void await(long until) {
            waiting = Thread.currentThread();
            long left = until - nanos();
            while (left > LOOKS_NANOS && !woken && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(this, left - LOOKS_NANOS);
                left = until - nanos();
            }
            while (left > 0 && !woken && left <= LOOKS_NANOS) {
                Thread.onSpinWait();
                left = until - nanos();
            }
            woken = false;
        }

        @Override
        public void wake() {
            woken = true;
            LockSupport.unpark(waiting);
        }
    }
}
