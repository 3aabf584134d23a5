package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.NodeMark;
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
    private final byte[] mark;
    private final Gate gate;
    private final NodeSocket socket;
    private final Runnable onReopen;
    private final Runnable onWanted;
    private final Tally tally;
    private final SendWindow window;
    private final AtomicLong dropped = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Where the master takes this topic's messages; null before the first connection. */
    private MasterAddress ingress;

    /**
     * Whether the way was lost since the master registered this end: then it may be another master, and nothing is sent
     * before that is settled.
     */
    private boolean inDoubt;

    /** The last message of a latched publisher, and whether it is for a new master to hear. */
    private Latched latched;

    private boolean repeat;
    private int waiting;
    private boolean mayWait = true;
    private volatile boolean closed;

    /** A message that a master keeps for later subscribers. */
    private record Latched(byte[] frame, Publisher publisher) {}

    /**
     * {@code tally} is the registration's. {@code onReopen} is called when the way is open again and it is in doubt to whom; it must return at once, and see to it
     * that {@link #resume}, {@link #startOver} or {@link #connect} is called. {@code onWanted} is called when
     * {@link #wantsConfirmation} has become true; it must return at once.
     */
    TopicSender(
            TopicName topic,
            String instance,
            NodeSocket socket,
            Tally tally,
            SendWindow window,
            Runnable onReopen,
            Runnable onWanted) {
        this.topic = topic;
        prefix = Frames.prefix(topic);
        gate = new Gate(prefix);
        mark = NodeMark.of(instance);
        this.socket = socket;
        this.tally = tally;
        this.window = window;
        this.onReopen = onReopen;
        this.onWanted = onWanted;
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

    /** What went to the master under this sender's registration. */
    Tally tally() {
        return tally;
    }

    /** Connects under this grant, or moves to its port; leaves a way to this port that is open as it is. */
    void connect(MasterAddress newPort, Grant grant) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            attend();
            if (newPort.equals(ingress) && gate.isOpen()) {
                register(grant);
                settleDoubt();
                return;
            }
            if (ingress != null && !newPort.equals(ingress)) {
                endRegistration(OptionalLong.empty());
            }
            if (ingress != null) {
                // Even from the same port: it ends the pause between attempts, and revives one that was given up.
                socket.disconnect(ingress.endpoint());
            }
            register(grant);
            // While the old way still counts as open, its end is yet to be told, and will be taken for a loss.
            inDoubt = gate.isOpen() && tally.isCounted();
            ingress = newPort;
            socket.connect(ingress.endpoint());
            attend();
        } finally {
            lock.unlock();
        }
    }

    private void register(Grant grant) {
        tally.register(grant);
        gate.mustBeAsked(tally.isCounted());
    }

    /** The registration may be gone; as after a loss of the way. */
    void doubt() {
        lock.lock();
        try {
            inDoubt = tally.isCounted();
        } finally {
            lock.unlock();
        }
    }

    /** The registration has outlived the loss of the way. */
    void resume() {
        lock.lock();
        try {
            if (!closed) {
                attend();
                settleDoubt();
            }
        } finally {
            lock.unlock();
        }
    }

    private void settleDoubt() {
        inDoubt = false;
        if (gate.isOpen()) {
            opened();
        }
    }

    /** Ends the registration, with the number of messages that came if that is known, and the way: {@link #connect} is next. */
    void startOver(OptionalLong received) {
        lock.lock();
        try {
            if (!closed) {
                if (ingress != null) {
                    socket.disconnect(ingress.endpoint());
                    ingress = null;
                }
                endRegistration(received);
            }
        } finally {
            lock.unlock();
        }
    }

    private void endRegistration(OptionalLong received) {
        tally.settle(received);
        window.clear();
        repeat = latched != null;
    }

    boolean isInDoubt() {
        lock.lock();
        try {
            if (!closed) {
                attend();
            }
            return inDoubt;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the way is open; an interrupt is kept for later. */
    void awaitOpen(Deadline deadline) {
        boolean interrupted = false;
        lock.lock();
        try {
            while (!passes()) {
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

    private boolean trySend(byte[] frame) {
        if (!passes() || !fits(frame)) {
            return false;
        }
        boolean taken = socket.trySend(frame);
        attend();
        if (taken && waiting > 0) {
            // This call may have used up the signal for room that a waiting thread needs to hear of.
            changed.signal();
        }
        // Without a gate the socket takes a message and throws it away.
        if (taken && passes()) {
            countSent(frame);
            return true;
        }
        return false;
    }

    private boolean fits(byte[] frame) {
        if (!tally.isCounted() || window.fits(frame.length)) {
            return true;
        }
        if (window.want()) {
            onWanted.run();
        }
        return false;
    }

    private void countSent(byte[] frame) {
        tally.addSent();
        if (tally.isCounted() && window.add(frame.length, tally.sent())) {
            onWanted.run();
        }
    }

    /** Whether the master shall be asked what came, before the next heartbeat does; for any thread. */
    boolean wantsConfirmation() {
        return window.isWanted();
    }

    /** The master says, after this greeting, how much came; returns whether that is news. */
    boolean confirm(long received, long greeting) {
        lock.lock();
        try {
            long before = tally.confirmed();
            tally.confirm(received, greeting);
            if (tally.isOf(greeting)) {
                window.confirm(tally.confirmed(), tally.sent());
                changed.signalAll();
            }
            return tally.confirmed() > before;
        } finally {
            lock.unlock();
        }
    }

    /** Another sender of the registration has ended: what it could not send is never confirmed. */
    void outlive() {
        lock.lock();
        try {
            window.lose(tally.confirmed(), tally.sent());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean passes() {
        return gate.isOpen() && !inDoubt;
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
            if (notice != null) {
                if (Gate.asksWhose(notice)) {
                    socket.trySend(mark);
                }
                heed(notice);
            }
        }
    }

    private void heed(byte[] notice) {
        boolean before = gate.isOpen();
        gate.heed(notice);
        if (before && !gate.isOpen()) {
            inDoubt = tally.isCounted();
            window.lose(tally.confirmed(), tally.sent());
        }
        if (!before && gate.isOpen()) {
            if (ingress != null) {
                socket.heardFrom(ingress.port());
            }
            if (inDoubt) {
                onReopen.run();
            } else {
                opened();
            }
        }
    }

    private void opened() {
        if (repeat && tally.isCounted() && socket.trySend(latched.frame())) {
            countSent(latched.frame());
            latched.publisher().countRepeated();
        }
        repeat = false;
        changed.signalAll();
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
        return Math.min(tally.sent(), socket.queueMessages());
    }

    boolean isOpen() {
        lock.lock();
        try {
            return passes() && !closed;
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
