package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Brings a node back to its master after a loss, on a thread that lives only for that. */
final class Recovery implements AutoCloseable {
    private static final long FIRST_PAUSE_MILLIS = 1000;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final String threadName;
    private final Predicate<Recovery> rejoin;

    /** What was told about already, so that no attempt after the first says it again; the recovery thread's own. */
    private final Set<String> told = new HashSet<>();

    private Thread thread;
    private boolean wanted;
    private boolean urgent;
    private boolean closed;

    /** {@code rejoin} says whether everything is back; if not, it is called again. It tries each topic by {@link #attempt}. */
    Recovery(String threadName, Predicate<Recovery> rejoin) {
        this.threadName = threadName;
        this.rejoin = rejoin;
    }

    /** Starts a recovery, or makes the one under way begin once more; returns at once. */
    synchronized void trigger() {
        wanted = true;
        if (thread == null && !closed) {
            thread = Threads.start(threadName, this::run);
        } else if (thread != Thread.currentThread()) {
            // A failed attempt of its own is no reason for the next.
            urgent = true;
            notifyAll();
        }
    }

    private void run() {
        long pause = FIRST_PAUSE_MILLIS;
        while (isWanted()) {
            try {
                if (rejoin.test(this)) {
                    pause = FIRST_PAUSE_MILLIS;
                } else {
                    pause(pause);
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                }
            } catch (ZrsException e) {
                if (e.code() == ErrorCode.NO_MASTER) {
                    // The request's own wait for a connection paces the attempts, but not always.
                    pause(FIRST_PAUSE_MILLIS);
                } else if (e.code() != ErrorCode.CLOSED) {
                    tell("cannot rejoin the master: " + e.getMessage());
                    pause(pause);
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                }
            }
        }
    }

    private synchronized boolean isWanted() {
        boolean goOn = wanted && !closed;
        wanted = false;
        urgent = false;
        if (!goOn) {
            thread = null;
        }
        return goOn;
    }

    /** The next attempt follows by itself, or as soon as there is a reason. */
    private synchronized void pause(long millis) {
        wanted = true;
        try {
            if (!closed && !urgent) {
                wait(millis);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Brings one topic back; returns whether that worked: one that the master refuses keeps no other from coming back. */
    boolean attempt(TopicName topic, Runnable rejoinTopic) {
        try {
            rejoinTopic.run();
            return true;
        } catch (ZrsException e) {
            if (e.code() == ErrorCode.NO_MASTER || e.code() == ErrorCode.CLOSED) {
                throw e;
            }
            tell("cannot rejoin " + topic + ": " + e.getMessage());
            return false;
        }
    }

    private void tell(String warning) {
        Log.get().log(told.add(warning) ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG, warning);
    }

    /** Starts no more, and waits for the end of the one under way. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            notifyAll();
            running = thread;
        }
        if (running != null) {
            Threads.join(running, Deadline.NEVER);
        }
    }
}
