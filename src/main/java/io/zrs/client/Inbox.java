package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.ZrsException;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The messages of a node that wait to be polled. One lock and one order of arrival for all subscriptions, so that a
 * thread can wait for any of them.
 */
final class Inbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Runnable onRoom;

    private final Arrivals arrivals = new Arrivals();
    private int waiting;
    private boolean closed;
    private Throwable failure;

    /** One subscription's share, with its own bounds. Guarded by the inbox's lock. */
    final class Queue implements Delivery {
        private final SubscriptionOptions options;
        private final Arrivals.Chain waitingHere = arrivals.new Chain();
        private long received;
        private long dropped;
        private boolean refused;
        private boolean ended;

        private Queue(SubscriptionOptions options) {
            this.options = options;
        }

        @Override
        public boolean offer(Message message) {
            lock.lock();
            try {
                return put(message);
            } finally {
                lock.unlock();
            }
        }

        private boolean put(Message message) {
            if (ended) {
                return true;
            }
            while (!hasRoom(message.length())) {
                if (options.overflow() == Overflow.BLOCK) {
                    refused = true;
                    return false;
                }
                waitingHere.removeOldest();
                dropped++;
            }
            waitingHere.append(message, this);
            received++;
            if (waiting > 0) {
                changed.signalAll();
            }
            return true;
        }

        private boolean hasRoom(int size) {
            int messages = waitingHere.messages();
            return messages == 0
                    || (messages < options.queueMessages() && waitingHere.bytes() + size <= options.queueBytes());
        }

        /** Has one back that was taken out, unless nobody wants it any more. */
        void takeBack(Arrivals.Entry entry) {
            if (!ended) {
                waitingHere.prepend(entry);
            }
        }

        @Override
        public Optional<Message> take(Deadline deadline) {
            return await(deadline, () -> {
                if (ended) {
                    throw new ZrsException(ErrorCode.CLOSED, "the subscription is closed");
                }
                return waitingHere.oldest() == null ? null : removeOldestAndTell();
            });
        }

        /** Takes the oldest out, and tells of the room where a message was refused. */
        Message removeOldestAndTell() {
            Message message = waitingHere.removeOldest();
            if (refused) {
                refused = false;
                onRoom.run();
            }
            return message;
        }

        @Override
        public long received() {
            return read(() -> received);
        }

        @Override
        public long dropped() {
            return read(() -> dropped);
        }

        @Override
        public void end() {
            lock.lock();
            try {
                ended = true;
                while (waitingHere.oldest() != null) {
                    waitingHere.removeOldest();
                }
                changed.signalAll();
                onRoom.run();
            } finally {
                lock.unlock();
            }
        }
    }

    /** {@code onRoom} is called when a queue that refused a message has room again; it must return at once. */
    Inbox(Runnable onRoom) {
        this.onRoom = onRoom;
    }

    Queue open(SubscriptionOptions options) {
        return new Queue(options);
    }

    /** Takes the oldest message of all. */
    Optional<Message> takeAny(Deadline deadline) {
        lock.lock();
        try {
            boolean there = awaitAny(deadline);
            return there ? Optional.of(arrivals.oldest().queue.removeOldestAndTell()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes up to so many, the oldest first, under one hold of the lock; waits for the first. They are handed over after
     * that: {@code into} may do anything. What it throws ends the handing over, and the rest of those taken is put back.
     */
    int takeAll(Consumer<Message> into, int most, Deadline deadline) {
        Arrivals.Entry taken;
        lock.lock();
        try {
            taken = awaitAny(deadline) ? arrivals.cut(most) : null;
        } finally {
            lock.unlock();
        }
        int handed = 0;
        try {
            while (taken != null) {
                Arrivals.Entry entry = taken;
                taken = entry.next();
                into.accept(entry.message);
                handed++;
            }
            return handed;
        } finally {
            if (taken != null) {
                putBack(taken);
            }
        }
    }

    /** In front of what has come since. */
    private void putBack(Arrivals.Entry chain) {
        lock.lock();
        try {
            arrivals.putBack(chain);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the oldest message of these queues. */
    Optional<Message> takeFrom(Supplier<Stream<Queue>> queues, Deadline deadline) {
        return await(
                deadline,
                () -> queues.get()
                        .filter(queue -> queue.waitingHere.oldest() != null)
                        .min(Comparator.comparingLong(queue -> queue.waitingHere.oldest().arrival))
                        .map(Queue::removeOldestAndTell)
                        .orElse(null));
    }

    /** Takes what {@code next} has as soon as it has something; it is called with the lock held. */
    private Optional<Message> await(Deadline deadline, Supplier<Message> next) {
        lock.lock();
        try {
            checkOpen();
            Message message = next.get();
            while (message == null && awaitChange(deadline)) {
                message = next.get();
            }
            return Optional.ofNullable(message);
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitAny(Deadline deadline) {
        checkOpen();
        boolean goOn = true;
        while (goOn && arrivals.isEmpty()) {
            goOn = awaitChange(deadline);
        }
        return goOn;
    }

    /** Whether to look again; not after an interrupt, nor when time is up. */
    private boolean awaitChange(Deadline deadline) {
        if (deadline.hasPassed()) {
            return false;
        }
        waiting++;
        try {
            changed.awaitNanos(deadline.remaining());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
        }
        checkOpen();
        return true;
    }

    private void checkOpen() {
        if (closed) {
            throw failure == null
                    ? new ZrsException(ErrorCode.CLOSED, "the node is closed")
                    : new ZrsException(
                            ErrorCode.CLOSED, "the node was closed by an error: " + failure, "connect again", failure);
        }
    }

    private long read(Supplier<Long> counter) {
        lock.lock();
        try {
            return counter.get();
        } finally {
            lock.unlock();
        }
    }

    /** Ends every wait, because of an error. */
    void fail(Throwable cause) {
        lock.lock();
        try {
            failure = cause;
        } finally {
            lock.unlock();
        }
        close();
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
