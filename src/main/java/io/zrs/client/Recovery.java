package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;

/** Brings a node back to its master after a loss, on a thread that lives only for that. */
final class Recovery implements AutoCloseable {
    private static final long PAUSE_MILLIS = 1000;
    private static final System.Logger LOG = System.getLogger("io.zrs.client");

    private final String threadName;
    private final Runnable rejoin;

    private Thread thread;
    private boolean wanted;
    private boolean closed;

    Recovery(String threadName, Runnable rejoin) {
        this.threadName = threadName;
        this.rejoin = rejoin;
    }

    /** Starts a recovery, or makes the one under way begin once more; returns at once. */
    synchronized void trigger() {
        wanted = true;
        if (thread == null && !closed) {
            thread = Threads.start(threadName, this::run);
        }
    }

    private void run() {
        while (isWanted()) {
            try {
                rejoin.run();
            } catch (ZrsException e) {
                if (e.code() == ErrorCode.NO_MASTER) {
                    pause();
                } else if (e.code() != ErrorCode.CLOSED) {
                    LOG.log(System.Logger.Level.WARNING, "cannot rejoin the master: " + e.getMessage());
                }
            }
        }
    }

    private synchronized boolean isWanted() {
        boolean goOn = wanted && !closed;
        wanted = false;
        if (!goOn) {
            thread = null;
        }
        return goOn;
    }

    /** The next attempt follows by itself: the request's own wait for a connection paces the attempts, but not always. */
    private synchronized void pause() {
        wanted = true;
        try {
            if (!closed) {
                wait(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Lets one topic that the master refuses not keep the others from coming back. */
    static void tolerate(TopicName topic, Runnable rejoinTopic) {
        try {
            rejoinTopic.run();
        } catch (ZrsException e) {
            if (e.code() == ErrorCode.NO_MASTER || e.code() == ErrorCode.CLOSED) {
                throw e;
            }
            LOG.log(System.Logger.Level.WARNING, "cannot rejoin " + topic + ": " + e.getMessage());
        }
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
