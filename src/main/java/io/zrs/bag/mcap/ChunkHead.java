package io.zrs.bag.mcap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a chunk says of itself (specification, "Chunk").
 *
 * @param start where the record begins
 * @param length how long the record is, opcode and length included; as much of it as there is if it is cut off
 * @param startTime the earliest log time in it, as it says, in nanoseconds, unsigned
 * @param endTime the latest
 * @param bytes how many bytes its records have unpacked, as it says
 * @param crc the CRC-32 of those; 0: it has none
 * @param compression the name of its compression; empty without
 * @param stored how many bytes of records it says it has
 * @param missing how many bytes of it are behind the end of the file
 */
public record ChunkHead(
        long start,
        long length,
        long startTime,
        long endTime,
        long bytes,
        int crc,
        String compression,
        long stored,
        long missing) {
    private static final int TIMES = 2 * Long.BYTES;
    private static final int SIZES = Long.BYTES + Integer.BYTES;
    private static final int LONGEST_NAME = 64;
    private static final int FIXED = RecordDecoder.HEAD + TIMES + SIZES + Integer.BYTES;

    /**
     * What stands there if it is credible: its parts fit each other; else empty.
     *
     * @param start where the record begins, in bytes from the start of the file
     * @param contentLength how long its content is, as its first bytes say
     * @throws io.zrs.model.ZrsException {@link io.zrs.model.ErrorCode#IO} if the file cannot be read
     */
    public static Optional<ChunkHead> read(McapFile file, long start, long contentLength) {
        ByteBuffer in = file.bytes(start, FIXED + LONGEST_NAME + Long.BYTES);
        if (in.remaining() < FIXED + Long.BYTES) {
            return Optional.empty();
        }
        in.position(RecordDecoder.HEAD);
        long startTime = in.getLong();
        long endTime = in.getLong();
        long bytes = in.getLong();
        int crc = in.getInt();
        int name = in.getInt();
        if (name < 0 || name > LONGEST_NAME || in.remaining() < name + Long.BYTES) {
            return Optional.empty();
        }
        String compression = new String(in.array(), in.position(), name, StandardCharsets.UTF_8);
        long stored = in.position(in.position() + name).getLong();
        long head = in.position() - RecordDecoder.HEAD;
        if (contentLength < 0 || stored < 0 || bytes < 0 || stored != contentLength - head) {
            return Optional.empty();
        }
        long there = Math.min(RecordDecoder.HEAD + contentLength, file.size() - start);
        return Optional.of(new ChunkHead(
                start,
                there,
                startTime,
                endTime,
                bytes,
                crc,
                compression,
                stored,
                RecordDecoder.HEAD + contentLength - there));
    }

    /** Whether the file ends before it does. */
    public boolean cut() {
        return missing > 0;
    }

    /** Whether its records can be unpacked here: the specification's compressions are none, LZ4 and zstd. */
    public boolean isKnownCompression() {
        for (Compression kind : Compression.values()) {
            if (kind.wireName().equals(compression)) {
                return true;
            }
        }
        return false;
    }

    /** The same for who reads its records. */
    public Stretch stretch() {
        return new Stretch(
                start,
                length,
                0,
                startTime,
                endTime,
                -1,
                null,
                cut() ? Stretch.Kind.CUT_CHUNK : Stretch.Kind.CHUNK,
                compression,
                stored,
                bytes);
    }
}
