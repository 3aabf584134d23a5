package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The way of one topic's messages to the master, shared by the node's publishers of that topic.
 *
 * <p>A socket a topic: JeroMQ's XPUB keeps a full connection marked as a receiver of the next message, whatever its
 * topic, so that one slow topic would hold up all others in a socket; and it would send {@code BARO_AVG} to {@code BARO}'s
 * port too, as it matches prefixes.
 *
 * <p>Publishing threads use the socket themselves, under the lock, which costs less than handing messages over to a
 * thread. What the socket has to tell (the master's subscription, room in the queue) reaches whoever uses it next; if
 * nobody does, the watcher's thread is signalled and comes to look.
 */
final class TopicSender {
    private final TopicName topic;
    private final byte[] prefix;
    private final NodeSocket socket;
    private final Runnable onReopen;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Where the master takes this topic's messages; null before the first connection. */
    private MasterAddress ingress;

    /** How many of the master's subscriptions cover this topic; more than none means that messages pass. */
    private int gates;

    private boolean wasOpen;
    private int waiting;
    private boolean mayWait = true;
    private volatile boolean closed;

    /** {@code onReopen} is called when the way is open again after it was lost; it must return at once. */
    TopicSender(TopicName topic, NodeSocket socket, Runnable onReopen) {
        this.topic = topic;
        prefix = Frames.prefix(topic);
        this.socket = socket;
        this.onReopen = onReopen;
    }

    TopicName topic() {
        return topic;
    }

    byte[] prefix() {
        return prefix;
    }

    NodeSocket socket() {
        return socket;
    }

    /** Connects, or moves to another port; has no effect where a way to this one is open. */
    void connect(MasterAddress newPort) {
        lock.lock();
        try {
            attend();
            if (closed || (newPort.equals(ingress) && gates > 0)) {
                return;
            }
            if (ingress != null) {
                // Even from the same port: it ends the pause between attempts, and revives one that was given up.
                socket.disconnect(ingress.endpoint());
            }
            ingress = newPort;
            socket.connect(ingress.endpoint());
            attend();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the way is open; an interrupt is kept for later. */
    void awaitOpen(Deadline deadline) {
        boolean interrupted = false;
        lock.lock();
        try {
            while (gates == 0) {
                checkOpen();
                if (deadline.hasPassed()) {
                    throw new ZrsException(
                            ErrorCode.TIMEOUT,
                            "the master does not take messages on " + topic + " at " + ingress,
                            "check that its data ports are reachable");
                }
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

    private void checkOpen() {
        if (closed) {
            throw new ZrsException(ErrorCode.CLOSED, "the publisher of " + topic + " is closed");
        }
    }

    /**
     * Sends a frame, which it takes over.
     *
     * @param deadline when a publisher that waits for room or a way gives up
     * @return false if there was no room or no way and {@code publisher} does not wait for that, or no longer
     */
    boolean send(byte[] frame, Publisher publisher, Deadline deadline) {
        lock.lock();
        try {
            while (!closed && !publisher.isClosed()) {
                if (trySend(frame)) {
                    return true;
                }
                if (!mayWait || deadline.hasPassed() || !awaitChange(deadline)) {
                    return false;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean trySend(byte[] frame) {
        if (gates == 0) {
            return false;
        }
        boolean taken = socket.trySend(frame);
        attend();
        if (taken && waiting > 0) {
            // This call may have used up the signal for room that a waiting thread needs to hear of.
            changed.signal();
        }
        // Without a gate the socket takes a message and throws it away.
        return taken && gates > 0;
    }

    /** Whether to look again; not after an interrupt. */
    private boolean awaitChange(Deadline deadline) {
        waiting++;
        try {
            changed.awaitNanos(deadline.remaining());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
        }
    }

    /** Comes to look what the socket has to tell; for the watcher. */
    void onSignal() {
        lock.lock();
        try {
            if (!closed) {
                attend();
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void attend() {
        while (socket.hasInput()) {
            byte[] notice = socket.tryReceive();
            if (notice != null && notice.length > 0 && covers(notice)) {
                turn(notice[0]);
            }
        }
    }

    /** Whether the subscription behind the notice's first byte is for this topic: TOPIC, or a part of it. */
    private boolean covers(byte[] notice) {
        int length = notice.length - 1;
        if (length > prefix.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (notice[i + 1] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private void turn(byte subscribed) {
        boolean before = gates > 0;
        gates += subscribed == 1 ? 1 : subscribed == 0 && gates > 0 ? -1 : 0;
        if (!before && gates > 0) {
            socket.heardFrom(ingress.port());
            if (wasOpen) {
                onReopen.run();
            }
            wasOpen = true;
            changed.signalAll();
        }
    }

    boolean isOpen() {
        lock.lock();
        try {
            return gates > 0 && !closed;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Ends every wait: from now on a message is taken at once or not at all. */
    void endWaits() {
        lock.lock();
        try {
            mayWait = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets waiting threads look again whether their publisher is closed. */
    void wakeAll() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what is queued goes on its way, see {@link NodeSocket#awaitGone}. Again has no effect. */
    void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                socket.close();
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
