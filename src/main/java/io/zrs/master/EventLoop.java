package io.zrs.master;

import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.ZmtpConnection;
import io.zrs.zmtp.ZmtpContext;
import io.zrs.zmtp.ZmtpEndpoint;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The master's one thread at work: waits for sockets, serves those that are ready, and ticks once a second. */
final class EventLoop {
    private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long DRAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long KEEP_FREE_BYTES = 16L << 20;

    private final Selector selector;
    private final ZmtpContext context;
    private final Admission admission;
    private final Reports reports;
    private final List<Listener> listeners = new ArrayList<>();
    private final List<ZmtpConnection> connections = new ArrayList<>();
    private final Consumer<SelectionKey> dispatch = this::dispatch;
    private boolean awake;
    private volatile boolean stopping;

    EventLoop(Selector selector, ZmtpContext context, Admission admission, Reports reports) {
        this.selector = selector;
        this.context = context;
        this.admission = admission;
        this.reports = reports;
    }

    /** Serves a listening port from now on. */
    void listen(ServerSocketChannel channel, ZmtpEndpoint endpoint) throws IOException {
        Listener listener = new Listener(channel, endpoint, context, admission, reports);
        listener.registered(channel.register(selector, SelectionKey.OP_ACCEPT, listener));
        listeners.add(listener);
    }

    SelectionKey register(SocketChannel channel) throws IOException {
        return channel.register(selector, 0);
    }

    /** Serves a connection from now on. */
    void add(ZmtpConnection connection, SelectionKey key) {
        key.attach(connection);
        connection.slot(connections.size());
        connections.add(connection);
        admission.connectionOpened();
        connection.start();
    }

    /** Forgets a connection that has ended. */
    void remove(ZmtpConnection connection) {
        ZmtpConnection last = connections.remove(connections.size() - 1);
        if (last != connection) {
            connections.set(connection.slot(), last);
            last.slot(connection.slot());
        }
        admission.connectionClosed();
    }

    /**
     * Runs until {@link #stop}; then queues get a moment to drain, and everything is closed.
     *
     * @param onTurn what else is to be done whenever something was; says how soon it wants to be called again at the
     *     latest, in nanoseconds
     * @param onTick what else is to be done once a second
     * @throws IOException if the system refuses to wait for sockets
     */
    void run(LongSupplier onTurn, Runnable onTick) throws IOException {
        try {
            long nextTick = context.now() + TICK_NANOS;
            while (!stopping) {
                long nextTurn = onTurn.getAsLong();
                select(Math.min(nextTurn, nextTick - context.now()));
                if (context.now() - nextTick >= 0) {
                    tick(onTick);
                    nextTick = context.now() + TICK_NANOS;
                }
            }
            listeners.forEach(Listener::close);
            long deadline = context.now() + DRAIN_NANOS;
            while (context.backlog().bytes() > 0 && context.now() - deadline < 0) {
                select(deadline - context.now());
            }
        } finally {
            closeAll();
        }
    }

    private void select(long nanos) throws IOException {
        awake = false;
        selector.select(dispatch, Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
        context.tick();
    }

    private void dispatch(SelectionKey key) {
        if (!awake) {
            // It may have slept for a second: what is ready now is not of the time before.
            awake = true;
            context.tick();
        }
        if (!key.isValid()) {
            return;
        }
        Object attachment = key.attachment();
        if (attachment instanceof ZmtpConnection connection) {
            guarded(connection, ZmtpConnection::onReady);
        } else if (attachment instanceof Listener listener) {
            try {
                listener.onReady(this);
            } catch (RuntimeException | OutOfMemoryError e) {
                reports.refused("internal error: " + e, "?");
            }
        }
    }

    /** A fault in serving one connection, or its greed, costs that connection and no other. */
    private static void guarded(ZmtpConnection connection, Consumer<ZmtpConnection> service) {
        try {
            service.accept(connection);
        } catch (RuntimeException | OutOfMemoryError e) {
            connection.violated("internal error: " + e);
        }
    }

    private void tick(Runnable onTick) {
        // From the end: one that closes leaves its place to the last one, which had its turn.
        for (int i = connections.size() - 1; i >= 0; i--) {
            if (i < connections.size()) { // one may have taken others with it
                guarded(connections.get(i), ZmtpConnection::tick);
            }
        }
        listeners.forEach(Listener::resume);
        onTick.run();
        reports.flush();
        context.pool().trim(KEEP_FREE_BYTES);
    }

    /** Ends {@link #run}; may be called from any thread. */
    void stop() {
        stopping = true;
        selector.wakeup();
    }

    /** Closes everything in place of {@link #run}, when it could not start. */
    void abandon() {
        listeners.forEach(Listener::close);
        closeAll();
    }

    private void closeAll() {
        List.copyOf(connections).forEach(connection -> connection.close(CloseReason.SHUTDOWN));
        reports.flush();
        try {
            selector.close();
        } catch (IOException ignored) {
            // Every channel is closed already, and the process ends.
        }
    }
}
