package io.zrs.bag.mcap;

import io.zrs.model.ZrsException;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** The messages of one stretch that are asked for, in the order of their log times; all at once, or as many as there is memory for. */
final class StretchMessages implements Comparable<StretchMessages> {
    /** What it takes to read them, and which they are. */
    record Source(ChunkReader reader, long from, long until, IntPredicate channels) {
        boolean wants(ChunkRecords records) {
            long time = records.logTime();
            return Long.compareUnsigned(time, from) >= 0
                    && Long.compareUnsigned(time, until) <= 0
                    && channels.test(records.channelId());
        }
    }

    /** Whether the message is the last, and nothing is to be told. */
    boolean isLast() {
        return loaded && !partial && damage == null && at + 1 == count;
    }

    private static final int FIRST = 64;
    /** What it takes beside messages. */
    private static final int OBJECT = 256;

    private static final int ENTRY = Long.BYTES + Integer.BYTES;

    private final Source source;
    private final Stretch stretch;
    private byte[] bytes = new byte[0];
    private long[] times = new long[FIRST];
    private int[] records = new int[FIRST];
    private int count;
    private int at = -1;

    /** How many were passed that are no longer here. */
    private int passed;

    private boolean loaded;
    private boolean partial;
    private ZrsException damage;

    StretchMessages(Source source, Stretch stretch) {
        this.source = source;
        this.stretch = stretch;
    }

    /** Goes to the next message; {@code room} is how many bytes this may take. */
    boolean next(long room) {
        at++;
        if (at < count) {
            return true;
        }
        if (loaded && !partial) {
            release();
            return false;
        }
        passed += count;
        at = 0;
        load(room);
        if (count == 0) {
            release();
        }
        return count > 0;
    }

    private void release() {
        if (!partial) {
            source.reader().reuse(bytes);
        }
        bytes = new byte[0];
    }

    private void load(long room) {
        count = 0;
        boolean first = !loaded;
        loaded = true;
        ChunkReader reader = source.reader();
        try {
            reader.load(stretch);
            find(reader.bytes(), reader.length(), first);
        } catch (ZrsException e) {
            partial = false;
            damage = e;
            return;
        }
        Numbers.sort(times, records, count);
        if (reader.length() + (long) count * ENTRY + OBJECT <= room && passed == 0) {
            partial = false;
            bytes = reader.keep();
            if (times.length > count + count / 2) {
                times = Arrays.copyOf(times, count);
                records = Arrays.copyOf(records, count);
            }
        } else {
            part(reader.bytes(), room);
        }
    }

    private void find(byte[] all, int length, boolean first) {
        ChunkRecords found = new ChunkRecords(all, length);
        while (found.next()) {
            if (found.isMessage() && source.wants(found)) {
                if (count == times.length) {
                    times = Arrays.copyOf(times, Math.max(FIRST, 2 * count));
                    records = Arrays.copyOf(records, times.length);
                }
                times[count] = found.logTime();
                records[count++] = found.start();
            }
        }
        if (found.isCut() && stretch.kind() != Stretch.Kind.CUT_CHUNK && first) {
            damage = new MalformedException(
                    "the chunk at byte " + stretch.start() + " has no whole record at its byte " + found.start());
        }
    }

    /** Keeps the next messages, at least one, and forgets those before and behind. */
    private void part(byte[] all, long room) {
        int end = Math.min(passed, count);
        int start = end;
        long size = 0;
        while (end < count && (size < room || end == start)) {
            size += recordLength(all, records[end++]) + ENTRY;
        }
        partial = end < count;
        bytes = new byte[(int) (size - (long) (end - start) * ENTRY)];
        long[] keptTimes = Arrays.copyOfRange(times, start, end);
        int[] keptRecords = new int[keptTimes.length];
        int to = 0;
        for (int i = 0; i < keptRecords.length; i++) {
            int record = records[start + i];
            int length = recordLength(all, record);
            System.arraycopy(all, record, bytes, to, length);
            keptRecords[i] = to;
            to += length;
        }
        times = keptTimes;
        records = keptRecords;
        count = keptRecords.length;
    }

    private static int recordLength(byte[] all, int record) {
        return ChunkRecords.dataStart(0) + ChunkRecords.dataLength(all, record);
    }

    /** Throws, once, what was found wrong. */
    void tellDamage() {
        if (damage != null) {
            ZrsException told = damage;
            damage = null;
            throw told;
        }
    }

    @Override
    public int compareTo(StretchMessages other) {
        int byTime = Long.compareUnsigned(times[at], other.times[other.at]);
        return byTime != 0 ? byTime : Long.compare(stretch.start(), other.stretch.start());
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(stretch.start());
    }

    int channelId() {
        return ChunkRecords.channelId(bytes, records[at]);
    }

    int sequence() {
        return ChunkRecords.sequence(bytes, records[at]);
    }

    long logTime() {
        return times[at];
    }

    long publishTime() {
        return ChunkRecords.publishTime(bytes, records[at]);
    }

    byte[] data() {
        int from = ChunkRecords.dataStart(records[at]);
        return Arrays.copyOfRange(bytes, from, from + ChunkRecords.dataLength(bytes, records[at]));
    }
}
