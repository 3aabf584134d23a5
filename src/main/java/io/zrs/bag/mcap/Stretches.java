package io.zrs.bag.mcap;

import io.zrs.bag.mcap.McapRecord.Statistics;
import java.util.ArrayList;
import java.util.List;

/** The parts of a file that have messages, collected on the way through it. */
final class Stretches {
    /** A run of messages outside of chunks is not longer, unless it is one message. */
    private static final long LONGEST_RUN = 1 << 20;

    private static final int CHUNK_HEAD = 64;
    private static final int ENTRY = 2 * Long.BYTES;
    private static final int UNKNOWN = -1;

    private final Memory memory;
    private final List<Stretch> list = new ArrayList<>();
    private final MessageCounts total = new MessageCounts();

    /** What the stretch at the end of the list has, as long as more of it may come: {@link #close}. */
    private final MessageCounts current = new MessageCounts();

    private boolean open;
    private long looseEnd;

    Stretches(Memory memory) {
        this.memory = memory;
    }

    /** A chunk that the summary describes. */
    void add(Stretch stretch) {
        close();
        list.add(stretch);
    }

    /** Anything that ends a run. */
    void other() {
        close();
    }

    void message(RecordWalker walker) {
        ByteReader in = walker.peek(ChunkRecords.MESSAGE_HEAD);
        int channel = in.u16();
        in.skip(Integer.BYTES);
        long time = in.u64();
        in.u64();
        Stretch last = open ? list.get(list.size() - 1) : null;
        if (last == null || last.kind() != Stretch.Kind.LOOSE || walker.end() - last.start() > LONGEST_RUN) {
            close();
            memory.takeChunk();
            last = new Stretch(walker.start(), 0, 0, 0, 0, 0, null, Stretch.Kind.LOOSE, "", 0, 0);
            list.add(last);
            open = true;
        }
        current.add(channel, 1, time, time);
        looseEnd = walker.end();
    }

    void chunk(RecordWalker walker) {
        close();
        Stretch chunk = chunk(walker, Stretch.Kind.CHUNK, walker.end());
        memory.takeChunk();
        list.add(chunk);
        open = true;
    }

    /** A chunk of which the file has only the start. */
    void cutChunk(RecordWalker walker, long end) {
        close();
        if (end - walker.start() > CHUNK_HEAD) {
            list.add(chunk(walker, Stretch.Kind.CUT_CHUNK, end));
        }
    }

    private Stretch chunk(RecordWalker walker, Stretch.Kind kind, long end) {
        ByteReader in = walker.peek(CHUNK_HEAD * CHUNK_HEAD);
        long startTime = in.u64();
        long endTime = in.u64();
        long bytes = in.u64();
        in.bits32();
        String compression = memory.shared(in.string());
        long stored = in.u64();
        long length = end - walker.start();
        return new Stretch(
                walker.start(), length, 0, startTime, endTime, UNKNOWN, null, kind, compression, stored, bytes);
    }

    /** The index of one channel; that of the chunk before it, if there is one. */
    void messageIndex(RecordWalker walker) {
        Stretch last = open ? list.get(list.size() - 1) : null;
        if (last == null || last.kind() != Stretch.Kind.CHUNK || last.end() + last.indexLength() != walker.start()) {
            close();
            return;
        }
        count(walker, last, current);
        list.set(list.size() - 1, last.withIndexes(walker.end() - last.end()));
    }

    /** Counts what one message index has. */
    static void count(RecordWalker walker, Stretch chunk, MessageCounts counts) {
        ByteReader in = walker.peek(Short.BYTES + Integer.BYTES);
        int channel = in.u16();
        long length = in.u32();
        if (length > walker.length() - Short.BYTES - Integer.BYTES || length % ENTRY != 0) {
            throw new MalformedException("it says that it has " + length + " bytes of entries");
        }
        if (length > 0) {
            counts.add(channel, length / ENTRY, chunk.startTime(), chunk.endTime());
        }
    }

    /** Ends what was open: nothing that follows belongs to it. */
    void close() {
        if (!open) {
            return;
        }
        open = false;
        int index = list.size() - 1;
        Stretch last = list.get(index);
        if (last.kind() == Stretch.Kind.LOOSE) {
            last = last.withLength(looseEnd - last.start());
        }
        if (!current.isEmpty()) {
            settle(index, last, current);
        } else {
            list.set(index, last);
        }
        current.clear();
    }

    /** Says what a stretch has; the counts go to those of the file. */
    void settle(int index, Stretch stretch, MessageCounts counts) {
        char[] channels = memory.shared(counts.channels());
        boolean some = counts.messages() > 0;
        list.set(
                index,
                stretch.with(
                        counts.messages(),
                        channels,
                        some ? counts.startTime() : stretch.startTime(),
                        some ? counts.endTime() : stretch.endTime()));
        total.add(counts);
    }

    /** The last chunk of a file without an end: its indexes may not all be there. */
    void forgetLastIndexes() {
        int last = list.size() - 1;
        if (open && list.get(last).kind() == Stretch.Kind.CHUNK) {
            open = false;
            current.clear();
            list.set(last, list.get(last).withIndexes(0));
        }
        close();
    }

    List<Stretch> list() {
        return list;
    }

    /** Whether what a summary says of counts and times can be that of these. */
    boolean agreesWith(Statistics statistics) {
        if (statistics == null || total.messages() > 0) {
            return false;
        }
        long sum = 0;
        for (long count : statistics.channelMessageCounts().values()) {
            sum += count;
        }
        return sum == statistics.messageCount() && statistics.chunkCount() == list.size();
    }

    MessageCounts total() {
        return total;
    }
}
