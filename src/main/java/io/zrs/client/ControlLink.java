package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The request socket to a master's control port. One request at a time; a socket whose request was not answered cannot
 * send another and is replaced.
 */
final class ControlLink implements LinkListener, AutoCloseable {
    private final Sockets sockets;
    private final MasterAddress master;
    private final Runnable onDoubt;
    private final ReentrantLock lock = new ReentrantLock();
    private final SocketSelector selector = new SocketSelector();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong losses = new AtomicLong();

    private NodeSocket socket;
    private boolean interrupted;
    private volatile boolean connected;
    private volatile boolean closed;

    /**
     * {@code onDoubt} is called when the master may be another one: at every connection but the first, on ZeroMQ's I/O
     * thread, and after a request without an answer. It must return at once.
     */
    ControlLink(Sockets sockets, MasterAddress master, Runnable onDoubt) {
        this.sockets = sockets;
        this.master = master;
        this.onDoubt = onDoubt;
    }

    /**
     * Sends {@code request} as soon as there is a connection, and waits for the answer.
     *
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if there is none in time, {@link ErrorCode#CLOSED} after close
     */
    String ask(String request, Deadline deadline) {
        lock.lock();
        try {
            String reply = null;
            try {
                reply = exchange(request.getBytes(StandardCharsets.UTF_8), deadline);
                return reply;
            } finally {
                if (reply == null) {
                    dropSocket();
                    onDoubt.run();
                }
            }
        } finally {
            boolean restore = interrupted;
            interrupted = false;
            lock.unlock();
            if (restore) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String exchange(byte[] request, Deadline deadline) {
        checkOpen();
        if (socket == null) {
            socket = sockets.control(this);
            selector.add(socket.signal(), () -> {});
            socket.connect(master.endpoint());
        }
        long lossesBefore = losses.get();
        // Not before the handshake: only then is it known whose connection this is.
        while (!connected || !socket.trySend(request)) {
            socket.hasInput();
            await(deadline);
            lossesBefore = losses.get();
        }
        byte[] reply = socket.tryReceive();
        while (reply == null) {
            if (losses.get() != lossesBefore) {
                throw noMaster("the master at " + master + " closed the connection and did not answer");
            }
            await(deadline);
            reply = socket.tryReceive();
        }
        socket.heardFrom(master.port());
        return new String(reply, StandardCharsets.UTF_8);
    }

    private void await(Deadline deadline) {
        if (deadline.hasPassed()) {
            throw noMaster("no master answers at " + master);
        }
        interrupted |= selector.await(deadline.remaining());
        checkOpen();
    }

    private void checkOpen() {
        if (closed) {
            throw new ZrsException(ErrorCode.CLOSED, "the connection to the master is closed");
        }
    }

    private ZrsException noMaster(String message) {
        return new ZrsException(
                ErrorCode.NO_MASTER, message, "start one with 'zrs master', or name another with --master HOST[:PORT]");
    }

    private void dropSocket() {
        if (socket != null) {
            selector.remove(socket.signal());
            socket.close();
            socket = null;
            connected = false;
        }
    }

    @Override
    public void connected(int port) {
        connected = true;
        selector.wake();
        if (connections.incrementAndGet() > 1) {
            onDoubt.run();
        }
    }

    @Override
    public void disconnected(int port) {
        connected = false;
        losses.incrementAndGet();
        selector.wake();
    }

    /** How many connections there have been: changes when the master may be another one. */
    long connections() {
        return connections.get();
    }

    boolean isConnected() {
        return connected;
    }

    /** Ends the request under way, if there is one. Again has no effect. */
    @Override
    public void close() {
        closed = true;
        selector.wake();
        lock.lock();
        try {
            dropSocket();
            selector.close();
        } finally {
            lock.unlock();
        }
    }
}
