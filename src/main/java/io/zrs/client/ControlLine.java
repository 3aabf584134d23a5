package io.zrs.client;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The socket of a link to a master's control port, and what is known of its connections. Guarded by the link's lock, except
 * where it says otherwise.
 */
final class ControlLine {
    private final Sockets sockets;
    private final MasterAddress master;
    private final SocketWatcher watcher;
    private final SocketSelector selector;
    private final Runnable onSignal;
    private final Runnable onDoubt;
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong losses = new AtomicLong();

    private NodeSocket socket;
    private volatile Listener listener;
    private volatile boolean connected;

    /** Hears of one socket's connections, and no more once that socket was replaced. */
    private final class Listener implements LinkListener {
        @Override
        public void connected(int port) {
            if (listener == this) {
                boolean first = connections.incrementAndGet() == 1;
                connected = true;
                wake();
                if (!first) {
                    onDoubt.run();
                }
            }
        }

        @Override
        public void disconnected(int port) {
            if (listener == this) {
                connected = false;
                losses.incrementAndGet();
                wake();
            }
        }
    }

    /**
     * Without a socket yet.
     *
     * @param watcher runs {@code onSignal} when something comes; null if whoever waits calls {@link #awaitSignal}
     * @param onDoubt called at every connection but the first, on ZeroMQ's I/O thread; must return at once
     */
    ControlLine(Sockets sockets, MasterAddress master, SocketWatcher watcher, Runnable onSignal, Runnable onDoubt) {
        this.sockets = sockets;
        this.master = master;
        this.watcher = watcher;
        this.onSignal = onSignal;
        this.onDoubt = onDoubt;
        selector = watcher == null ? new SocketSelector() : null;
    }

    /** Begins to connect, unless it has. */
    void open() {
        if (socket == null) {
            listener = new Listener();
            socket = sockets.control(listener);
            if (watcher == null) {
                selector.add(socket.signal(), () -> {});
            } else {
                watcher.watch(socket.signal(), onSignal);
            }
            socket.connect(master.endpoint());
        }
    }

    /** Sends a request; false if there is no connection for it now. */
    boolean trySend(byte[] request) {
        if (socket == null) {
            return false;
        }
        boolean sent = socket.trySendRequest(request);
        if (!sent) {
            socket.hasInput();
        }
        return sent;
    }

    /** What came next; null if there is nothing now. */
    byte[] tryReceive() {
        byte[] frame = socket == null ? null : socket.tryReceiveReply();
        if (frame != null) {
            socket.heardFrom(master.port());
        }
        return frame;
    }

    /** Waits for a signal or {@link #wake}, where there is no watcher; returns as {@link SocketSelector#await}. */
    boolean awaitSignal(Deadline deadline) {
        return selector.await(deadline.remaining());
    }

    /** Ends the wait for signals, or has the watcher take its next turn; for any thread. */
    void wake() {
        if (watcher == null) {
            selector.wake();
        } else {
            watcher.wake();
        }
    }

    /** Closes the socket, if there is one: the next request has to {@link #open} another. */
    void drop() {
        if (socket != null) {
            if (watcher == null) {
                selector.remove(socket.signal());
            } else {
                watcher.unwatch(socket.signal());
            }
            socket.close();
            socket = null;
            connected = false;
            losses.incrementAndGet();
        }
    }

    /** Drops the socket, and what waits for signals. */
    void close() {
        drop();
        if (selector != null) {
            selector.close();
        }
    }

    /** How many connections there have been; for any thread. */
    long connections() {
        return connections.get();
    }

    /** How many of them were lost or dropped; for any thread. */
    long losses() {
        return losses.get();
    }

    /** Whether there is a connection now; for any thread. */
    boolean isConnected() {
        return connected;
    }
}
