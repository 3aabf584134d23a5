package io.zrs.cli.expect;

/** Wakes the one thread that waits for others; a ring while nobody waits is not lost. */
final class Doorbell {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private boolean rung;

    synchronized void ring() {
        rung = true;
        notifyAll();
    }

    /** Waits for a ring, at most so many nanoseconds, and a little more. */
    synchronized void await(long nanos) throws InterruptedException {
        if (!rung && nanos > 0) {
            wait(nanos / NANOS_PER_MILLI, (int) (nanos % NANOS_PER_MILLI));
        }
        rung = false;
    }
}
