package io.zrs.bag.mcap;

import java.util.Arrays;

/** Puts log times of many channels into one order, in a heap of bare numbers, as there are as many of them as messages. */
final class TimeHeap {
    /** So many wait at most: where everything overlaps, the earliest of them go before their turn. */
    private static final int MOST_WAITING = 1 << 20;

    private static final int FIRST = 1 << 10;

    private final MessageTimes.Sink sink;
    private long[] times = new long[FIRST];
    private char[] channels = new char[FIRST];
    private int size;

    /** Gives what it has to {@code sink}. */
    TimeHeap(MessageTimes.Sink sink) {
        this.sink = sink;
    }

    /** Takes a time. */
    void add(int channel, long time) {
        if (size == MOST_WAITING) {
            giveFirst();
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            channels = Arrays.copyOf(channels, 2 * size);
        }
        int at = size++;
        while (at > 0 && Long.compareUnsigned(time, times[(at - 1) / 2]) < 0) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        put(at, time, (char) channel);
    }

    /** Gives those that are at most {@code limit}. */
    void giveUpTo(long limit) {
        while (size > 0 && Long.compareUnsigned(times[0], limit) <= 0) {
            giveFirst();
        }
    }

    /** Gives the rest. */
    void giveAll() {
        giveUpTo(-1);
    }

    private void giveFirst() {
        sink.time(channels[0], times[0]);
        size--;
        long time = times[size];
        int at = 0;
        int child = lesser(1);
        while (child < size && Long.compareUnsigned(times[child], time) < 0) {
            move(child, at);
            at = child;
            child = lesser(2 * at + 1);
        }
        put(at, time, channels[size]);
    }

    /** That one or the next. */
    private int lesser(int child) {
        return child + 1 < size && Long.compareUnsigned(times[child + 1], times[child]) < 0 ? child + 1 : child;
    }

    private void move(int from, int to) {
        put(to, times[from], channels[from]);
    }

    private void put(int at, long time, char channel) {
        times[at] = time;
        channels[at] = channel;
    }
}
