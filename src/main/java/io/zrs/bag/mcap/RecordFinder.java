package io.zrs.bag.mcap;

import io.zrs.model.ZrsException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Finds where records go on behind bytes that are none. For one thread. */
public final class RecordFinder {
    private static final byte[] MAGIC = Magic.bytes();

    /** Mostly the next record is near. */
    private static final int FIRST_LOOK = 1 << 12;

    private static final int WINDOW = 1 << 18;
    private static final int LARGEST_SMALL = 1 << 24;
    private static final int HEAP_SHARE = 128;

    /** So many times the file's own bytes are decoded at most: a file may be made of nothing but what may be records. */
    private static final int MOST_DECODED = 4;

    private static final int FOOTER_LENGTH = 20;

    private final McapFile file;
    private final FileWindow window;
    private long decodable;

    /** Finds them in {@code file}. */
    public RecordFinder(McapFile file) {
        this(new FileWindow(file));
    }

    RecordFinder(FileWindow window) {
        this.window = window;
        file = window.file();
        decodable = LARGEST_SMALL + MOST_DECODED * file.size();
    }

    /** Where the next record that can be believed begins, at {@code from} or behind it; -1 if there is none. */
    public long find(long from) {
        return find(from, file.size());
    }

    /** As {@link #find(long)}, for records that begin before {@code limit}. */
    long find(long from, long limit) {
        long at = from;
        long end = Math.min(file.size(), limit + RecordDecoder.HEAD - 1);
        for (int look = FIRST_LOOK; at + RecordDecoder.HEAD <= end; look = Math.min(WINDOW, 2 * look)) {
            ByteBuffer bytes = file.bytes(at, (int) Math.min(look, end - at));
            int last = bytes.remaining() - RecordDecoder.HEAD;
            for (int i = 0; i <= last; i++) {
                int opcode = bytes.get(i) & 0xFF;
                if (isKnown(opcode)
                        && fits(bytes.getLong(i + 1), at + i)
                        && isBelievable(at + i, opcode, bytes.getLong(i + 1))) {
                    return at + i;
                }
            }
            at += last + 1L;
        }
        return -1;
    }

    /** Whether a record may begin there, or the file's end does. */
    public boolean mayBegin(long at) {
        if (isOver(at)) {
            return true;
        }
        if (!hasHead(at)) {
            return false;
        }
        int opcode = opcode(at);
        long length = length(at);
        return isKnown(opcode) && length >= 0 || opcode != 0 && fits(length, at);
    }

    /** Whether a record begins there, as far as it and what follows tell, or the file's end does. */
    public boolean begins(long at) {
        return followed(at) && (isOver(at) || isBelievable(at, opcode(at), length(at)));
    }

    /** Whether the head of a known record stands there, or the file's end: two records in a row are no accident. */
    boolean followed(long at) {
        return isOver(at) || hasHead(at) && isKnown(opcode(at)) && fits(length(at), at);
    }

    /** Whether there may be a record of a kind that is not known. */
    public boolean mayBeUnknown(long at) {
        return hasHead(at) && opcode(at) > Opcode.DATA_END && fits(length(at), at);
    }

    /** Whether the magic bytes that end a file are there. */
    boolean isEnd(long at) {
        if (file.size() - at < Magic.LENGTH) {
            return false;
        }
        int from = window.at(at, Magic.LENGTH, file.size());
        return Arrays.equals(window.bytes(), from, from + Magic.LENGTH, MAGIC, 0, Magic.LENGTH);
    }

    private boolean isOver(long at) {
        return at == file.size() || isEnd(at);
    }

    private boolean hasHead(long at) {
        return file.size() - at >= RecordDecoder.HEAD;
    }

    private int opcode(long at) {
        int from = window.at(at, RecordDecoder.HEAD, file.size());
        return window.bytes()[from] & 0xFF;
    }

    private long length(long at) {
        int from = window.at(at, RecordDecoder.HEAD, file.size());
        return ByteReader.u64(window.bytes(), from + 1);
    }

    private static boolean isKnown(int opcode) {
        return opcode >= Opcode.HEADER && opcode <= Opcode.DATA_END;
    }

    private boolean fits(long length, long at) {
        return length >= 0 && length <= file.size() - at - RecordDecoder.HEAD;
    }

    private boolean isBelievable(long at, int opcode, long length) {
        long end = at + RecordDecoder.HEAD + length;
        return switch (opcode) {
            case Opcode.CHUNK ->
                ChunkHead.read(file, at, length)
                        .filter(ChunkHead::isKnownCompression)
                        .isPresent();
            case Opcode.FOOTER -> length == FOOTER_LENGTH && isEnd(end);
            case Opcode.DATA_END -> length == Integer.BYTES && end < file.size() && mayBegin(end);
            case Opcode.MESSAGE -> length >= ChunkRecords.MESSAGE_HEAD && end < file.size() && followed(end);
            case Opcode.ATTACHMENT -> length < LARGEST_SMALL ? decodes(at, opcode, length) : followed(end);
            default -> length > 0 && length < LARGEST_SMALL && followed(end) && decodes(at, opcode, length);
        };
    }

    private boolean decodes(long at, int opcode, long length) {
        try {
            if (length > Runtime.getRuntime().maxMemory() / HEAP_SHARE || length > decodable) {
                // Too large to look into for nothing but to see whether it is one: that another follows has to do.
                return true;
            }
            decodable -= length;
            byte[] content = file.read(at + RecordDecoder.HEAD, (int) length);
            RecordDecoder.decode(opcode, content, 0, (int) length);
            return true;
        } catch (ZrsException e) {
            return false;
        }
    }
}
