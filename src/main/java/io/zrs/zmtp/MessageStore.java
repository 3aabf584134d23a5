package io.zrs.zmtp;

/** Memory for messages that are kept, whoever keeps them, held under one limit. */
public final class MessageStore {
    private final ChunkPool pool;
    private final long limit;
    private long heldBytes;

    /**
     * An empty store.
     *
     * @param limit how much memory kept messages may take together, in bytes; one takes the next power of two
     */
    public MessageStore(ChunkPool pool, long limit) {
        this.pool = pool;
        this.limit = limit;
    }

    /** A place for one message, empty. */
    public KeptMessage place() {
        return new KeptMessage(this);
    }

    /** A place for messages one behind the other, of so many bytes at most; empty. */
    public KeptRun run(int mostBytes) {
        return new KeptRun(this, mostBytes);
    }

    /** Whether a chunk of this size is what a message of this length gets. */
    boolean suits(Chunk chunk, int length) {
        return chunk.capacity() == ChunkPool.sizeFor(length);
    }

    /** Memory for a message of this length; null if there is none left. */
    Chunk take(int length) {
        if (heldBytes + ChunkPool.sizeFor(length) > limit) {
            return null;
        }
        Chunk chunk = pool.acquire(length);
        heldBytes += chunk == null ? 0 : chunk.capacity();
        return chunk;
    }

    void giveBack(Chunk chunk) {
        heldBytes -= chunk.capacity();
        chunk.release();
    }

    /** How much memory the kept messages take, in bytes. */
    public long heldBytes() {
        return heldBytes;
    }
}
