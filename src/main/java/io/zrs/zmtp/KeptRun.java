package io.zrs.zmtp;

/** Copies of messages, one behind the other, that outlive the reads they came with: from the first on, up to a limit. */
public final class KeptRun {
    private final MessageStore store;
    private final int limit;
    private Chunk chunk;
    private int length;

    KeptRun(MessageStore store, int limit) {
        this.store = store;
        this.limit = limit;
    }

    /**
     * Adds the messages between {@code start} and {@code end}.
     *
     * @return false if they are too long, or there is no memory for them; the run is as it was then
     */
    public boolean append(Chunk from, int start, int end) {
        int size = end - start;
        if (size > limit - length || !reserve(length + size)) {
            return false;
        }
        // A queue that has the run to send holds its beginning, which stays as it is.
        chunk.window(length, length + size).put(from.window(start, end));
        length += size;
        return true;
    }

    private boolean reserve(int wanted) {
        if (chunk != null && wanted <= chunk.capacity()) {
            return true;
        }
        Chunk larger = store.take(wanted);
        if (larger == null) {
            return false;
        }
        if (chunk != null) {
            larger.window(0, length).put(chunk.window(0, length));
            store.giveBack(chunk);
        }
        chunk = larger;
        return true;
    }

    /** Keeps none from now on. */
    public void drop() {
        length = 0;
        if (chunk != null) {
            store.giveBack(chunk);
            chunk = null;
        }
    }

    /** The size of all the messages, in bytes on the wire; 0 if there is none. */
    public int length() {
        return length;
    }

    /** The memory whose first {@link #length} bytes are the messages; it must not be written to. */
    public Chunk chunk() {
        return chunk;
    }
}
