package io.zrs.bag.mcap;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many messages there are of each channel, and from when to when. */
final class MessageCounts {
    private static final int FIRST = 16;

    private final BitSet used = new BitSet();
    private long[] counts = new long[FIRST];
    private long messages;
    private long startTime;
    private long endTime;

    void add(int channel, long count, long earliest, long latest) {
        if (channel >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(channel + 1, 2 * counts.length));
        }
        used.set(channel);
        counts[channel] += count;
        boolean first = messages == 0;
        startTime = first || Long.compareUnsigned(earliest, startTime) < 0 ? earliest : startTime;
        endTime = first || Long.compareUnsigned(latest, endTime) > 0 ? latest : endTime;
        messages += count;
    }

    void add(MessageCounts other) {
        for (int channel = other.used.nextSetBit(0); channel >= 0; channel = other.used.nextSetBit(channel + 1)) {
            add(channel, other.counts[channel], other.startTime, other.endTime);
        }
    }

    void clear() {
        for (int channel = used.nextSetBit(0); channel >= 0; channel = used.nextSetBit(channel + 1)) {
            counts[channel] = 0;
        }
        used.clear();
        messages = 0;
        startTime = 0;
        endTime = 0;
    }

    boolean isEmpty() {
        return messages == 0;
    }

    /** Those that have messages, ascending. */
    char[] channels() {
        char[] channels = new char[used.cardinality()];
        int at = 0;
        for (int channel = used.nextSetBit(0); channel >= 0; channel = used.nextSetBit(channel + 1)) {
            channels[at++] = (char) channel;
        }
        return channels;
    }

    SortedMap<Integer, Long> map() {
        SortedMap<Integer, Long> map = new TreeMap<>();
        for (int channel = used.nextSetBit(0); channel >= 0; channel = used.nextSetBit(channel + 1)) {
            map.put(channel, counts[channel]);
        }
        return map;
    }

    long messages() {
        return messages;
    }

    long startTime() {
        return startTime;
    }

    long endTime() {
        return endTime;
    }
}
