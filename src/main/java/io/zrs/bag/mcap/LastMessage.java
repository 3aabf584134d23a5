package io.zrs.bag.mcap;

import io.zrs.bag.mcap.McapRecord.Message;
import io.zrs.bag.mcap.McapRecord.MessageIndex;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Finds the last message before a time: by message indexes, backwards, so that one chunk is unpacked. For one thread. */
public final class LastMessage {
    private final ChunkReader reader;
    private final RecordWalker walker;

    /** Latest end first. */
    private final List<Stretch> stretches;

    private long bestTime;
    private Stretch best;

    /** Of this file. */
    public LastMessage(McapFile file, McapIndex index) {
        walker = new RecordWalker(file, 0, 0);
        reader = new ChunkReader(file);
        stretches = new ArrayList<>(index.stretches());
        stretches.sort((a, b) -> Long.compareUnsigned(b.endTime(), a.endTime()));
    }

    /**
     * The last message of one of the channels whose log time is less than {@code before}; null if there is none. Of several of one
     * time, the last in the file. Passes over what is damaged.
     */
    public Message before(IntPredicate channels, long before) {
        Message found = null;
        while (found == null && find(channels, before)) {
            try {
                found = last(channels, before);
            } catch (ZrsException e) {
                // Whoever reads the chunk is told; before it there may be another message.
                stretches.remove(best);
                continue;
            }
            if (found == null) {
                // Its indexes lie: from now on it is looked into.
                stretches.set(stretches.indexOf(best), best.withIndexes(0));
            }
        }
        return found;
    }

    /** Finds where the message is, as far as indexes can be believed. */
    private boolean find(IntPredicate channels, long before) {
        best = null;
        for (Stretch stretch : stretches) {
            if (best != null && Long.compareUnsigned(stretch.endTime(), bestTime) < 0) {
                break;
            }
            if (Long.compareUnsigned(stretch.startTime(), before) < 0 && mayHave(stretch, channels)) {
                search(stretch, channels, before);
            }
        }
        return best != null;
    }

    private static boolean mayHave(Stretch stretch, IntPredicate wanted) {
        char[] channels = stretch.channels();
        if (channels == null) {
            return true;
        }
        for (char channel : channels) {
            if (wanted.test(channel)) {
                return true;
            }
        }
        return false;
    }

    private void search(Stretch stretch, IntPredicate channels, long before) {
        if (stretch.indexLength() == 0 || !searchIndexes(stretch, channels, before)) {
            searchMessages(stretch, channels, before);
        }
    }

    private void searchMessages(Stretch stretch, IntPredicate channels, long before) {
        try {
            reader.load(stretch);
            ChunkRecords records = new ChunkRecords(reader.bytes(), reader.length());
            while (records.next()) {
                if (records.isMessage() && channels.test(records.channelId())) {
                    consider(stretch, records.logTime(), before);
                }
            }
        } catch (ZrsException e) {
            // Whoever reads the chunk is told; before it there may be another message.
            return;
        }
    }

    /** By the indexes behind the chunk; false if they are damaged. */
    private boolean searchIndexes(Stretch stretch, IntPredicate channels, long before) {
        walker.range(stretch.end(), stretch.end() + stretch.indexLength());
        try {
            while (walker.next()) {
                if (walker.opcode() == Opcode.MESSAGE_INDEX
                        && channels.test(walker.peek(Short.BYTES).u16())) {
                    MessageIndex index = (MessageIndex) walker.decode();
                    for (long time : index.logTimes()) {
                        consider(stretch, time, before);
                    }
                }
            }
        } catch (ZrsException e) {
            return false;
        }
        return !walker.isCut();
    }

    private void consider(Stretch stretch, long time, long before) {
        if (Long.compareUnsigned(time, before) < 0) {
            int order = best == null ? 1 : Long.compareUnsigned(time, bestTime);
            if (order > 0 || order == 0 && stretch.start() > best.start()) {
                best = stretch;
                bestTime = time;
            }
        }
    }

    /** The message itself. An index may lie: then it is the last one that there is in that chunk. */
    private Message last(IntPredicate channels, long before) {
        reader.load(best);
        ChunkRecords records = new ChunkRecords(reader.bytes(), reader.length());
        int found = -1;
        long time = 0;
        while (records.next()) {
            if (records.isMessage()
                    && channels.test(records.channelId())
                    && Long.compareUnsigned(records.logTime(), before) < 0
                    && (found < 0 || Long.compareUnsigned(records.logTime(), time) >= 0)) {
                found = records.start();
                time = records.logTime();
            }
        }
        if (found < 0) {
            return null;
        }
        byte[] bytes = reader.bytes();
        int data = ChunkRecords.dataStart(found);
        return new Message(
                ChunkRecords.channelId(bytes, found),
                ChunkRecords.sequence(bytes, found),
                time,
                ChunkRecords.publishTime(bytes, found),
                Arrays.copyOfRange(bytes, data, data + ChunkRecords.dataLength(bytes, found)));
    }
}
