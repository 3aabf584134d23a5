package io.zrs.bag.mcap;

import io.zrs.bag.mcap.McapRecord.MessageIndex;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;

/** Finds the log times of all messages: by message indexes where there are any, so that chunks are not unpacked. For one thread. */
public final class MessageTimes {
    private final ChunkReader reader;
    private final RecordWalker walker;
    private final List<Stretch> stretches;

    /** Is given times. */
    @FunctionalInterface
    public interface Sink {
        /** A message of this channel has this log time. */
        void time(int channelId, long logTime);
    }

    /** Of this file. */
    public MessageTimes(McapFile file, McapIndex index) {
        walker = new RecordWalker(file, 0, 0);
        reader = new ChunkReader(file);
        stretches = new ArrayList<>(index.stretches());
        stretches.sort((a, b) -> Long.compareUnsigned(a.startTime(), b.startTime()));
    }

    /**
     * Gives them in the order of time, chunks that overlap among each other too, as far as a bounded memory reaches. Passes over what is
     * damaged.
     */
    public void forEach(Sink sink) {
        TimeHeap times = new TimeHeap(sink);
        for (Stretch stretch : stretches) {
            times.giveUpTo(stretch.startTime());
            try {
                add(stretch, times);
            } catch (ZrsException e) {
                // Whoever reads the messages is told.
                continue;
            }
        }
        times.giveAll();
    }

    private void add(Stretch stretch, TimeHeap times) {
        if (stretch.indexLength() == 0) {
            reader.load(stretch);
            ChunkRecords records = new ChunkRecords(reader.bytes(), reader.length());
            while (records.next()) {
                if (records.isMessage()) {
                    times.add(records.channelId(), records.logTime());
                }
            }
            return;
        }
        walker.range(stretch.end(), stretch.end() + stretch.indexLength());
        while (walker.next()) {
            if (walker.opcode() == Opcode.MESSAGE_INDEX) {
                MessageIndex index = (MessageIndex) walker.decode();
                for (long time : index.logTimes()) {
                    times.add(index.channelId(), time);
                }
            }
        }
    }
}
