package io.zrs.bag.record;

import io.zrs.bag.mcap.ChunkBuffer;
import io.zrs.bag.record.ChunkSorter.Numbered;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last message of each latched topic, for files to begin with. Any thread may use it. */
final class LatchedMessages {
    private final Map<TopicIntake, Last> last = new LinkedHashMap<>();
    private ChunkSorter sorter;

    /** A copy of a message, in an array that is used again. */
    private static final class Last {
        private Numbered channel;
        private byte[] bytes = {};
        private int length;
    }

    /** Whose channels chunks are sorted to; before the first one. */
    void of(ChunkSorter owner) {
        sorter = owner;
    }

    /** Keeps what is latched in a chunk that was sorted; in the order of time. */
    synchronized void look(ChunkBuffer chunk) {
        for (int i = 0; i < chunk.messages(); i++) {
            Numbered channel = sorter.channel(chunk.channel(i));
            if (channel.channel.isLatched()) {
                keep(chunk, i, channel);
            }
        }
    }

    private void keep(ChunkBuffer chunk, int index, Numbered channel) {
        Last kept = last.computeIfAbsent(channel.topic, topic -> new Last());
        kept.channel = channel;
        kept.length = chunk.dataTo(index) - chunk.dataFrom(index);
        if (kept.bytes.length < kept.length) {
            kept.bytes = new byte[kept.length];
        }
        System.arraycopy(chunk.array(), chunk.dataFrom(index), kept.bytes, 0, kept.length);
    }

    /** All of them, as if they had come at {@code time}. */
    synchronized ChunkBuffer at(long time) {
        ChunkBuffer chunk = new ChunkBuffer();
        for (Last kept : last.values()) {
            chunk.add(kept.channel.id, 0, time, time, kept.bytes, 0, kept.length);
        }
        return chunk;
    }
}
