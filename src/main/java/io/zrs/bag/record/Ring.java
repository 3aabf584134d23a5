package io.zrs.bag.record;

import io.zrs.bag.mcap.ChunkBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** The chunks of the last while, kept for the case that something happens. Any thread may use it. */
final class Ring {
    private final Deque<Kept> chunks = new ArrayDeque<>();
    private final Consumer<ChunkBuffer> leaving;
    private boolean shortened;

    /** A chunk, and how far the clock was set back since. */
    private static final class Kept {
        final ChunkBuffer chunk;
        long back;

        Kept(ChunkBuffer chunk) {
            this.chunk = chunk;
        }
    }

    /** {@code leaving} is shown each chunk that nothing has happened for, on whatever thread needs its memory. */
    Ring(Consumer<ChunkBuffer> leaving) {
        this.leaving = leaving;
    }

    synchronized void add(ChunkBuffer chunk) {
        chunks.add(new Kept(chunk));
    }

    /** The clock was set back so far: everything in it was that much earlier than it says. */
    synchronized void setBack(long nanos) {
        chunks.forEach(kept -> kept.back += nanos);
    }

    /** A chunk of which everything is before a time, taken out; null if there is none. */
    synchronized ChunkBuffer expire(long before) {
        Kept oldest = chunks.peek();
        return oldest != null && oldest.chunk.endTime() - oldest.back < before ? leave() : null;
    }

    private ChunkBuffer leave() {
        ChunkBuffer oldest = poll();
        if (oldest != null) {
            leaving.accept(oldest);
        }
        return oldest;
    }

    /** The oldest chunk, taken out; null if there is none. */
    synchronized ChunkBuffer poll() {
        Kept oldest = chunks.poll();
        return oldest == null ? null : oldest.chunk;
    }

    /** As {@link #poll}, because there is no memory for as long a time as was asked for. */
    synchronized ChunkBuffer giveUp() {
        shortened |= !chunks.isEmpty();
        return leave();
    }

    /** Whether chunks were given up; asked once for each time. */
    synchronized boolean takeShortened() {
        boolean was = shortened;
        shortened = false;
        return was;
    }

    /** When the oldest message in it came, by its own stamp; {@code now} if it is empty. */
    synchronized long start(long now) {
        return chunks.isEmpty() ? now : chunks.peek().chunk.startTime();
    }

    /** Whether there is nothing in it. */
    synchronized boolean isEmpty() {
        return chunks.isEmpty();
    }

    /** How many nanoseconds there are from the oldest message in it up to {@code now}; 0 if it is empty. */
    synchronized long span(long now) {
        Kept oldest = chunks.peek();
        return oldest == null ? 0 : Math.max(0, now - (oldest.chunk.startTime() - oldest.back));
    }
}
