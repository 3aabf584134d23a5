package io.zrs.bag.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32;

/** Writes a summary section in pieces, however long it is, and knows where it is and what its checksum is so far. For one thread. */
final class SummaryOutput {
    private static final int PIECE = 64 << 10;

    private final WritableByteChannel out;
    private final ByteBuilder piece = new ByteBuilder(1 << 10);
    private final CRC32 crc = new CRC32();
    private long flushed;

    /** {@code at} is where in the file it begins. */
    SummaryOutput(WritableByteChannel out, long at) {
        this.out = out;
        flushed = at;
    }

    /** Where in the file it is. */
    long position() {
        return flushed + piece.length();
    }

    /** Adds a record. */
    void add(McapRecord record) throws IOException {
        RecordEncoder.append(piece, record);
        flushIfLong();
    }

    /** Adds the first bytes of an array. */
    void raw(byte[] bytes, int length) throws IOException {
        piece.raw(bytes, 0, length);
        flushIfLong();
    }

    private void flushIfLong() throws IOException {
        if (piece.length() >= PIECE) {
            flush();
        }
    }

    /** Adds the footer, whose checksum covers all that it says before (specification, "Footer"), and the end of the file. */
    void end(long summaryStart, long offsetsStart) throws IOException {
        RecordEncoder.append(piece, new McapRecord.Footer(summaryStart, offsetsStart, 0));
        piece.truncate(piece.length() - Integer.BYTES);
        flush();
        piece.u32((int) crc.getValue()).raw(Magic.bytes());
        flush();
    }

    private void flush() throws IOException {
        crc.update(piece.array(), 0, piece.length());
        ByteBuffer bytes = ByteBuffer.wrap(piece.array(), 0, piece.length());
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        flushed += piece.length();
        piece.clear();
    }
}
