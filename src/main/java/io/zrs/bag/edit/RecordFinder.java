package io.zrs.bag.edit;

import io.zrs.bag.mcap.Magic;
import io.zrs.bag.mcap.Opcode;
import io.zrs.bag.mcap.RecordDecoder;
import io.zrs.model.ZrsException;
import java.nio.ByteBuffer;

/** Finds where records go on behind bytes that are none. For one thread. */
final class RecordFinder {
    private static final int WINDOW = 1 << 18;
    private static final int LARGEST_SMALL = 1 << 24;

    /** A record of a terabyte at the end of a file is none that was cut off. */
    private static final long LARGEST_CUT = 1L << 40;

    private static final int HEAP_SHARE = 128;

    private static final int MESSAGE_HEAD = 22;
    private static final int FOOTER_LENGTH = 20;

    private final RawFile file;

    RecordFinder(RawFile file) {
        this.file = file;
    }

    /** Where the next record that can be believed begins, at {@code from} or behind it; -1 if there is none. */
    long find(long from) {
        return find(from, file.size());
    }

    /** As {@link #find(long)}, for records that begin before {@code limit}. */
    long find(long from, long limit) {
        long at = from;
        long end = Math.min(file.size(), limit + RecordDecoder.HEAD - 1);
        while (at + RecordDecoder.HEAD <= end) {
            ByteBuffer window = file.read(at, (int) Math.min(WINDOW, end - at));
            int last = window.remaining() - RecordDecoder.HEAD;
            for (int i = 0; i <= last; i++) {
                if (isHead(window.get(i) & 0xFF, window.getLong(i + 1), at + i) && isBelievable(at + i)) {
                    return at + i;
                }
            }
            at += last + 1L;
        }
        return -1;
    }

    /** Whether a record may begin there, or the file's end does. */
    boolean mayBegin(long at) {
        if (at == file.size()) {
            return true;
        }
        ByteBuffer head = file.read(at, RecordDecoder.HEAD);
        if (isEnd(at)) {
            return true;
        }
        if (head.remaining() < RecordDecoder.HEAD) {
            return false;
        }
        int opcode = head.get(0) & 0xFF;
        long length = head.getLong(1);
        return opcode >= Opcode.HEADER && opcode <= Opcode.DATA_END && length >= 0 || opcode != 0 && fits(length, at);
    }

    /** Whether a record begins there, as far as it and what follows tell, or the file's end does. */
    boolean begins(long at) {
        if (at == file.size() || isEnd(at)) {
            return true;
        }
        ByteBuffer head = file.read(at, RecordDecoder.HEAD);
        return head.remaining() == RecordDecoder.HEAD
                && isHead(head.get(0) & 0xFF, head.getLong(1), at)
                && isBelievable(at);
    }

    /** Whether the magic bytes that end a file are there. */
    boolean isEnd(long at) {
        return file.size() - at >= Magic.LENGTH && file.read(at, Magic.LENGTH).equals(ByteBuffer.wrap(Magic.bytes()));
    }

    private boolean isHead(int opcode, long length, long at) {
        return opcode >= Opcode.HEADER && opcode <= Opcode.DATA_END && fits(length, at);
    }

    private boolean fits(long length, long at) {
        return length >= 0 && length <= file.size() - at - RecordDecoder.HEAD;
    }

    private boolean isBelievable(long at) {
        ByteBuffer head = file.read(at, RecordDecoder.HEAD);
        int opcode = head.get(0);
        long length = head.getLong(1);
        long end = at + RecordDecoder.HEAD + length;
        return switch (opcode) {
            case Opcode.CHUNK ->
                ChunkHead.read(file, at, length)
                        .filter(ChunkHead::isKnownCompression)
                        .isPresent();
            case Opcode.FOOTER -> length == FOOTER_LENGTH && isEnd(end);
            case Opcode.DATA_END -> length == Integer.BYTES && end < file.size() && mayBegin(end);
            case Opcode.MESSAGE -> length >= MESSAGE_HEAD && end < file.size() && followed(end);
            case Opcode.ATTACHMENT -> length < LARGEST_SMALL ? decodes(at, opcode, length) : followed(end);
            default -> length > 0 && length < LARGEST_SMALL && followed(end) && decodes(at, opcode, length);
        };
    }

    /** Whether the head of a known record stands there, or the file's end: two records in a row are no accident. */
    boolean followed(long end) {
        if (end == file.size() || isEnd(end)) {
            return true;
        }
        ByteBuffer head = file.read(end, RecordDecoder.HEAD);
        return head.remaining() == RecordDecoder.HEAD && isHead(head.get(0) & 0xFF, head.getLong(1), end);
    }

    private boolean decodes(long at, int opcode, long length) {
        try {
            if (length > Runtime.getRuntime().maxMemory() / HEAP_SHARE) {
                // Too large to look into for nothing but to see whether it is one: that another follows has to do.
                return true;
            }
            ByteBuffer content = file.read(at + RecordDecoder.HEAD, (int) length);
            RecordDecoder.decode(opcode, content.array(), 0, (int) length);
            return true;
        } catch (ZrsException e) {
            return false;
        }
    }
}
