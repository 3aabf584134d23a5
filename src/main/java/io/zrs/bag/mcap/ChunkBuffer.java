package io.zrs.bag.mcap;

import java.util.Arrays;

/**
 * The messages of a chunk before it is written. It can be filled by one thread and, handed over, be written by another; and be
 * used again after {@link #clear}, so that a recorder that goes round with some of them makes no garbage.
 */
public final class ChunkBuffer {
    private static final int HEAD = 1 + Long.BYTES + Short.BYTES + Integer.BYTES + 2 * Long.BYTES;
    private static final int CHANNEL_AT = 1 + Long.BYTES;
    private static final int ENTRY = 2 * Integer.BYTES + Long.BYTES;
    private static final int FIRST_MESSAGES = 256;
    private static final int FIRST_BYTES = 16 << 10;

    private final ByteBuilder records = new ByteBuilder(FIRST_BYTES);
    private int messages;
    private int[] channels = new int[FIRST_MESSAGES];
    private long[] times = new long[FIRST_MESSAGES];
    private int[] offsets = new int[FIRST_MESSAGES];
    private long startTime;
    private long endTime;

    /**
     * Adds a message, whose data is copied.
     *
     * @param channelId a channel of the catalog of the file that the chunk goes to
     * @param sequence counts the channel's messages
     * @param logTime nanoseconds since 1970 when it was recorded
     * @param publishTime when it was published; the log time where nobody knows
     */
    public void add(int channelId, int sequence, long logTime, long publishTime, byte[] source, int from, int length) {
        int offset = records.length();
        records.reserve((long) HEAD + length);
        int start = records.openRecord(Opcode.MESSAGE);
        RecordEncoder.messageHead(records, channelId, sequence, logTime, publishTime)
                .raw(source, from, length);
        records.closeRecord(start);
        list(channelId, logTime, offset);
    }

    /** Adds a record of a kind that is not known, which stays among the messages that it stood among. */
    public void add(McapRecord.Unknown record) {
        RecordEncoder.append(records, record);
    }

    /**
     * Takes over the records of a chunk.
     *
     * @return false if they are not messages in the order of time and what nobody knows, and no more: then there is nothing to be relied on
     */
    boolean take(byte[] bytes, int length) {
        clear();
        records.raw(bytes, 0, length);
        ChunkRecords all = new ChunkRecords(records.array(), length);
        boolean ordered = true;
        while (ordered && all.next()) {
            if (all.isMessage()) {
                ordered = messages == 0 || Long.compareUnsigned(all.logTime(), endTime) >= 0;
                list(all.channelId(), all.logTime(), all.start());
            } else {
                ordered = all.opcode() > Opcode.DATA_END;
            }
        }
        return ordered && !all.isCut() && messages > 0;
    }

    private void list(int channelId, long logTime, int offset) {
        if (messages == channels.length) {
            grow();
        }
        channels[messages] = channelId;
        times[messages] = logTime;
        offsets[messages] = offset;
        startTime = messages == 0 || Long.compareUnsigned(logTime, startTime) < 0 ? logTime : startTime;
        endTime = messages == 0 || Long.compareUnsigned(logTime, endTime) > 0 ? logTime : endTime;
        messages++;
    }

    /** All or nothing: memory may run out in between. */
    private void grow() {
        int larger = 2 * messages;
        int[] moreChannels = Arrays.copyOf(channels, larger);
        long[] moreTimes = Arrays.copyOf(times, larger);
        offsets = Arrays.copyOf(offsets, larger);
        channels = moreChannels;
        times = moreTimes;
    }

    /** Forgets the messages; keeps the room that they took. */
    public void clear() {
        records.clear();
        messages = 0;
        startTime = 0;
        endTime = 0;
    }

    /** How many messages there are. */
    public int messages() {
        return messages;
    }

    /** How many bytes their records have, uncompressed. */
    public int bytes() {
        return records.length();
    }

    /** How many bytes of memory this takes, with room that is not used now. */
    public long capacity() {
        return records.capacity() + (long) channels.length * ENTRY;
    }

    /** The earliest log time; 0 without messages. */
    public long startTime() {
        return startTime;
    }

    /** The latest log time; 0 without messages. */
    public long endTime() {
        return endTime;
    }

    /** The channel of a message; the first has the index 0. */
    public int channel(int index) {
        return channels[index];
    }

    /** The log time of a message; the first has the index 0. */
    public long time(int index) {
        return times[index];
    }

    /** Where a message's record begins. */
    int offset(int index) {
        return offsets[index];
    }

    /** What {@link #capacity} would be after one more message with so many bytes of data. */
    public long capacityWith(int length) {
        long entries = messages == channels.length ? 2L * messages : channels.length;
        return records.capacityWith((long) HEAD + length) + entries * ENTRY;
    }

    /** The bytes that messages' data are in. Not a copy; nobody must write to it, and it is another one after {@link #add}. */
    public byte[] array() {
        return records.array();
    }

    /** Where in {@link #array()} the data of a message begins. */
    public int dataFrom(int index) {
        return offsets[index] + HEAD;
    }

    /** Where in {@link #array()} the data of a message ends. */
    public int dataTo(int index) {
        return dataFrom(index) + ChunkRecords.dataLength(records.array(), offsets[index]);
    }

    /**
     * Gives a message another channel and number: for who adds messages before it is known which channel they belong to. Until then a
     * channel's id may be any number.
     */
    public void assign(int index, int channelId, int sequence) {
        channels[index] = channelId;
        records.putU16(offsets[index] + CHANNEL_AT, channelId);
        records.putU32(offsets[index] + CHANNEL_AT + Short.BYTES, sequence);
    }

    /** Gives room back that is not used, if that is most of it. */
    public void trim() {
        if (2L * (records.length() + (long) messages * ENTRY) < capacity()) {
            records.trim();
            int room = Math.max(1, messages);
            channels = Arrays.copyOf(channels, room);
            times = Arrays.copyOf(times, room);
            offsets = Arrays.copyOf(offsets, room);
        }
    }

    ByteBuilder records() {
        return records;
    }
}
