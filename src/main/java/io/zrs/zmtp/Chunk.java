package io.zrs.zmtp;

import java.nio.ByteBuffer;

/**
 * A piece of direct memory and the number of its holders. Several send queues may hold one chunk, so that a message for
 * many slow subscribers is in memory once.
 */
public final class Chunk {
    private final ChunkPool pool;
    private final ByteBuffer bytes;
    private final ByteBuffer window;
    private int holders = 1;

    Chunk(ChunkPool pool, ByteBuffer bytes) {
        this.pool = pool;
        this.bytes = bytes;
        this.window = bytes.duplicate();
    }

    /** The whole memory, for absolute access; its position and limit must stay as they are. */
    public ByteBuffer bytes() {
        return bytes;
    }

    /** The part from {@code start} to {@code end} for one read or write; the next call takes it back. */
    ByteBuffer window(int start, int end) {
        return window.limit(end).position(start);
    }

    int capacity() {
        return bytes.capacity();
    }

    boolean isShared() {
        return holders > 1;
    }

    Chunk retain() {
        holders++;
        return this;
    }

    void release() {
        holders--;
        if (holders == 0) {
            holders = 1;
            pool.takeBack(this);
        } else if (holders < 0) {
            throw new IllegalStateException("a chunk was released more often than retained");
        }
    }
}
