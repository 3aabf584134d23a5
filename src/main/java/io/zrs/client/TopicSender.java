package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
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
    private final IngressLink link;
    private final InFlight inFlight;
    private final AtomicLong dropped = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** The last message of a latched publisher, and whether it is for a new master to hear. */
    private Latched latched;

    private boolean repeat;
    private int waiting;
    private boolean mayWait = true;
    private volatile boolean closed;

    /** A message that a master keeps for later subscribers. */
    private record Latched(byte[] frame, Publisher publisher) {}

    /**
     * {@code inFlight} is under the registration. {@code onReopen} is called when the way is open again and it is in doubt to
     * whom; it must return at once, and see to it that {@link #resume}, {@link #startOver} or {@link #connect} is called.
     */
    TopicSender(TopicName topic, String instance, NodeSocket socket, InFlight inFlight, Runnable onReopen) {
        this.topic = topic;
        prefix = Frames.prefix(topic);
        this.inFlight = inFlight;
        link = new IngressLink(prefix, instance, socket, inFlight, new IngressLink.Events() {
            @Override
            public void reopenedInDoubt() {
                onReopen.run();
            }

            @Override
            public void opened() {
                sendAgain();
                changed.signalAll();
            }

            @Override
            public void registrationEnded() {
                repeat = latched != null;
            }
        });
    }

    /** Lets a new master hear the latched message, which it is to keep. */
    private void sendAgain() {
        if (repeat && tally().isCounted() && link.socket().trySend(latched.frame())) {
            inFlight.add(latched.frame());
            latched.publisher().countRepeated();
        }
        repeat = false;
    }

    TopicName topic() {
        return topic;
    }

    byte[] prefix() {
        return prefix;
    }

    NodeSocket socket() {
        return link.socket();
    }

    /** What went to the master under this sender's registration. */
    Tally tally() {
        return inFlight.tally();
    }

    /** Connects under this grant, or moves to its port; leaves a way to this port that is open as it is. */
    void connect(MasterAddress newPort, Grant grant) {
        locked(() -> {
            if (!closed) {
                link.connect(newPort, grant);
            }
        });
    }

    /** The registration may be gone; as after a loss of the way. */
    void doubt() {
        locked(link::doubt);
    }

    /** The registration has outlived the loss of the way. */
    void resume() {
        locked(() -> {
            if (!closed) {
                link.resume();
            }
        });
    }

    /** Ends the registration, with the number of messages that came if that is known, and the way: {@link #connect} is next. */
    void startOver(OptionalLong received) {
        locked(() -> {
            if (!closed) {
                link.startOver(received);
            }
        });
    }

    boolean isInDoubt() {
        lock.lock();
        try {
            if (!closed) {
                link.attend();
            }
            return link.isInDoubt();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the way is open; an interrupt is kept for later. */
    void awaitOpen(Deadline deadline) {
        boolean interrupted = false;
        lock.lock();
        try {
            while (!link.passes()) {
                checkOpen();
                if (deadline.hasPassed()) {
                    throw new ZrsException(
                            ErrorCode.TIMEOUT,
                            "the master does not take messages on " + topic + " at " + link.ingress(),
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
                    if (publisher.isLatched()) {
                        latched = new Latched(frame, publisher);
                    }
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

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private boolean trySend(byte[] frame) {
        if (!link.passes() || !inFlight.fits(frame)) {
            return false;
        }
        boolean taken = link.trySend(frame);
        if (taken && waiting > 0) {
            // This call may have used up the signal for room that a waiting thread needs to hear of.
            changed.signal();
        }
        // Without a gate the socket takes a message and throws it away.
        if (taken && link.passes()) {
            inFlight.add(frame);
            return true;
        }
        return false;
    }

    /** Whether the master shall be asked what came, before the next heartbeat does; for any thread. */
    boolean wantsConfirmation() {
        return inFlight.isConfirmationWanted();
    }

    /** The master says, after this greeting, how much came; returns whether that is news. */
    boolean confirm(long received, long greeting) {
        lock.lock();
        try {
            changed.signalAll();
            return inFlight.confirm(received, greeting);
        } finally {
            lock.unlock();
        }
    }

    /** From now on the master is to hold it back rather than to drop what it sends. */
    void bePatient() {
        locked(() -> {
            if (!closed) {
                link.bePatient();
            }
        });
    }

    /** Waits until nothing is under way whose coming the master will confirm; false if something is still. */
    boolean awaitSettled(Deadline deadline) {
        lock.lock();
        try {
            while (!closed && inFlight.wantAll()) {
                if (deadline.hasPassed() || !awaitChange(deadline)) {
                    return false;
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Another sender of the registration has ended: what it could not send is never confirmed. */
    void outlive() {
        locked(() -> {
            inFlight.lose();
            changed.signalAll();
        });
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
        locked(() -> {
            if (!closed) {
                link.attend();
                changed.signalAll();
            }
        });
    }

    /** A publisher had to drop a message. */
    void countDropped() {
        dropped.getAndIncrement();
    }

    long dropped() {
        return dropped.get();
    }

    /** How many messages may wait in the queue at most, as far as they are not known to have left. */
    long mostQueued() {
        return Math.min(tally().sent(), link.socket().queueMessages());
    }

    boolean isOpen() {
        lock.lock();
        try {
            return link.passes() && !closed;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Ends every wait: from now on a message is taken at once or not at all. */
    void endWaits() {
        locked(() -> {
            mayWait = false;
            changed.signalAll();
        });
    }

    /** Lets waiting threads look again whether their publisher is closed. */
    void wakeAll() {
        locked(changed::signalAll);
    }

    /** Takes no more; what is queued goes on its way, see {@link NodeSocket#awaitGone}. Again has no effect. */
    void close() {
        locked(() -> {
            if (!closed) {
                closed = true;
                link.socket().close();
                changed.signalAll();
            }
        });
    }
}
