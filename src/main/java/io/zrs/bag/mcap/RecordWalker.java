package io.zrs.bag.mcap;

import io.zrs.model.ZrsException;

/**
 * Goes from record to record through a part of a file and reads of each no more than is asked for. For one thread.
 *
 * <pre>{@code
 * while (walker.next()) {
 *     switch (walker.opcode()) { … }
 * }
 * }</pre>
 */
public final class RecordWalker {
    private static final int SMALL = 4 << 10;
    private static final int LARGE = 64 << 10;

    private final McapFile file;
    private long limit;
    private byte[] buffer = new byte[0];
    private long bufferAt;
    private int buffered;
    private int refill = SMALL;

    private long next;
    private long start;
    private int opcode;
    private long length;
    private boolean cut;

    /** From the record at {@code from} on, to {@code limit}. */
    public RecordWalker(McapFile file, long from, long limit) {
        this.file = file;
        range(from, limit);
    }

    /** Goes on with another part of the file. */
    void range(long from, long to) {
        limit = Math.min(to, file.size());
        next = from;
    }

    /** Goes to the next record; false if there is none, or no whole one: {@link #isCut()}. */
    public boolean next() {
        start = next;
        cut = false;
        length = 0;
        opcode = 0;
        if (next >= limit) {
            return false;
        }
        if (limit - next < RecordDecoder.HEAD) {
            cut = true;
            return false;
        }
        int at = buffer(next, RecordDecoder.HEAD);
        opcode = buffer[at] & 0xFF;
        length = ByteReader.u64(buffer, at + 1);
        // There is no record 0: zeros are what a file system leaves that lost its power.
        if (opcode == 0 || length < 0 || length > limit - next - RecordDecoder.HEAD) {
            cut = true;
            return false;
        }
        next = end();
        return true;
    }

    /** Whether the last {@link #next()} found something that is no whole record, at {@link #start()}. */
    public boolean isCut() {
        return cut;
    }

    /** Goes on at another place. */
    public void seek(long position) {
        next = position;
    }

    /** What kind of record this is, even of a record that is cut off; 0 if that cannot be told. */
    public int opcode() {
        return opcode;
    }

    /** Where the record begins. */
    public long start() {
        return start;
    }

    /** Where its content begins. */
    public long contentStart() {
        return start + RecordDecoder.HEAD;
    }

    /** How many bytes its content has, or would have if it were not cut off: then unsigned and perhaps nonsense. */
    public long length() {
        return length;
    }

    /** Where it ends. */
    public long end() {
        return start + RecordDecoder.HEAD + length;
    }

    /**
     * The record.
     *
     * @throws ZrsException {@link io.zrs.model.ErrorCode#IO} if it is damaged or larger than memory bears
     */
    public McapRecord record() {
        try {
            return decode();
        } catch (ZrsException e) {
            throw file.damaged("the record 0x" + Integer.toHexString(opcode), start, e);
        }
    }

    /** As {@link #record()}, and the error does not say where. */
    McapRecord decode() {
        if (length + RecordDecoder.HEAD <= LARGE) {
            int at = buffer(contentStart(), (int) length);
            return RecordDecoder.decode(opcode, buffer, at, (int) length);
        }
        switch (opcode) {
            case Opcode.CHUNK, Opcode.MESSAGE, Opcode.ATTACHMENT, Opcode.SCHEMA ->
                Memory.checkedOnce(length, "a record");
            // What comes of it is as long as it is.
            case Opcode.MESSAGE_INDEX -> Memory.checked(2 * length, "a message index");
            default -> Memory.checked(length * Memory.OBJECTS, "what comes of a record,");
        }
        return RecordDecoder.decode(opcode, file.read(contentStart(), (int) length), 0, (int) length);
    }

    /** A reader of the whole content of a record that has no need to be large. */
    ByteReader content(String what) {
        if (length + RecordDecoder.HEAD <= LARGE) {
            return peek((int) length);
        }
        int count = Memory.checked(length, what);
        return new ByteReader(file.read(contentStart(), count), 0, count);
    }

    /** A reader of the first bytes of the content: {@code most}, or as many as the file has. */
    ByteReader peek(int most) {
        int count = (int) Math.min(most, Math.min(cut ? Long.MAX_VALUE : length, limit - contentStart()));
        int at = buffer(contentStart(), count);
        return new ByteReader(buffer, at, count);
    }

    /** Where in the buffer the bytes are. Who reads one after the other gets many at once, who jumps does not. */
    private int buffer(long at, int count) {
        if (at >= bufferAt && at + count <= bufferAt + buffered) {
            return (int) (at - bufferAt);
        }
        boolean near = at >= bufferAt && at <= bufferAt + buffered;
        refill = near ? Math.min(LARGE, 2 * refill) : SMALL;
        int wanted = (int) Math.min(limit - at, Math.max(refill, count));
        if (buffer.length < wanted) {
            buffer = new byte[wanted];
        }
        file.read(at, buffer, 0, wanted);
        bufferAt = at;
        buffered = wanted;
        return 0;
    }
}
