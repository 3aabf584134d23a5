package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.protocol.EarlySubscription;
import java.time.Duration;
import java.util.Optional;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/**
 * Opens the ZeroMQ sockets of one node, each with the options that its part needs. Those that receive have an I/O thread
 * of their own, in a context that there is once one is opened: it may wait for a {@link ReceiveWindow}.
 */
final class Sockets implements AutoCloseable {
    /** ZeroMQ's own limit of 1,024 would stop a node at as many topics; no memory is set aside for them. */
    private static final int MAX_SOCKETS = 8192;

    private static final int RECONNECT_MILLIS = 100;
    private static final int MAX_RECONNECT_MILLIS = 1000;

    /** Against peers that accept and say nothing; ZeroMQ's own 30 s are longer than anybody waits. */
    private static final int HANDSHAKE_MILLIS = 2000;

    private final MasterAddress master;
    private final ZMQ.Context context;
    private ZMQ.Context receiving;
    private final HandshakeGuard guard = new HandshakeGuard(this::nudge);

    Sockets(MasterAddress master) {
        this.master = master;
        context = open();
    }

    private ZMQ.Context open() {
        ZMQ.Context opened = ZMQ.context(1);
        opened.setThreadFactor(IoThread::new);
        opened.setMaxSockets(MAX_SOCKETS);
        opened.setIPv6(master.host().indexOf(':') >= 0);
        opened.setNotificationExceptionHandler((thread, e) ->
                Log.get().log(System.Logger.Level.DEBUG, "ZeroMQ's " + thread.getName() + " complains", e));
        return opened;
    }

    private synchronized Optional<ZMQ.Context> receiving() {
        return Optional.ofNullable(receiving);
    }

    private synchronized ZMQ.Context openReceiving() {
        if (receiving == null) {
            receiving = open();
        }
        return receiving;
    }

    private void nudge() {
        nudge(context);
        receiving().ifPresent(Sockets::nudge);
    }

    /** Gives ZeroMQ's I/O thread something new to watch, for a moment. */
    private static void nudge(ZMQ.Context context) {
        try (ZMQ.Socket socket = context.socket(SocketType.PAIR)) {
            socket.setLinger(0);
            socket.bind("tcp://127.0.0.1:*");
        } catch (ZMQException e) {
            Log.get().log(System.Logger.Level.DEBUG, "cannot nudge ZeroMQ's I/O thread", e);
        }
    }

    /** For requests, and what the master says unasked: none is queued for a master that is not there, so that none reaches its successor unasked. */
    NodeSocket control(LinkListener listener) {
        ZMQ.Socket socket = open(context, SocketType.DEALER);
        socket.setLinger(0);
        socket.setImmediate(false);
        return new NodeSocket(socket, listener, guard);
    }

    /**
     * For publishing. XPUB tells by the master's subscription when the way is open, and, as nothing is queued without a
     * connection, when it is lost.
     */
    NodeSocket publisher(int queueMessages, Duration flushTimeout) {
        ZMQ.Socket socket = open(context, SocketType.XPUB);
        socket.setXpubNoDrop(true);
        socket.setImmediate(false);
        socket.setSndHWM(queueMessages);
        socket.setLinger((int) Math.min(Integer.MAX_VALUE, flushTimeout.toMillis()));
        return new NodeSocket(socket, LinkListener.NONE, guard);
    }

    /**
     * For receiving, on any number of topics: each port carries its own topic's messages alone. The gate comes second, as
     * it asks whether what was sent before it is active; ZeroMQ repeats them in this order at every connection.
     */
    NodeSocket subscriber(int bufferMessages, ReceiveWindow window, boolean early, byte[] gate, LinkListener listener) {
        ZMQ.Socket socket = open(openReceiving(), SocketType.SUB);
        socket.setLinger(0);
        socket.setRcvHWM(bufferMessages);
        socket.setMsgAllocator(window);
        socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
        if (early) {
            socket.subscribe(EarlySubscription.prefix());
        }
        socket.subscribe(gate);
        return new NodeSocket(socket, listener, guard);
    }

    private static ZMQ.Socket open(ZMQ.Context context, SocketType type) {
        ZMQ.Socket socket = make(context, type);
        socket.setHandshakeIvl(HANDSHAKE_MILLIS);
        socket.setReconnectIVL(RECONNECT_MILLIS);
        socket.setReconnectIVLMax(MAX_RECONNECT_MILLIS);
        return socket;
    }

    private static ZMQ.Socket make(ZMQ.Context context, SocketType type) {
        try {
            return context.socket(type);
        } catch (ZError.IOException e) {
            throw new ZrsException(
                    ErrorCode.IO,
                    "no further socket can be made: " + e.getCause().getMessage(),
                    "each topic that is published needs some open files: raise their limit (ulimit -n), or name fewer topics",
                    e);
        }
    }

    /**
     * Waits until every closed socket has sent what it had, or given up. Each must have been closed before.
     *
     * <p>On a thread of its own: ZeroMQ cannot finish a termination that an interrupt has cut short.
     */
    @Override
    public void close() {
        guard.close();
        Thread closing = Threads.start("zrs-close", () -> {
            context.term();
            receiving().ifPresent(ZMQ.Context::term);
        });
        Threads.join(closing, Deadline.NEVER);
    }
}
