package io.zrs.bag.edit;

import io.zrs.bag.edit.Finding.Consequence;
import io.zrs.bag.mcap.ChunkHead;
import io.zrs.bag.mcap.ChunkReader;
import io.zrs.bag.mcap.ChunkRecords;
import io.zrs.bag.mcap.McapRecord;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.MessageIndex;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.bag.mcap.RecordKind;
import io.zrs.bag.mcap.RecordWalker;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Looks through one chunk after the other, and the message indexes behind each. */
final class ChunkCheck {
    private static final int FIRST = 1 << 10;

    private final Findings findings;
    private final DataTally tally;
    private final ChunkReader reader;
    private ChunkHead head;
    private boolean readable;
    private int messages;
    private int[] offsets = new int[FIRST];
    private long[] times = new long[FIRST];
    private char[] channels = new char[FIRST];
    private final Map<Integer, int[]> counts = new HashMap<>();
    private final BitSet indexed = new BitSet();
    private long startTime;
    private long endTime;
    private long indexLength;
    private long offsetsHash;

    ChunkCheck(Findings findings, DataTally tally, ChunkReader reader) {
        this.findings = findings;
        this.tally = tally;
        this.reader = reader;
    }

    /** A chunk; the one before it is done. */
    void chunk(ChunkHead chunk) {
        head = chunk;
        messages = 0;
        indexLength = 0;
        offsetsHash = 0;
        startTime = 0;
        endTime = 0;
        counts.clear();
        indexed.clear();
        readable = load();
        if (readable) {
            records();
            times();
        }
    }

    private boolean load() {
        try {
            reader.load(head.stretch());
            return true;
        } catch (ZrsException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            boolean tooLarge = !e.remedy().isEmpty() && e.code() == ErrorCode.IO;
            findings.add(
                    head.start(),
                    tooLarge ? Consequence.MEMORY : Consequence.MESSAGES,
                    "a chunk cannot be read: " + cause.getMessage());
            return false;
        }
    }

    private void records() {
        ChunkRecords records = new ChunkRecords(reader.bytes(), reader.length());
        while (records.next()) {
            if (records.isMessage()) {
                message(records);
            } else {
                define(records);
            }
        }
        if (records.isCut() && !head.cut()) {
            findings.add(head.start(), Consequence.MESSAGES, "the records in a chunk do not fill it");
        }
    }

    private void message(ChunkRecords records) {
        if (messages == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * messages);
            times = Arrays.copyOf(times, 2 * messages);
            channels = Arrays.copyOf(channels, 2 * messages);
        }
        int channel = records.channelId();
        long time = records.logTime();
        offsets[messages] = records.start();
        times[messages] = time;
        channels[messages] = (char) channel;
        startTime = messages == 0 || Long.compareUnsigned(time, startTime) < 0 ? time : startTime;
        endTime = messages == 0 || Long.compareUnsigned(time, endTime) > 0 ? time : endTime;
        messages++;
        counts.computeIfAbsent(channel, id -> new int[1])[0]++;
        tally.message(head.start(), channel, time);
    }

    private void define(ChunkRecords records) {
        try {
            McapRecord record = records.record();
            if (record instanceof Schema schema) {
                tally.define(head.start(), schema);
            } else if (record instanceof Channel channel) {
                tally.define(head.start(), channel);
            } else if (!(record instanceof McapRecord.Unknown)) {
                findings.add(head.start(), Consequence.FORM, "a chunk holds " + RecordKind.name(record.opcode()));
            }
        } catch (ZrsException e) {
            findings.add(head.start(), Consequence.CONTENT, "a chunk holds what is no record: " + e.getMessage());
        }
    }

    private void times() {
        if (!head.cut() && (head.startTime() != startTime || head.endTime() != endTime)) {
            findings.add(head.start(), Consequence.INDEX, "a chunk's times are not those of its messages");
        }
    }

    /** A message index behind it. */
    void index(RecordWalker walker, MessageIndex index) {
        if (head == null) {
            findings.add(walker.start(), Consequence.FORM, "a message index follows no chunk");
            return;
        }
        indexLength += walker.end() - walker.start();
        offsetsHash += ChunkSeen.hash(index.channelId(), walker.start());
        if (readable && !isRight(index)) {
            findings.add(
                    walker.start(),
                    Consequence.INDEX,
                    "the index of channel " + index.channelId() + " is not that of the chunk before");
        }
    }

    private boolean isRight(MessageIndex index) {
        int[] count = counts.get(index.channelId());
        if (index.logTimes().length != (count == null ? 0 : count[0])) {
            return false;
        }
        for (int i = 0; i < index.logTimes().length; i++) {
            long offset = index.offsets()[i];
            int at = offset < 0 || offset > Integer.MAX_VALUE
                    ? -1
                    : Arrays.binarySearch(offsets, 0, messages, (int) offset);
            if (at < 0 || channels[at] != index.channelId() || times[at] != index.logTimes()[i] || indexed.get(at)) {
                return false;
            }
            indexed.set(at);
        }
        return true;
    }

    /** The message indexes of the chunk, if there was one, are over. */
    void done() {
        if (head == null) {
            return;
        }
        if (readable && indexLength > 0 && indexed.cardinality() < messages) {
            findings.add(
                    head.start(),
                    Consequence.INDEX,
                    (messages - indexed.cardinality()) + " of a chunk's messages are in no message index");
        } else if (readable && indexLength == 0 && messages > 0 && tally.isIndexed() && !head.cut()) {
            findings.add(head.start(), Consequence.INDEX, "a chunk has no message indexes");
        }
        if (!head.cut()) {
            tally.chunk(new ChunkSeen(
                    head.start(),
                    head.length(),
                    head.startTime(),
                    head.endTime(),
                    indexLength,
                    offsetsHash,
                    head.compression(),
                    head.stored(),
                    head.bytes()));
        }
        head = null;
    }
}
