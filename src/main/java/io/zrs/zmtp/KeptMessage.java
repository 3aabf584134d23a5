package io.zrs.zmtp;

/** A copy of one whole message that outlives the read it came with. Its memory serves the next one where that fits. */
public final class KeptMessage {
    private final MessageStore store;
    private Chunk chunk;
    private int length;

    KeptMessage(MessageStore store) {
        this.store = store;
    }

    /**
     * Keeps the message between {@code start} and {@code end} in place of the one before.
     *
     * @return false if there is no memory for it; none is kept then
     */
    public boolean keep(Chunk from, int start, int end) {
        length = 0;
        // A queue that still has to send the message before holds its memory, which must stay as it is.
        if (chunk != null && (chunk.isShared() || !store.suits(chunk, end - start))) {
            drop();
        }
        if (chunk == null) {
            chunk = store.take(end - start);
            if (chunk == null) {
                return false;
            }
        }
        length = end - start;
        chunk.window(0, length).put(from.window(start, end));
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

    /** Whether there is a message. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** The size of the message, in bytes on the wire; 0 if there is none. */
    public int length() {
        return length;
    }

    /** The memory whose first {@link #length} bytes are the message; it must not be written to. */
    public Chunk chunk() {
        return chunk;
    }
}
