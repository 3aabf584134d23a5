package io.zrs.client;

import java.util.concurrent.TimeUnit;

/** The node's own threads: all are daemons, so that a program that forgets to close its node can end. */
final class Threads {
    private Threads() {}

    static Thread start(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Waits for {@code thread} to end, except on that thread itself; an interrupt is kept for later. */
    static void join(Thread thread, Deadline deadline) {
        boolean interrupted = false;
        while (thread != Thread.currentThread() && thread.isAlive() && !deadline.hasPassed()) {
            try {
                TimeUnit.NANOSECONDS.timedJoin(thread, deadline.remaining());
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
