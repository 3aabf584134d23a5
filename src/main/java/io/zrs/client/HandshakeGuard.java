package io.zrs.client;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sees fresh connections through until something comes over them.
 *
 * <p>JeroMQ 0.6.0 forgets some of them (its pull request 1022): about one time in thirty, in a JVM that has just started one in three, its I/O thread does not watch the
 * channel that it has just connected, and both sides wait for the other. It may have read the other side's greeting by then,
 * so a greeting proves nothing. It looks again at everything when anything changes in what it watches; a nudge is such a
 * change, unless it comes together with another: there may have to be several.
 */
final class HandshakeGuard implements AutoCloseable {
    /** Some times what a handshake takes on one machine, also in a JVM that has just started; too soon does no harm. */
    private static final long FIRST_NUDGE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** ZeroMQ has given a connection up by then, and told, unless it was closed from this side. */
    private static final long FORGET_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Runnable nudge;
    private final Map<Connection, Opening> openings = new HashMap<>();
    private Thread thread;
    private boolean closed;

    /** One of a socket's connections. Java takes some 10 ms to make a record's own methods, and every command needs them. */
    private record Connection(Object socket, int port) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Connection that && socket == that.socket && port == that.port;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(socket) + port;
        }
    }

    /** How far a connection is. */
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
    synchronized void opened(Object socket, int port) {
        openings.put(new Connection(socket, port), new Opening());
        if (thread == null && !closed) {
            thread = Threads.start("zrs-handshake", this::run);
        }
        notifyAll();
    }

    /** Something came over this connection after the greeting, or it is over. */
    synchronized void done(Object socket, int port) {
        openings.remove(new Connection(socket, port));
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
                    if (opening.wait > FORGET_NANOS) {
                        all.remove();
                    }
                }
                next = Math.min(next, opening.due() - now);
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
