package io.zrs.zmtp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Direct memory in power-of-two sizes, kept for reuse so that a running broker allocates nothing.
 *
 * <p>The collector frees direct memory only when the heap fills, which a broker's heap does not do: memory beyond what
 * is worth keeping is therefore freed by hand, in {@link #trim}.
 */
public final class ChunkPool {
    private static final int SMALLEST_SHIFT = 9;
    private static final int LARGEST_SHIFT = 30;

    private final long maxBytes;
    private final DirectMemory memory;
    private final ArrayDeque<Chunk>[] free;
    private long allocatedBytes;
    private long freeBytes;

    /**
     * A pool.
     *
     * @param maxBytes how much it may hold in all, in use and free
     */
    public ChunkPool(long maxBytes) {
        this.maxBytes = maxBytes;
        this.memory = new DirectMemory();
        @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
        ArrayDeque<Chunk>[] lists = new ArrayDeque[LARGEST_SHIFT + 1];
        for (int shift = SMALLEST_SHIFT; shift <= LARGEST_SHIFT; shift++) {
            lists[shift] = new ArrayDeque<>(0);
        }
        free = lists;
    }

    /** A chunk of at least {@code minBytes}, with one holder; null if the limit or the machine's memory is reached. */
    public Chunk acquire(int minBytes) {
        int shift = shiftFor(minBytes);
        Chunk chunk = free[shift].pollLast();
        if (chunk != null) {
            freeBytes -= chunk.capacity();
            return chunk;
        }
        int size = 1 << shift;
        if (allocatedBytes + size > maxBytes) {
            trim(0);
            if (allocatedBytes + size > maxBytes) {
                return null;
            }
        }
        ByteBuffer bytes = memory.allocate(size);
        if (bytes == null) {
            return null;
        }
        allocatedBytes += size;
        return new Chunk(this, bytes);
    }

    /** The size of the chunk that {@link #acquire} gives for so many bytes. */
    static int sizeFor(int minBytes) {
        return 1 << shiftFor(minBytes);
    }

    private static int shiftFor(int minBytes) {
        return Math.max(SMALLEST_SHIFT, Integer.SIZE - Integer.numberOfLeadingZeros(minBytes - 1));
    }

    void takeBack(Chunk chunk) {
        free[shiftFor(chunk.capacity())].addLast(chunk);
        freeBytes += chunk.capacity();
    }

    /** Frees unused chunks, the largest first, until at most {@code keepBytes} of them remain. */
    public void trim(long keepBytes) {
        for (int shift = LARGEST_SHIFT; shift >= SMALLEST_SHIFT && freeBytes > keepBytes; shift--) {
            ArrayDeque<Chunk> list = free[shift];
            while (freeBytes > keepBytes && !list.isEmpty()) {
                Chunk chunk = list.pollFirst();
                freeBytes -= chunk.capacity();
                allocatedBytes -= chunk.capacity();
                memory.free(chunk.bytes());
            }
        }
    }

    /** How much memory is held, in use and free, in bytes. */
    public long allocatedBytes() {
        return allocatedBytes;
    }

    /** How much memory is in use, in bytes. */
    public long usedBytes() {
        return allocatedBytes - freeBytes;
    }
}
