package io.zrs.stats;

import java.util.Arrays;

/** The latest numbers of a stream: a ring that forgets the oldest. Grows up to its capacity and never beyond. */
final class LongRing {
    private static final int FIRST_LENGTH = 64;

    private final int capacity;
    private long[] values;
    private int oldest;
    private int size;

    LongRing(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a window holds at least one number, not " + capacity);
        }
        this.capacity = capacity;
        this.values = new long[Math.min(capacity, FIRST_LENGTH)];
    }

    void add(long value) {
        if (size == capacity) {
            removeOldest();
        }
        if (size == values.length) {
            values = Arrays.copyOf(toArray(), (int) Math.min(capacity, 2L * size));
            oldest = 0;
        }
        values[index(size)] = value;
        size++;
    }

    /** Forgets the oldest; there has to be one. */
    void removeOldest() {
        oldest = index(1);
        size--;
    }

    void clear() {
        oldest = 0;
        size = 0;
    }

    int size() {
        return size;
    }

    /** The number that came as the {@code index}th of those still here, the oldest being 0. */
    long get(int index) {
        return values[index(index)];
    }

    private int index(int fromOldest) {
        int at = oldest + fromOldest;
        return at < values.length ? at : at - values.length;
    }

    /** A copy, the oldest first. */
    long[] toArray() {
        long[] copy = new long[size];
        int head = Math.min(size, values.length - oldest);
        System.arraycopy(values, oldest, copy, 0, head);
        System.arraycopy(values, 0, copy, head, size - head);
        return copy;
    }
}
