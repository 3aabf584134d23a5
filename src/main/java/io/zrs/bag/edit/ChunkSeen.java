package io.zrs.bag.edit;

import java.util.Map;

/**
 * What of a chunk is kept to compare its index with, in few bytes.
 *
 * @param indexLength how long the message indexes behind it are
 * @param offsetsHash stands for where these are
 */
record ChunkSeen(
        long start,
        long length,
        long startTime,
        long endTime,
        long indexLength,
        long offsetsHash,
        String compression,
        long stored,
        long bytes) {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** What stands for one message index. */
    static long hash(int channel, long offset) {
        long mixed = (offset * MIX ^ channel) * MIX;
        return mixed ^ mixed >>> Integer.SIZE;
    }

    static long hash(Map<Integer, Long> offsets) {
        long sum = 0;
        for (Map.Entry<Integer, Long> entry : offsets.entrySet()) {
            sum += hash(entry.getKey(), entry.getValue());
        }
        return sum;
    }
}
