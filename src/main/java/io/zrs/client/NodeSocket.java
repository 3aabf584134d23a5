package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.ByteArrayOutputStream;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * A ZeroMQ socket that never blocks. One thread at a time may use it; whoever holds it guards it by a lock, which also
 * hands over what the last thread wrote.
 *
 * <p>An interrupt must neither end an operation half-way nor get lost: ZeroMQ turns the flag into an error, here it is
 * taken aside and put back.
 */
final class NodeSocket {
    private static final int EVENTS =
            ZMQ.EVENT_CONNECTED | ZMQ.EVENT_HANDSHAKE_PROTOCOL | ZMQ.EVENT_DISCONNECTED | ZMQ.EVENT_MONITOR_STOPPED;

    private static final byte[] EMPTY = {};

    private final ZMQ.Socket socket;
    private final LinkListener listener;
    private final HandshakeGuard guard;
    private final long lingerNanos;
    private final int queueMessages;
    private volatile long closedNanos;
    private volatile long goneNanos;
    private final CountDownLatch gone = new CountDownLatch(1);

    NodeSocket(ZMQ.Socket socket, LinkListener listener, HandshakeGuard guard) {
        this.socket = socket;
        this.listener = listener;
        this.guard = guard;
        lingerNanos = TimeUnit.MILLISECONDS.toNanos(socket.getLinger());
        queueMessages = socket.getSndHWM();
        socket.setEventHook(this::on, EVENTS);
    }

    private void on(ZEvent event) {
        switch (event.getEvent()) {
            case CONNECTED -> guard.opened(this, port(event));
            case HANDSHAKE_PROTOCOL -> {
                listener.connected(port(event));
            }
            case DISCONNECTED -> {
                guard.done(this, port(event));
                listener.disconnected(port(event));
            }
            case MONITOR_STOPPED -> {
                goneNanos = System.nanoTime();
                gone.countDown();
            }
            default -> throw new IllegalStateException("an event that was not asked for: " + event);
        }
    }

    private static int port(ZEvent event) {
        String address = event.getAddress();
        return Integer.parseInt(address, address.lastIndexOf(':') + 1, address.length(), 10);
    }

    /** Tells that something came over the connection to this port; to be called for the first thing at least. */
    void heardFrom(int port) {
        guard.done(this, port);
    }

    /** How many messages it takes ahead of the network. */
    int queueMessages() {
        return queueMessages;
    }

    /** The channel that is readable while there is something to process. */
    SelectableChannel signal() {
        return socket.getFD();
    }

    void connect(String endpoint) {
        try {
            shielded(() -> socket.connect(endpoint));
        } catch (ZMQException | IllegalArgumentException e) {
            throw new ZrsException(ErrorCode.IO, "cannot connect to " + endpoint, "check the master's address", e);
        }
    }

    void disconnect(String endpoint) {
        shielded(() -> socket.disconnect(endpoint));
    }

    /** Sends one frame, which it takes over; false if there is no room or no connection for it now. */
    boolean trySend(byte[] frame) {
        // As shielded, without its lambdas: it is called for each message.
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return socket.send(frame, ZMQ.DONTWAIT);
                } catch (ZMQException e) {
                    checkInterrupted(e);
                    interrupted = true;
                }
            }
        } finally {
            restore(interrupted);
        }
    }

    private static void checkInterrupted(ZMQException e) {
        if (e.getErrorCode() != ZMQ.Error.EINTR.getCode()) {
            throw e;
        }
    }

    /**
     * Sends one frame behind an empty one, as REQ would: a REP socket, an original master's, takes no other. False if there
     * is no connection for it now.
     */
    boolean trySendRequest(byte[] frame) {
        return shielded(() -> socket.send(EMPTY, ZMQ.SNDMORE | ZMQ.DONTWAIT)) && trySend(frame);
    }

    /** Takes the last frame of the next message, or null if there is none now: what stands before is its envelope. */
    byte[] tryReceiveReply() {
        byte[] frame = receiveFrame();
        while (frame != null && socket.hasReceiveMore()) {
            frame = receiveFrame();
        }
        return frame;
    }

    /** Whether {@link #tryReceive} would return something; processes what waits for the socket. */
    boolean hasInput() {
        boolean interrupted = Thread.interrupted();
        int events = socket.getEvents();
        while (events < 0 && socket.errno() == ZMQ.Error.EINTR.getCode()) {
            interrupted = true;
            events = socket.getEvents();
        }
        restore(interrupted);
        return events > 0 && (events & ZMQ.Poller.POLLIN) != 0;
    }

    /**
     * Takes the next message, or null if there is none now. Further frames are appended to the first; if that is a single
     * word, with the blank between that ends the word.
     */
    byte[] tryReceive() {
        byte[] frame = receiveFrame();
        return frame == null || !socket.hasReceiveMore() ? frame : joined(frame);
    }

    private byte[] receiveFrame() {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return socket.recv(ZMQ.DONTWAIT);
                } catch (ZMQException e) {
                    checkInterrupted(e);
                    interrupted = true;
                }
            }
        } finally {
            restore(interrupted);
        }
    }

    private byte[] joined(byte[] first) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        if (Frames.wordEnd(first) == first.length) {
            all.write(' ');
        }
        while (socket.hasReceiveMore()) {
            all.writeBytes(receiveFrame());
        }
        return all.toByteArray();
    }

    /** Leaves the rest to ZeroMQ's own thread, which sends what is queued for as long as the linger period lasts. */
    void close() {
        closedNanos = System.nanoTime();
        shielded(() -> {
            socket.close();
            return true;
        });
    }

    /**
     * Waits after {@link #close} until everything is sent or given up.
     *
     * @return whether it ended by itself: with the connection, or because everything had left; false if time was up before
     */
    boolean awaitGone(Deadline deadline) {
        boolean interrupted = Thread.interrupted();
        boolean waiting = true;
        while (waiting) {
            try {
                waiting = !gone.await(deadline.remaining(), TimeUnit.NANOSECONDS) && !deadline.hasPassed();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        restore(interrupted);
        return gone.getCount() == 0 && goneNanos - closedNanos < lingerNanos;
    }

    private static boolean shielded(BooleanSupplier operation) {
        return shielded((Supplier<Boolean>) operation::getAsBoolean);
    }

    private static <T> T shielded(Supplier<T> operation) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return operation.get();
                } catch (ZMQException e) {
                    checkInterrupted(e);
                    interrupted = true;
                }
            }
        } finally {
            restore(interrupted);
        }
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
