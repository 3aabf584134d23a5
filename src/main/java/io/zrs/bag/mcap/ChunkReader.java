package io.zrs.bag.mcap;

import io.zrs.model.ZrsException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Reads the records of chunks: unpacks them and checks their checksums. For one thread.
 *
 * <p>The bytes stay the same until the next {@link #load}, unless {@link #keep} takes them away.
 */
public final class ChunkReader {
    /** Times, sizes, checksum, name of the compression, length. */
    private static final int LONGEST_HEAD = 512;

    private static final int MARGIN = 8;
    private static final int MOST_WASTED = 1 << 10;

    private final McapFile file;
    private final Map<String, Decompressor> decompressors = new HashMap<>();
    private byte[] stored = new byte[0];
    private byte[] unpacked = new byte[0];
    private byte[] bytes = unpacked;
    private int storedLength;
    private int length;
    private boolean isCut;
    private String compression = "";

    /** Whose records these are; null if they are nobody's any more. */
    private Stretch loaded;

    /** Reads out of {@code file}. */
    public ChunkReader(McapFile file) {
        this.file = file;
    }

    /**
     * Reads the records of a stretch, unless it has them from the last time.
     *
     * @throws ZrsException {@link io.zrs.model.ErrorCode#IO} if it is damaged, or larger than memory has room for
     */
    public void load(Stretch stretch) {
        if (stretch == loaded) {
            return;
        }
        loaded = null;
        isCut = stretch.kind() == Stretch.Kind.CUT_CHUNK;
        bytes = unpacked;
        length = 0;
        try {
            if (stretch.kind() == Stretch.Kind.LOOSE) {
                length = Memory.checked(stretch.length(), "a message");
                unpacked = atLeast(unpacked, length);
                file.read(stretch.start(), unpacked, 0, length);
                bytes = unpacked;
            } else {
                chunk(stretch);
            }
            loaded = stretch;
        } catch (ZrsException e) {
            throw file.damaged(stretch.kind() == Stretch.Kind.LOOSE ? "the records" : "the chunk", stretch.start(), e);
        }
    }

    private void chunk(Stretch stretch) {
        long content = stretch.length() - RecordDecoder.HEAD;
        byte[] head = file.read(stretch.start(), (int) Math.min(LONGEST_HEAD, stretch.length()));
        if ((head[0] & 0xFF) != Opcode.CHUNK || !isCut && ByteReader.u64(head, 1) != content) {
            throw new MalformedException("there is none of " + content + " bytes");
        }
        ByteReader in = new ByteReader(head, RecordDecoder.HEAD, head.length - RecordDecoder.HEAD);
        in.skip(2 * Long.BYTES);
        long size = in.u64();
        int crc = in.bits32();
        compression = in.string();
        long said = in.u64();
        long there = content - (in.at() - RecordDecoder.HEAD);
        if (said < 0 || said > there && !isCut) {
            throw new MalformedException(
                    "it says that it has " + Long.toUnsignedString(said) + " bytes, and it has " + there);
        }
        int count = Memory.checked(Math.min(said, there), "a chunk");
        stored = atLeast(stored, count);
        file.read(stretch.start() + in.at(), stored, 0, count);
        storedLength = count;
        unpack(count, size);
        if (!isCut && crc != 0 && crc != checksum()) {
            throw new MalformedException("its checksum is wrong");
        }
    }

    private void unpack(int count, long size) {
        Decompressor decompressor =
                decompressors.containsKey(compression) ? decompressors.get(compression) : Decompressor.of(compression);
        decompressors.put(compression, decompressor);
        if (decompressor == null) {
            if (size != count && !isCut) {
                throw new MalformedException("it has " + count + " bytes, not " + Long.toUnsignedString(size));
            }
            bytes = stored;
            length = count;
            return;
        }
        int room = Memory.checked(size, "an unpacked chunk");
        unpacked = atLeast(unpacked, room);
        bytes = unpacked;
        length = decompressor.unpack(stored, 0, count, unpacked, room, isCut);
    }

    private int checksum() {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static byte[] atLeast(byte[] buffer, int size) {
        // Chunks of one file are of about one size: a little more room is used again.
        return buffer.length >= size ? buffer : new byte[size + size / MARGIN];
    }

    /** What has the records. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes they have, from the first on. */
    public int length() {
        return length;
    }

    /** The same as a chunk to be copied, its records listed in {@code list}; null if it is none that can be, or not what is said of it. */
    StoredChunk copy(Stretch stretch, ChunkBuffer list) {
        boolean asSaid = compression.equals(stretch.compression()) && list.take(bytes, length);
        return asSaid ? new StoredChunk(list, stored, storedLength, compression) : null;
    }

    /** Whether the file has only the start of them. */
    public boolean isCut() {
        return isCut;
    }

    /** Hands the bytes over to the caller. */
    byte[] keep() {
        loaded = null;
        if (bytes.length - length > length / MARGIN + MOST_WASTED) {
            // A large buffer stays here: who keeps many small chunks must not keep as many of those.
            byte[] copy = Arrays.copyOf(bytes, length);
            bytes = unpacked;
            length = 0;
            return copy;
        }
        byte[] kept = bytes;
        if (bytes == stored) {
            stored = new byte[0];
        } else if (bytes == unpacked) {
            unpacked = new byte[0];
        }
        bytes = new byte[0];
        length = 0;
        return kept;
    }

    /** Takes back what {@link #keep} gave. */
    void reuse(byte[] kept) {
        if (kept.length > unpacked.length) {
            unpacked = kept;
        } else if (kept.length > stored.length && loaded == null) {
            // What is loaded may yet be copied as it is stored.
            stored = kept;
        }
    }
}
