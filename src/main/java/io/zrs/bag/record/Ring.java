package io.zrs.bag.record;

import io.zrs.bag.mcap.ChunkBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** The chunks of the last while, kept for the case that something happens. Any thread may use it. */
final class Ring {
    private final Deque<ChunkBuffer> chunks = new ArrayDeque<>();
    private boolean shortened;

    synchronized void add(ChunkBuffer chunk) {
        chunks.add(chunk);
    }

    /** A chunk of which everything is before a time, taken out; null if there is none. */
    synchronized ChunkBuffer expire(long before) {
        ChunkBuffer oldest = chunks.peek();
        return oldest != null && oldest.endTime() < before ? chunks.poll() : null;
    }

    /** The oldest chunk, taken out; null if there is none. */
    synchronized ChunkBuffer poll() {
        return chunks.poll();
    }

    /** As {@link #poll}, because there is no memory for as long a time as was asked for. */
    synchronized ChunkBuffer giveUp() {
        shortened |= !chunks.isEmpty();
        return chunks.poll();
    }

    /** Whether chunks were given up; asked once for each time. */
    synchronized boolean takeShortened() {
        boolean was = shortened;
        shortened = false;
        return was;
    }

    /** Whether there is nothing in it. */
    synchronized boolean isEmpty() {
        return chunks.isEmpty();
    }

    /** How many nanoseconds there are from the oldest message in it up to {@code now}; 0 if it is empty. */
    synchronized long span(long now) {
        return chunks.isEmpty() ? 0 : Math.max(0, now - chunks.peek().startTime());
    }
}
