package io.zrs.plot;

import java.util.Arrays;

/**
 * The latest buckets of one width: of the samples in each, the first, the last, the least, the greatest. Only buckets with
 * samples take room, so that rare samples are kept for long. Times never overlap and grow from bucket to bucket.
 */
final class Level {
    /** How many buckets are kept. */
    static final int CAPACITY = 4096;

    private static final int INITIAL = 64;

    private final long width;
    private int capacity = INITIAL;
    private int start;
    private int size;
    private boolean evicted;
    private long[] firstNanos = new long[INITIAL];
    private long[] lastNanos = new long[INITIAL];
    private double[] first = new double[INITIAL];
    private double[] last = new double[INITIAL];
    private double[] least = new double[INITIAL];
    private double[] most = new double[INITIAL];

    /** Of buckets that are {@code width} nanoseconds wide. */
    Level(long width) {
        this.width = width;
    }

    void add(long nanos, double value) {
        long index = Math.floorDiv(nanos, width);
        int place = size > 0 && index(size - 1) > index ? behind(index) : size;
        if (place > 0 && index(place - 1) == index) {
            merge(slot(place - 1), nanos, value);
        } else if (place > 0 || size < CAPACITY) {
            insert(place, nanos, value);
        }
        // Else it is older than everything that is kept.
    }

    /** The first bucket of a later time. Stamps may go back by all that is kept, and again and again. */
    private int behind(long index) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (index(middle) > index) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long index(int bucket) {
        return Math.floorDiv(firstNanos[slot(bucket)], width);
    }

    private void merge(int slot, long nanos, double value) {
        if (nanos < firstNanos[slot]) {
            firstNanos[slot] = nanos;
            first[slot] = value;
        }
        if (nanos >= lastNanos[slot]) {
            lastNanos[slot] = nanos;
            last[slot] = value;
        }
        least[slot] = Math.min(least[slot], value);
        most[slot] = Math.max(most[slot], value);
    }

    private void insert(int at, long nanos, double value) {
        int place = at;
        if (size == CAPACITY) {
            start = slot(1);
            size--;
            place--;
            evicted = true;
        } else if (size == capacity) {
            grow();
        }
        size++;
        // Samples that come late are rare, and little late.
        for (int i = size - 1; i > place; i--) {
            copy(slot(i - 1), slot(i));
        }
        int slot = slot(place);
        firstNanos[slot] = nanos;
        lastNanos[slot] = nanos;
        first[slot] = value;
        last[slot] = value;
        least[slot] = value;
        most[slot] = value;
    }

    private void copy(int from, int to) {
        firstNanos[to] = firstNanos[from];
        lastNanos[to] = lastNanos[from];
        first[to] = first[from];
        last[to] = last[from];
        least[to] = least[from];
        most[to] = most[from];
    }

    /** Only before the first eviction: the oldest is at 0. */
    private void grow() {
        capacity *= 2;
        firstNanos = Arrays.copyOf(firstNanos, capacity);
        lastNanos = Arrays.copyOf(lastNanos, capacity);
        first = Arrays.copyOf(first, capacity);
        last = Arrays.copyOf(last, capacity);
        least = Arrays.copyOf(least, capacity);
        most = Arrays.copyOf(most, capacity);
    }

    private int slot(int bucket) {
        int slot = start + bucket;
        return slot < capacity ? slot : slot - capacity;
    }

    /** Whether nothing from {@code nanos} on has been forgotten. */
    boolean reaches(long nanos) {
        return !evicted || firstNanos(0) <= nanos;
    }

    /** How many buckets there are. */
    int size() {
        return size;
    }

    /** The first bucket that has a sample at {@code nanos} or later; {@link #size} if there is none. */
    int from(long nanos) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lastNanos(middle) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    long firstNanos(int bucket) {
        return firstNanos[slot(bucket)];
    }

    long lastNanos(int bucket) {
        return lastNanos[slot(bucket)];
    }

    double first(int bucket) {
        return first[slot(bucket)];
    }

    double last(int bucket) {
        return last[slot(bucket)];
    }

    double least(int bucket) {
        return least[slot(bucket)];
    }

    double most(int bucket) {
        return most[slot(bucket)];
    }
}
