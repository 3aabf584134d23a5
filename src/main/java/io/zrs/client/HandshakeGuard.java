package io.zrs.client;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sees connections through from TCP's opening to the first frame from the other side.
 *
 * <p>JeroMQ 0.6.0 forgets some of them in between (its pull request 1022): at a fresh connection, about one time in thirty,
 * its I/O thread does not watch the channel. It may have read the other side's greeting by then, and so report a handshake,
 * but nothing of its own leaves. It looks again at everything when anything changes in what it watches; a nudge is such a
 * change.
 */
final class HandshakeGuard implements AutoCloseable {
    /** Longer than a handshake takes on one machine; on a slow network, a needless nudge does no harm. */
    private static final long FIRST_NUDGE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** ZeroMQ has given a connection up by then, and told, unless it was closed from this side. */
    private static final long FORGET_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Runnable nudge;
    private final Map<NodeSocket.Connection, Opening> openings = new HashMap<>();
    private Thread thread;
    private boolean closed;

    private static final class Opening {
        final long since = System.nanoTime();
        long wait = FIRST_NUDGE_NANOS;

        long due() {
            return since + wait;
        }
    }

    HandshakeGuard(Runnable nudge) {
        this.nudge = nudge;
    }

    /** TCP has opened this connection. */
    synchronized void opened(NodeSocket.Connection connection) {
        openings.put(connection, new Opening());
        if (thread == null && !closed) {
            thread = Threads.start("zrs-handshake", this::run);
        }
        notifyAll();
    }

    /** The connection has ended. */
    synchronized void closed(NodeSocket.Connection connection) {
        openings.remove(connection);
    }

    /** A frame has come over one of {@code socket}'s connections: if only one was opening, it is through. */
    synchronized void heard(NodeSocket socket) {
        NodeSocket.Connection opening = null;
        for (NodeSocket.Connection candidate : openings.keySet()) {
            if (candidate.socket() == socket) {
                if (opening != null) {
                    return;
                }
                opening = candidate;
            }
        }
        if (opening != null) {
            openings.remove(opening);
        }
    }

    private void run() {
        try {
            while (awaitDue()) {
                nudge.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until a connection has taken too long; false after close. */
    private synchronized boolean awaitDue() throws InterruptedException {
        while (!closed) {
            long now = System.nanoTime();
            long next = Long.MAX_VALUE;
            boolean due = false;
            for (Iterator<Opening> all = openings.values().iterator(); all.hasNext(); ) {
                Opening opening = all.next();
                if (opening.due() - now <= 0) {
                    due = true;
                    opening.wait *= 2;
                }
                if (opening.wait > FORGET_NANOS) {
                    all.remove();
                } else {
                    next = Math.min(next, opening.due() - now);
                }
            }
            if (due) {
                return true;
            }
            if (next == Long.MAX_VALUE) {
                wait();
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, next);
            }
        }
        return false;
    }

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
