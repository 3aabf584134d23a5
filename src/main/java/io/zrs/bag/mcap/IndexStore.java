package io.zrs.bag.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * Index records of one kind until the summary is written: the latest in memory, what went before in scratch space if there is any. After an
 * {@link IOException} nothing is forgotten. For one thread.
 */
final class IndexStore {
    /** Then it is time for scratch space. */
    static final int MOST_IN_MEMORY = 256 << 10;

    private static final int PIECE = 64 << 10;

    private final ScratchSpace space;
    private final ByteBuilder latest = new ByteBuilder(0);
    private SeekableByteChannel scratch;
    private long spilled;

    /** {@code space} may be null: then all of it is in memory. */
    IndexStore(ScratchSpace space) {
        this.space = space;
    }

    /** Where a record is to be added. */
    ByteBuilder latest() {
        return latest;
    }

    /** How many bytes there are. */
    long length() {
        return spilled + latest.length();
    }

    /** Makes room in memory, before there is more to add. */
    void makeRoom() throws IOException {
        if (space == null || latest.length() < MOST_IN_MEMORY) {
            return;
        }
        if (scratch == null) {
            scratch = space.open();
        }
        scratch.position(spilled);
        ByteBuffer bytes = ByteBuffer.wrap(latest.array(), 0, latest.length());
        while (bytes.hasRemaining()) {
            scratch.write(bytes);
        }
        spilled += latest.length();
        latest.clear();
    }

    /** Writes all of it. */
    void writeTo(SummaryOutput out) throws IOException {
        if (spilled > 0) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            scratch.position(0);
            for (long left = spilled; left > 0; left -= piece.position()) {
                piece.clear().limit((int) Math.min(PIECE, left));
                while (piece.hasRemaining()) {
                    if (scratch.read(piece) < 0) {
                        throw new IOException("what was set aside of the index is there no more");
                    }
                }
                out.raw(piece.array(), piece.position());
            }
        }
        out.raw(latest.array(), latest.length());
    }

    /** Gives scratch space back. */
    void close() throws IOException {
        if (scratch != null) {
            scratch.close();
        }
    }
}
