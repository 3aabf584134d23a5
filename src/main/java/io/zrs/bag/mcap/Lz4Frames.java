package io.zrs.bag.mcap;

import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;

/**
 * Unpacks LZ4 frames (LZ4 Frame Format Description 1.6.4): as lz4-java's stream does, and also blocks that refer to those before them,
 * which most other writers make, and as much as there is of a frame that is cut off. For one thread.
 */
final class Lz4Frames {
    private static final int MAGIC = 0x184D2204;
    private static final int SKIPPABLE = 0x184D2A50;
    private static final int SKIPPABLE_MASK = ~0xF;
    private static final int VERSION_MASK = 0xC2;
    private static final int VERSION = 0x40;
    private static final int INDEPENDENT = 0x20;
    private static final int BLOCK_CHECKSUM = 0x10;
    private static final int CONTENT_SIZE = 0x08;
    private static final int CONTENT_CHECKSUM = 0x04;
    private static final int DICTIONARY = 0x01;
    private static final int BYTE = 0xFF;

    private final XXHash32 hash = XXHashFactory.safeInstance().hash32();
    private final Lz4Block block = new Lz4Block();

    int unpack(byte[] source, int from, int length, byte[] into, int size, boolean cut) {
        ByteReader in = new ByteReader(source, from, length);
        block.begin(into, size);
        try {
            while (in.remaining() > 0) {
                frame(source, in);
            }
        } catch (MalformedException e) {
            if (cut) {
                return block.unpacked();
            }
            throw new MalformedException("its lz4 frame is damaged (" + e.getMessage() + ")", e);
        }
        if (block.unpacked() != size && !cut) {
            throw new MalformedException("it has " + block.unpacked() + " bytes unpacked, not " + size);
        }
        return block.unpacked();
    }

    private void frame(byte[] source, ByteReader in) {
        int magic = in.bits32();
        if ((magic & SKIPPABLE_MASK) == SKIPPABLE) {
            in.skip(in.u32());
            return;
        }
        if (magic != MAGIC) {
            throw new MalformedException("no frame begins with " + Integer.toHexString(magic));
        }
        int head = in.at();
        int flags = in.u8();
        in.u8();
        if ((flags & VERSION_MASK) != VERSION || (flags & DICTIONARY) != 0) {
            throw new MalformedException("its flags are " + Integer.toHexString(flags));
        }
        if ((flags & CONTENT_SIZE) != 0) {
            in.u64();
        }
        if (in.u8() != (hash.hash(source, head, in.at() - 1 - head, 0) >>> Byte.SIZE & BYTE)) {
            throw new MalformedException("the checksum of its header is wrong");
        }
        int start = block.unpacked();
        blocks(source, in, flags, start);
        if ((flags & CONTENT_CHECKSUM) != 0
                && in.bits32() != hash.hash(block.output(), start, block.unpacked() - start, 0)) {
            throw new MalformedException("its checksum is wrong");
        }
    }

    private void blocks(byte[] source, ByteReader in, int flags, int start) {
        for (int size = in.bits32(); size != 0; size = in.bits32()) {
            int count = size & Integer.MAX_VALUE;
            // A block that is cut off is read as far as it goes; what is missing is noticed behind it.
            int there = Math.min(count, in.remaining());
            int at = in.skip(there);
            if (size < 0) {
                block.copy(source, at, there);
            } else {
                block.unpack(source, at, there, (flags & INDEPENDENT) != 0 ? block.unpacked() : start);
            }
            if (there < count) {
                throw new MalformedException("it ends within a block");
            }
            if ((flags & BLOCK_CHECKSUM) != 0 && in.bits32() != hash.hash(source, at, count, 0)) {
                throw new MalformedException("the checksum of a block is wrong");
            }
        }
    }
}
