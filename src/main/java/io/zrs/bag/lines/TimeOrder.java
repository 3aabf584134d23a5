package io.zrs.bag.lines;

import java.util.Arrays;

/**
 * Puts what comes nearly in order of time in that order, by looking a bounded way ahead. What is further out of order is
 * given as it comes, and counted. Items of one time stay in the order in which they came.
 */
final class TimeOrder<T> {
    /** How many items it looks ahead. */
    static final int MOST_ITEMS = 1024;

    /** How many bytes these have, at most, beside the last one. */
    static final long MOST_BYTES = 1 << 20;

    private long[] times = new long[64];
    private int[] sizes = new int[64];
    private Object[] items = new Object[64];
    private int head;
    private int tail;
    private long bytes;
    private long taken;
    private boolean any;
    private long late;

    /** Takes an item of so many bytes. */
    void add(long time, int size, T item) {
        if (tail == times.length) {
            makeRoom();
        }
        int at = tail++;
        while (at > head && times[at - 1] > time) {
            times[at] = times[at - 1];
            sizes[at] = sizes[at - 1];
            items[at] = items[at - 1];
            at--;
        }
        times[at] = time;
        sizes[at] = size;
        items[at] = item;
        bytes += size;
    }

    private void makeRoom() {
        int count = tail - head;
        if (head < count) {
            int length = 2 * times.length;
            times = Arrays.copyOf(times, length);
            sizes = Arrays.copyOf(sizes, length);
            items = Arrays.copyOf(items, length);
        }
        System.arraycopy(times, head, times, 0, count);
        System.arraycopy(sizes, head, sizes, 0, count);
        System.arraycopy(items, head, items, 0, count);
        Arrays.fill(items, count, tail, null);
        head = 0;
        tail = count;
    }

    /** Whether it looks as far ahead as it may, so that one has to be taken. */
    boolean isFull() {
        return tail - head > MOST_ITEMS || bytes > MOST_BYTES;
    }

    boolean isEmpty() {
        return head == tail;
    }

    /** Gives the earliest of those that are there. */
    @SuppressWarnings("unchecked") // Only items of this type are put in.
    T take() {
        int at = head++;
        if (any && times[at] < taken) {
            late++;
        } else {
            taken = times[at];
            any = true;
        }
        bytes -= sizes[at];
        T item = (T) items[at];
        items[at] = null;
        return item;
    }

    /** How many were taken later than one with a later time. */
    long late() {
        return late;
    }
}
