package io.zrs.bag.record;

import io.zrs.bag.mcap.ChunkBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The memory that a recorder has: chunks under way and chunks to be used again, together within a number of bytes. For whoever holds
 * the intake's lock.
 */
final class ChunkPool {
    /** What an ordinary chunk grows to. A larger one is for a larger message. */
    private static final long ORDINARY = 2L << 20;

    private final long budget;
    private final Deque<ChunkBuffer> free = new ArrayDeque<>();
    private long total;

    ChunkPool(long budget) {
        this.budget = budget;
    }

    /** An empty chunk with room for a message of so many bytes, at least; null if that is too much memory now. */
    ChunkBuffer acquire(int length) {
        ChunkBuffer chosen = null;
        long most = Math.max(ORDINARY, 2L * length);
        for (ChunkBuffer chunk : free) {
            // One that is much too large stays for those that need it, and one that is too small would have to grow.
            if (chunk.capacity() <= most && (chosen == null || chunk.capacity() > chosen.capacity())) {
                chosen = chunk;
            }
            if (chosen != null && chosen.capacityWith(length) == chosen.capacity()) {
                break;
            }
        }
        if (chosen == null) {
            chosen = new ChunkBuffer();
            total += chosen.capacity();
        } else {
            free.remove(chosen);
        }
        if (!grow(chosen, length)) {
            release(chosen);
            return null;
        }
        return chosen;
    }

    /** Accounts for one more message in a chunk that was acquired; false if that is too much memory now. */
    boolean grow(ChunkBuffer chunk, int length) {
        long more = chunk.capacityWith(length) - chunk.capacity();
        while (total + more > budget && !free.isEmpty()) {
            total -= free.removeLast().capacity();
        }
        // One message has to fit, or a message larger than all memory could never be recorded.
        boolean alone = chunk.messages() == 0 && total == chunk.capacity();
        if (total + more > budget && !alone) {
            return false;
        }
        total += more;
        return true;
    }

    /** A chunk may be used again. */
    void release(ChunkBuffer chunk) {
        chunk.clear();
        free.addFirst(chunk);
    }

    /** A chunk takes less memory than it did. */
    void shrunk(long bytes) {
        total -= bytes;
    }

    /** How many bytes the chunks have that are under way. */
    long used() {
        long idle = 0;
        for (ChunkBuffer chunk : free) {
            idle += chunk.capacity();
        }
        return total - idle;
    }
}
