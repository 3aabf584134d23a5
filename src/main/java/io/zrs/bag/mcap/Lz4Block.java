package io.zrs.bag.mcap;

/** Unpacks LZ4 blocks (LZ4 Block Format Description), one behind the other. For one thread. */
final class Lz4Block {
    private static final int SHORTEST_MATCH = 4;
    private static final int MORE = 15;
    private static final int BYTE = 0xFF;

    private byte[] out = new byte[0];
    private int limit;
    private int unpacked;
    private int at;

    /** Begins with the first byte of {@code into}; {@code size} is the most that it takes. */
    void begin(byte[] into, int size) {
        out = into;
        limit = size;
        unpacked = 0;
    }

    byte[] output() {
        return out;
    }

    /** How many bytes there are, also after an error. */
    int unpacked() {
        return unpacked;
    }

    /** Adds a block that is not compressed. */
    void copy(byte[] source, int from, int count) {
        int room = Math.min(count, limit - unpacked);
        System.arraycopy(source, from, out, unpacked, room);
        unpacked += room;
        if (room < count) {
            throw new MalformedException("it has more bytes unpacked than the " + limit + " that it should");
        }
    }

    /** Adds a block; its matches may go back to {@code first} in the output. */
    void unpack(byte[] in, int from, int count, int first) {
        int end = from + count;
        at = from;
        while (at < end) {
            int token = in[at++] & BYTE;
            int literals = token >>> 4;
            if (literals == MORE) {
                literals = more(in, end, literals);
            }
            int there = Math.min(literals, end - at);
            copy(in, at, there);
            at += there;
            if (there < literals) {
                throw new MalformedException("it ends within a block");
            }
            if (at == end) {
                return;
            }
            match(in, end, token & MORE, first);
        }
    }

    private void match(byte[] in, int end, int shortLength, int first) {
        if (end - at < Short.BYTES) {
            throw new MalformedException("it ends within a block");
        }
        int distance = ByteReader.u16(in, at);
        at += Short.BYTES;
        int length = (shortLength == MORE ? more(in, end, shortLength) : shortLength) + SHORTEST_MATCH;
        if (distance == 0 || distance > unpacked - first) {
            throw new MalformedException("it refers to bytes before its first");
        }
        int room = Math.min(length, limit - unpacked);
        int left = room;
        // What is repeated grows with each copy.
        for (int step = distance; left > 0; step *= 2) {
            int copied = Math.min(step, left);
            System.arraycopy(out, unpacked - step, out, unpacked, copied);
            unpacked += copied;
            left -= copied;
            if (copied < step) {
                break;
            }
        }
        if (room < length) {
            throw new MalformedException("it has more bytes unpacked than the " + limit + " that it should");
        }
    }

    private int more(byte[] in, int end, int start) {
        int length = start;
        int next;
        do {
            if (at >= end) {
                throw new MalformedException("it ends within a block");
            }
            next = in[at++] & BYTE;
            length += next;
            if (length > limit) {
                throw new MalformedException("it has more bytes unpacked than the " + limit + " that it should");
            }
        } while (next == BYTE);
        return length;
    }
}
