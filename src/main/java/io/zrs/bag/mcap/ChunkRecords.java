package io.zrs.bag.mcap;

/** Goes through the records of a chunk. For one thread. */
public final class ChunkRecords {
    /** The bytes of a message's content before its data. */
    public static final int MESSAGE_HEAD = Short.BYTES + Integer.BYTES + 2 * Long.BYTES;

    private static final int SEQUENCE = Short.BYTES;
    private static final int LOG_TIME = SEQUENCE + Integer.BYTES;
    private static final int PUBLISH_TIME = LOG_TIME + Long.BYTES;

    private final byte[] bytes;
    private final int end;
    private int start;
    private int next;
    private int length;
    private boolean cut;

    /** Those in the first {@code length} bytes. */
    public ChunkRecords(byte[] bytes, int length) {
        this.bytes = bytes;
        this.end = length;
    }

    /** Goes to the next record; false if there is none, or no whole one: {@link #isCut()}. */
    public boolean next() {
        start = next;
        if (end - next < RecordDecoder.HEAD) {
            cut = next < end;
            return false;
        }
        long said = ByteReader.u64(bytes, next + 1);
        if (said < 0 || said > end - next - RecordDecoder.HEAD || isMessage() && said < MESSAGE_HEAD) {
            cut = true;
            return false;
        }
        length = (int) said;
        next += RecordDecoder.HEAD + length;
        return true;
    }

    /** Whether the last {@link #next()} found something that is no whole record. */
    public boolean isCut() {
        return cut;
    }

    /** Where the record begins. */
    public int start() {
        return start;
    }

    /** Where it ends. */
    public int end() {
        return next;
    }

    /** What kind of record it is. */
    public int opcode() {
        return bytes[start] & 0xFF;
    }

    /** Whether it is a message; what follows is for messages alone. */
    public boolean isMessage() {
        return bytes[start] == Opcode.MESSAGE;
    }

    /** The record. */
    public McapRecord record() {
        return RecordDecoder.decode(opcode(), bytes, start + RecordDecoder.HEAD, length);
    }

    /** A message's channel. */
    public int channelId() {
        return ByteReader.u16(bytes, start + RecordDecoder.HEAD);
    }

    /** A message's log time. */
    public long logTime() {
        return logTime(bytes, start);
    }

    static int channelId(byte[] bytes, int record) {
        return ByteReader.u16(bytes, record + RecordDecoder.HEAD);
    }

    static int sequence(byte[] bytes, int record) {
        return ByteReader.i32(bytes, record + RecordDecoder.HEAD + SEQUENCE);
    }

    static long logTime(byte[] bytes, int record) {
        return ByteReader.u64(bytes, record + RecordDecoder.HEAD + LOG_TIME);
    }

    static long publishTime(byte[] bytes, int record) {
        return ByteReader.u64(bytes, record + RecordDecoder.HEAD + PUBLISH_TIME);
    }

    static int dataStart(int record) {
        return record + RecordDecoder.HEAD + MESSAGE_HEAD;
    }

    static int dataLength(byte[] bytes, int record) {
        return (int) ByteReader.u64(bytes, record + 1) - MESSAGE_HEAD;
    }
}
