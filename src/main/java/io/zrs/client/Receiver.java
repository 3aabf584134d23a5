package io.zrs.client;

import io.zrs.model.Message;
import io.zrs.protocol.SubscriptionGate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The one socket that a node receives on, and the thread that reads it and calls the listeners.
 *
 * <p>While that thread cannot deliver, it does not read, so that messages wait in the socket and then in the master. There
 * is one exception: as long as somebody waits for a route to become active, it reads on, as the news of that comes behind
 * messages, and keeps them in a backlog.
 */
final class Receiver implements LinkListener {
    private static final int MAX_BACKLOG = 10_000;

    private final NodeOptions options;
    private final Membership membership;
    private final Consumer<Throwable> onFailure;
    private final byte[] answerStart;
    private final Routes routes;
    private final ReentrantLock socketLock = new ReentrantLock();
    private final NodeSocket socket;
    private final ReceiveWindow window;
    private final SocketSelector selector = new SocketSelector();
    private final AtomicInteger gateWaiters = new AtomicInteger();
    private final Thread thread;

    /** Read but not yet delivered; the receive thread's own, as is the route of the frame before. */
    private final Deque<Message> backlog = new ArrayDeque<>();

    private long backlogBytes;
    private Route lastRoute;
    private volatile boolean closed;

    /** {@code onFailure} takes an error that ended the receive thread. */
    Receiver(
            NodeOptions options, Sockets sockets, Routes routes, Membership membership, Consumer<Throwable> onFailure) {
        this.options = options;
        this.membership = membership;
        this.routes = routes;
        this.onFailure = onFailure;
        byte[] gate = SubscriptionGate.prefix(membership.id().instance());
        answerStart = Frames.prefix(gate);
        window = new ReceiveWindow(options.receiveBufferBytes(), this::wake);
        socket = sockets.subscriber(options.receiveBufferMessages(), window, options.early(), gate, this);
        selector.add(socket.signal(), () -> {});
        thread = Threads.start("zrs-receive-" + options.name(), this::run);
    }

    /** Connects a route, or moves it to another port; has no effect where it is active on this one. */
    void connect(Route route, Grant grant) {
        socketLock.lock();
        try {
            route.greeting = grant.greeting();
            if (closed || (grant.port() == route.port && routes.isActive(route))) {
                return;
            }
            detach(route);
            routes.bind(route, grant.port());
            socket.connect(options.master().withPort(grant.port()).endpoint());
        } finally {
            socketLock.unlock();
        }
        // Connecting may have used up the signal that the receive thread waits for.
        wake();
    }

    void disconnect(Route route) {
        socketLock.lock();
        try {
            if (!closed) {
                detach(route);
            }
        } finally {
            socketLock.unlock();
        }
        wake();
    }

    private void detach(Route route) {
        if (route.port != 0) {
            routes.unbind(route);
            socket.disconnect(options.master().withPort(route.port).endpoint());
        }
    }

    /** Waits until the route is active. May be called from a listener. */
    void awaitActive(Route route, Deadline deadline) {
        gateWaiters.incrementAndGet();
        wake();
        try {
            if (Thread.currentThread() != thread) {
                routes.await(route, deadline);
                return;
            }
            while (!routes.isDone(route, deadline)) {
                readAhead(deadline.remaining());
            }
        } finally {
            gateWaiters.decrementAndGet();
        }
    }

    private void run() {
        try {
            while (!closed) {
                receiveOne();
            }
        } catch (RuntimeException | Error e) {
            onFailure.accept(e);
        } finally {
            selector.close();
        }
    }

    private void receiveOne() {
        Message message = backlog.poll();
        if (message == null) {
            message = read();
        } else {
            backlogBytes -= message.length();
        }
        if (message == null) {
            selector.heedSignals(true);
            selector.await(Long.MAX_VALUE);
        } else {
            deliver(message);
        }
    }

    private void deliver(Message message) {
        Route route = routes.find(message.topic());
        if (route == null) {
            return;
        }
        for (Subscription subscription : route.subscriptions()) {
            while (!closed && !subscription.delivery().offer(message)) {
                readAhead(Long.MAX_VALUE);
            }
        }
    }

    /** Reads one message into the backlog, or waits; reads none if nobody waits for the news that come with them. */
    private void readAhead(long timeoutNanos) {
        boolean reading =
                gateWaiters.get() > 0 && backlog.size() < MAX_BACKLOG && backlogBytes < options.receiveBufferBytes();
        Message message = reading ? read() : null;
        if (message != null) {
            backlog.add(message);
            backlogBytes += message.length();
        } else {
            selector.heedSignals(reading);
            selector.await(timeoutNanos);
        }
    }

    /** The next message for a route; null if there is none now. */
    private Message read() {
        while (true) {
            long allocated = window.allocated();
            byte[] frame = receive();
            if (frame == null) {
                window.foundEmpty(allocated);
                return null;
            }
            window.take(frame.length);
            if (isGate(frame)) {
                onGate(frame);
            } else {
                int wordEnd = Frames.wordEnd(frame);
                Route route = route(frame, wordEnd);
                if (route != null) {
                    return route.message(frame, wordEnd);
                }
            }
        }
    }

    private byte[] receive() {
        socketLock.lock();
        try {
            return closed ? null : socket.tryReceive();
        } finally {
            socketLock.unlock();
        }
    }

    private boolean isGate(byte[] frame) {
        int length = answerStart.length;
        return frame.length > length && Arrays.equals(frame, 0, length, answerStart, 0, length);
    }

    private void onGate(byte[] frame) {
        byte[] topic = Arrays.copyOfRange(frame, answerStart.length, frame.length);
        Route route = routes.find(topic, topic.length);
        if (route != null) {
            socket.heardFrom(route.port);
            routes.activate(route);
        }
    }

    private Route route(byte[] frame, int wordEnd) {
        if (lastRoute == null || !lastRoute.matches(frame, wordEnd)) {
            lastRoute = routes.find(frame, wordEnd);
        }
        return lastRoute;
    }

    @Override
    public void connected(int port) {
        Route route = routes.find(port);
        // A zrs master answers the gate, and the route is active when it has; others never do.
        if (route != null && membership.protocol() == 1) {
            routes.activate(route);
            wake();
        }
    }

    @Override
    public void disconnected(int port) {
        Route route = routes.find(port);
        if (route != null) {
            routes.deactivate(route);
        }
    }

    /** Makes the receive thread look again at what it waits for. */
    void wake() {
        selector.wake();
    }

    /** Ends the receive thread, and waits for it unless this is called from a listener. */
    void close() {
        window.close();
        socketLock.lock();
        try {
            closed = true;
            socket.close();
        } finally {
            socketLock.unlock();
        }
        wake();
        Threads.join(thread, Deadline.after(options.flushTimeout()));
    }
}
