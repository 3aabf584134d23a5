package io.zrs.client;

import io.zrs.model.Message;

/**
 * Messages that wait, in two orders at once: all of them as they arrived, and those of each queue, so that the oldest of
 * either is taken without a search. Not safe for use by several threads.
 */
final class Arrivals {
    /** Ring of all entries in the order of arrival: {@code ring.next} is the oldest. */
    private final Entry ring = new Entry(null, null, 0);

    private long count;

    /** A message in two lists: the ring of all, and the chain of its queue. */
    static final class Entry {
        final Message message;
        final Inbox.Queue queue;
        final long arrival;
        private Entry before;
        private Entry next;
        private Entry nextOfQueue;

        private Entry(Message message, Inbox.Queue queue, long arrival) {
            this.message = message;
            this.queue = queue;
            this.arrival = arrival;
            before = this;
            next = this;
        }

        /** The next of a chain that was {@linkplain Arrivals#cut cut} out; null at its end. */
        Entry next() {
            return next;
        }
    }

    /** The chain of one queue. */
    final class Chain {
        private Entry oldest;
        private Entry newest;
        private int messages;
        private long bytes;

        /** The oldest; null if there is none. */
        Entry oldest() {
            return oldest;
        }

        int messages() {
            return messages;
        }

        long bytes() {
            return bytes;
        }

        /** A message of this queue has arrived. */
        void append(Message message, Inbox.Queue queue) {
            Entry entry = new Entry(message, queue, count++);
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
            messages++;
            bytes += message.length();
        }

        /** Puts back what was taken out, in front of all. */
        void prepend(Entry entry) {
            entry.before = ring;
            entry.next = ring.next;
            entry.next.before = entry;
            ring.next = entry;
            entry.nextOfQueue = oldest;
            oldest = entry;
            newest = newest == null ? entry : newest;
            messages++;
            bytes += entry.message.length();
        }

        Message removeOldest() {
            Entry entry = oldest;
            oldest = entry.nextOfQueue;
            newest = oldest == null ? null : newest;
            entry.before.next = entry.next;
            entry.next.before = entry.before;
            messages--;
            bytes -= entry.message.length();
            return entry.message;
        }
    }

    boolean isEmpty() {
        return ring.next == ring;
    }

    /** The oldest of all; there has to be one. */
    Entry oldest() {
        return ring.next;
    }

    /** Takes up to so many out by their queues, at least one, the oldest first; they are a chain by {@link Entry#next} then. */
    Entry cut(int most) {
        Entry first = ring.next;
        Entry last = null;
        for (int taken = 0; taken < most && !isEmpty(); taken++) {
            Entry entry = ring.next;
            entry.queue.removeOldestAndTell();
            if (last != null) {
                last.next = entry;
            }
            last = entry;
        }
        last.next = null;
        return first;
    }

    /** Puts a chain that was cut out back, over the bounds of its queues, as only the oldest can be. */
    void putBack(Entry chain) {
        Entry reversed = null;
        for (Entry entry = chain; entry != null; ) {
            Entry next = entry.next;
            entry.next = reversed;
            reversed = entry;
            entry = next;
        }
        while (reversed != null) {
            Entry next = reversed.next;
            reversed.queue.takeBack(reversed);
            reversed = next;
        }
    }
}
