package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The routes of a node by topic, and which of them are active. */
final class Routes {
    private final Map<String, Route> byName = new ConcurrentHashMap<>();
    private final Map<Integer, Route> byPort = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    void add(Route route) {
        byName.put(route.topic().value(), route);
    }

    void remove(Route route) {
        byName.remove(route.topic().value(), route);
    }

    /** The route of the topic that is the frame's first word, or null. */
    Route find(byte[] frame, int wordEnd) {
        return byName.get(new String(frame, 0, wordEnd, StandardCharsets.UTF_8));
    }

    Route find(TopicName topic) {
        return byName.get(topic.value());
    }

    Collection<Route> all() {
        return byName.values();
    }

    Route find(int port) {
        return byPort.get(port);
    }

    /** Forgets the route's port; what it was connected to no longer counts. */
    void unbind(Route route) {
        byPort.remove(route.port, route);
        deactivate(route);
    }

    void bind(Route route, int port) {
        route.port = port;
        byPort.put(port, route);
    }

    void activate(Route route) {
        lock.lock();
        try {
            if (!route.active) {
                route.active = true;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void deactivate(Route route) {
        lock.lock();
        try {
            route.active = false;
        } finally {
            lock.unlock();
        }
    }

    boolean isActive(Route route) {
        lock.lock();
        try {
            return route.active;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the route is active; an interrupt is kept for later. */
    void await(Route route, Deadline deadline) {
        boolean interrupted = false;
        lock.lock();
        try {
            while (!isDone(route, deadline)) {
                try {
                    changed.awaitNanos(deadline.remaining());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Whether the route is active.
     *
     * @throws ZrsException {@link ErrorCode#TIMEOUT} if it is not and time is up, {@link ErrorCode#CLOSED} after close
     */
    boolean isDone(Route route, Deadline deadline) {
        lock.lock();
        try {
            if (closed) {
                throw new ZrsException(ErrorCode.CLOSED, "the node is closed");
            }
            if (!route.active && deadline.hasPassed()) {
                throw new ZrsException(
                        ErrorCode.TIMEOUT,
                        "the master does not send messages on " + route.topic() + " at port " + route.port,
                        "check that its data ports are reachable, and that no listener keeps the node from receiving");
            }
            return route.active;
        } finally {
            lock.unlock();
        }
    }

    /** Ends every wait. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
