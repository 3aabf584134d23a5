package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Push;
import io.zrs.protocol.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The socket to a master's control port. One on which an answer did not come in time is replaced.
 *
 * <p>A node's watcher reads what comes. Without one, the thread that waits for an answer reads, and the others wait for
 * their turn: a short command then needs no thread.
 */
final class ControlLink implements AutoCloseable {
    private final MasterAddress master;
    private final boolean watched;
    private final ControlLine line;
    private final Calls calls;
    private final Runnable onDoubt;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean closed;

    /**
     * Does not connect yet.
     *
     * @param watcher reads what comes; null if whoever waits shall
     * @param onPush takes what the master says unasked, with the link's lock held; must return at once
     * @param onDoubt called when the master may be another one: at every connection but the first, on ZeroMQ's I/O thread,
     *     and after a request without an answer. Must return at once
     */
    ControlLink(Sockets sockets, MasterAddress master, SocketWatcher watcher, Consumer<Push> onPush, Runnable onDoubt) {
        this.master = master;
        watched = watcher != null;
        calls = new Calls(onPush);
        this.onDoubt = onDoubt;
        line = new ControlLine(sockets, master, watcher, this::onSignal, onDoubt);
    }

    /**
     * Sends the request as soon as it can go, and waits for its answer.
     *
     * @return false if the connection that it was for is gone, and it was not sent
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if there is none in time, {@link ErrorCode#CLOSED} after close
     */
    boolean ask(Call call, Deadline deadline) {
        boolean interrupted = false;
        lock.lock();
        try {
            checkOpen();
            while (!trySend(call)) {
                if (isStale(call)) {
                    return false;
                }
                interrupted |= await(deadline);
            }
            awaitAnswer(call, deadline);
            return true;
        } catch (ZrsException e) {
            abandon(call);
            throw e;
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for the answer to a request that was sent; errors as {@link #ask}. */
    void awaitAnswer(Call call, Deadline deadline) {
        boolean interrupted = false;
        lock.lock();
        try {
            while (!call.isDone()) {
                interrupted |= await(deadline);
            }
            if (call.isFailed()) {
                throw noMaster("the master at " + master + " closed the connection and did not answer");
            }
        } catch (ZrsException e) {
            abandon(call);
            throw e;
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Sends a request if it can go now, and does not wait; returns whether it went. */
    boolean tell(Call call) {
        lock.lock();
        try {
            return !closed && trySend(call);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the answers of requests that were sent, until the deadline, when it gives up those that have none. */
    void awaitAll(List<Call> sent, Deadline deadline) {
        boolean interrupted = false;
        lock.lock();
        try {
            while (!closed && !deadline.hasPassed() && !sent.stream().allMatch(Call::isDone)) {
                interrupted |= turn(deadline);
            }
            sent.stream().filter(call -> !call.isDone()).forEach(this::abandon);
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Tells the master that a push has been heard. */
    void acknowledge(long pushId) {
        lock.lock();
        try {
            line.trySend(JsonCodec.encodeAnswer(pushId).getBytes(StandardCharsets.UTF_8));
        } finally {
            lock.unlock();
        }
    }

    /** Waits a turn for something to come; returns whether the thread was interrupted meanwhile, whose flag is clear then. */
    boolean awaitNews(Deadline deadline) {
        lock.lock();
        try {
            checkOpen();
            boolean interrupted = turn(deadline);
            checkOpen();
            return interrupted;
        } finally {
            lock.unlock();
        }
    }

    private boolean trySend(Call call) {
        line.open();
        attend();
        long lossesBefore = line.losses();
        long connection = line.connections();
        // Not before the handshake: only then is it known whose connection this is.
        if (!calls.admit(call) || !line.isConnected() || !call.fits(connection)) {
            return false;
        }
        calls.number(call);
        if (!line.trySend(call.request())) {
            return false;
        }
        call.sent(connection, lossesBefore);
        calls.add(call);
        // Sending may have used up the signal for something that came.
        attend();
        return true;
    }

    private boolean isStale(Call call) {
        return !call.fitsAny() && (!line.isConnected() || !call.fits(line.connections()));
    }

    private boolean await(Deadline deadline) {
        if (deadline.hasPassed()) {
            throw noMaster("no master answers at " + master);
        }
        boolean interrupted = turn(deadline);
        checkOpen();
        return interrupted;
    }

    private boolean turn(Deadline deadline) {
        if (!watched) {
            boolean interrupted = line.awaitSignal(deadline);
            attend();
            return interrupted;
        }
        try {
            changed.awaitNanos(deadline.remaining());
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Comes to look what happened; for the watcher. */
    void onSignal() {
        lock.lock();
        try {
            attend();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void attend() {
        boolean news = false;
        byte[] frame = line.tryReceive();
        while (frame != null) {
            news = true;
            calls.take(new String(frame, StandardCharsets.UTF_8));
            frame = line.tryReceive();
        }
        if (calls.endLost(line.losses()) || news) {
            // Only then: two threads that wait to send would wake each other for ever.
            changed.signalAll();
        }
    }

    /**
     * Gives a call up. If it was sent, its answer may still come, and be taken for another's; if there is no connection, it
     * is for a request to want one again.
     */
    private void abandon(Call call) {
        boolean sent = calls.contains(call);
        calls.end(call);
        if (sent || !line.isConnected()) {
            replaceSocket();
        }
    }

    /** Has the next request open a connection of its own, and fails those under way. */
    void reset() {
        lock.lock();
        try {
            replaceSocket();
        } finally {
            lock.unlock();
        }
    }

    private void replaceSocket() {
        line.drop();
        attend();
        onDoubt.run();
    }

    private ZrsException noMaster(String message) {
        return new ZrsException(
                ErrorCode.NO_MASTER, message, "start one with 'zrs master', or name another with --master HOST[:PORT]");
    }

    private void checkOpen() {
        if (closed) {
            throw new ZrsException(ErrorCode.CLOSED, "the connection to the master is closed");
        }
    }

    /** Says that the master may have forgotten who asks. */
    void doubt() {
        onDoubt.run();
    }

    /** How many connections there have been: changes when the master may be another one. */
    long connections() {
        return line.connections();
    }

    boolean isConnected() {
        return line.isConnected();
    }

    /** Ends the requests under way. Again has no effect. */
    @Override
    public void close() {
        closed = true;
        line.wake();
        lock.lock();
        try {
            line.close();
            attend();
        } finally {
            lock.unlock();
        }
    }
}
