package io.zrs.bag.mcap;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** The message indexes of one chunk after the other. For one thread; allocates little in the long run. */
final class MessageIndexes {
    private static final int ENTRY = 2 * Long.BYTES;

    /** How many messages each channel has; all 0 between two chunks. */
    private int[] counts = new int[16];

    /** Where the next entry of each channel goes. */
    private int[] next = new int[16];

    private int[] used = new int[16];

    /**
     * Adds the index of every channel in the chunk, in the order of their first messages.
     *
     * @param at where in the file the first of them will be
     * @return where in the file each channel's index is
     */
    SortedMap<Integer, Long> append(ByteBuilder out, ChunkBuffer chunk, long at) {
        int channels = count(chunk);
        int first = out.length();
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        for (int i = 0; i < channels; i++) {
            int channel = used[i];
            offsets.put(channel, at + out.length() - first);
            int start = out.openRecord(Opcode.MESSAGE_INDEX);
            out.u16(channel).u32(counts[channel] * ENTRY);
            next[channel] = out.length();
            out.reserve((long) counts[channel] * ENTRY);
            out.truncate(out.length() + counts[channel] * ENTRY);
            out.closeRecord(start);
        }
        int end = out.length();
        for (int i = 0; i < chunk.messages(); i++) {
            int channel = chunk.channel(i);
            out.truncate(next[channel]);
            out.u64(chunk.time(i)).u64(chunk.offset(i));
            next[channel] = out.length();
        }
        out.truncate(end);
        for (int i = 0; i < channels; i++) {
            counts[used[i]] = 0;
        }
        return offsets;
    }

    private int count(ChunkBuffer chunk) {
        int channels = 0;
        for (int i = 0; i < chunk.messages(); i++) {
            int channel = chunk.channel(i);
            if (channel >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(channel + 1, 2 * counts.length));
                next = Arrays.copyOf(next, counts.length);
            }
            if (counts[channel]++ == 0) {
                if (channels == used.length) {
                    used = Arrays.copyOf(used, 2 * channels);
                }
                used[channels++] = channel;
            }
        }
        return channels;
    }
}
