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
    /** An attachment's times and names are not longer. */
    static final int ATTACHMENT_HEAD = 8 << 10;

    private static final int ENTRY = 2 * Long.BYTES;

    private final FileWindow window;
    private final McapFile file;
    private long limit;

    private long next;
    private long start;
    private int opcode;
    private long length;
    private boolean cut;

    /** From the record at {@code from} on, to {@code limit}. */
    public RecordWalker(McapFile file, long from, long limit) {
        this(new FileWindow(file), from, limit);
    }

    RecordWalker(FileWindow window, long from, long limit) {
        this.window = window;
        file = window.file();
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
        int at = window.at(next, RecordDecoder.HEAD, limit);
        opcode = window.bytes()[at] & 0xFF;
        length = ByteReader.u64(window.bytes(), at + 1);
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
     * Where the record's fields end, which is before its end if its length is wrong, or if it is of a later specification. That of a
     * chunk, a message, or what is not known is taken to be its end, as is that of a record whose fields make no sense.
     */
    long fieldsEnd() {
        try {
            return switch (opcode) {
                case Opcode.CHUNK, Opcode.MESSAGE -> end();
                case Opcode.MESSAGE_INDEX -> {
                    ByteReader in = peek(Short.BYTES + Integer.BYTES);
                    in.u16();
                    long entries = in.u32() / ENTRY * ENTRY;
                    yield within(Short.BYTES + Integer.BYTES + entries);
                }
                case Opcode.ATTACHMENT -> {
                    ByteReader in = peek(ATTACHMENT_HEAD);
                    int from = in.at();
                    in.skip(2 * Long.BYTES);
                    in.string();
                    in.string();
                    long data = in.u64();
                    yield within(in.at() - from + data + Integer.BYTES);
                }
                default -> opcode > Opcode.DATA_END ? end() : decodedEnd();
            };
        } catch (ZrsException e) {
            // What is wrong is for whoever reads it to find out.
            return end();
        }
    }

    private long within(long fields) {
        return fields < 0 || fields > length ? end() : contentStart() + fields;
    }

    private long decodedEnd() {
        ByteReader in = content();
        int from = in.at();
        RecordDecoder.decode(opcode, in);
        return contentStart() + in.at() - from;
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
        return RecordDecoder.decode(opcode, content());
    }

    private ByteReader content() {
        if (length + RecordDecoder.HEAD <= FileWindow.LARGE) {
            return peek((int) length);
        }
        switch (opcode) {
            case Opcode.CHUNK, Opcode.MESSAGE, Opcode.ATTACHMENT, Opcode.SCHEMA ->
                Memory.checkedOnce(length, "a record");
            // What comes of it is as long as it is.
            case Opcode.MESSAGE_INDEX -> Memory.checked(2 * length, "a message index");
            default -> {
                // What is not known stays the bytes that it is.
                boolean known = opcode <= Opcode.DATA_END;
                Memory.checked(known ? length * Memory.OBJECTS : length, "what comes of a record,");
            }
        }
        return new ByteReader(file.read(contentStart(), (int) length), 0, (int) length);
    }

    /** A reader of the whole content of a record that has no need to be large. */
    ByteReader content(String what) {
        if (length + RecordDecoder.HEAD <= FileWindow.LARGE) {
            return peek((int) length);
        }
        int count = Memory.checked(length, what);
        return new ByteReader(file.read(contentStart(), count), 0, count);
    }

    /** A reader of the first bytes of the content: {@code most}, or as many as the file has. */
    ByteReader peek(int most) {
        int count = (int) Math.min(most, Math.min(cut ? Long.MAX_VALUE : length, limit - contentStart()));
        int at = window.at(contentStart(), count, limit);
        return new ByteReader(window.bytes(), at, count);
    }
}
