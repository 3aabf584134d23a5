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

    /** Ring of all entries in the order of arrival: {@code ring.next} is the oldest. */
    private final Entry ring = new Entry(null, null, 0);

    private long arrivals;
    private int waiting;
    private boolean closed;
    private Throwable failure;

    /** A message in two lists: the ring of all, and the chain of its queue. */
    private static final class Entry {
        final Message message;
        final Queue queue;
        final long arrival;
        Entry before;
        Entry next;
        Entry nextOfQueue;

        Entry(Message message, Queue queue, long arrival) {
            this.message = message;
            this.queue = queue;
            this.arrival = arrival;
            before = this;
            next = this;
        }
    }

    /** One subscription's share, with its own bounds. Guarded by the inbox's lock. */
    final class Queue implements Delivery {
        private final SubscriptionOptions options;
        private Entry oldest;
        private Entry newest;
        private int messages;
        private long bytes;
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
            int size = message.payload().length;
            while (messages > 0 && (messages >= options.queueMessages() || bytes + size > options.queueBytes())) {
                if (options.overflow() == Overflow.BLOCK) {
                    refused = true;
                    return false;
                }
                removeOldest();
                dropped++;
            }
            append(new Entry(message, this, arrivals++));
            bytes += size;
            messages++;
            received++;
            if (waiting > 0) {
                changed.signalAll();
            }
            return true;
        }

        private void append(Entry entry) {
            entry.before = ring.before;
            entry.next = ring;
            entry.before.next = entry;
            ring.before = entry;
            if (oldest == null) {
                oldest = entry;
            } else {
                newest.nextOfQueue = entry;
            }
            newest = entry;
        }

        private void prepend(Entry entry) {
            if (ended) {
                return;
            }
            entry.before = ring;
            entry.next = ring.next;
            entry.next.before = entry;
            ring.next = entry;
            entry.nextOfQueue = oldest;
            oldest = entry;
            newest = newest == null ? entry : newest;
            messages++;
            bytes += entry.message.payload().length;
        }

        private Message removeOldest() {
            Entry entry = oldest;
            oldest = entry.nextOfQueue;
            newest = oldest == null ? null : newest;
            entry.before.next = entry.next;
            entry.next.before = entry.before;
            messages--;
            bytes -= entry.message.payload().length;
            return entry.message;
        }

        @Override
        public Optional<Message> take(Deadline deadline) {
            return await(deadline, () -> {
                if (ended) {
                    throw new ZrsException(ErrorCode.CLOSED, "the subscription is closed");
                }
                return oldest == null ? null : removeOldestAndTell();
            });
        }

        private Message removeOldestAndTell() {
            Message message = removeOldest();
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
                while (oldest != null) {
                    removeOldest();
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
            return there ? Optional.of(ring.next.queue.removeOldestAndTell()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes up to so many, the oldest first, under one hold of the lock; waits for the first. They are handed over after
     * that: {@code into} may do anything. What it throws ends the handing over, and the rest of those taken is put back.
     */
    int takeAll(Consumer<Message> into, int most, Deadline deadline) {
        Entry taken;
        lock.lock();
        try {
            taken = awaitAny(deadline) ? cut(most) : null;
        } finally {
            lock.unlock();
        }
        int handed = 0;
        try {
            while (taken != null) {
                Entry entry = taken;
                taken = entry.next;
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

    /** Takes up to so many out, at least one; they are a chain by {@code next} then. */
    private Entry cut(int most) {
        Entry first = ring.next;
        Entry last = null;
        int count = 0;
        while (count < most && ring.next != ring) {
            Entry entry = ring.next;
            entry.queue.removeOldestAndTell();
            if (last != null) {
                last.next = entry;
            }
            last = entry;
            count++;
        }
        last.next = null;
        return first;
    }

    /** In front of what has come since; over the bounds of their queues, as only the oldest can be. */
    private void putBack(Entry chain) {
        Entry reversed = null;
        for (Entry entry = chain; entry != null; ) {
            Entry next = entry.next;
            entry.next = reversed;
            reversed = entry;
            entry = next;
        }
        lock.lock();
        try {
            while (reversed != null) {
                Entry next = reversed.next;
                reversed.queue.prepend(reversed);
                reversed = next;
            }
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
                        .filter(queue -> queue.oldest != null)
                        .min(Comparator.comparingLong(queue -> queue.oldest.arrival))
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
        while (goOn && ring.next == ring) {
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
