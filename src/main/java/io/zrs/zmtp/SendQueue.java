package io.zrs.zmtp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/**
 * What one peer's socket did not take at once: segments of whole messages, in order, within a budget. When the budget is
 * exceeded, the oldest whole messages go and are counted; a message that is partly on the wire is always finished.
 *
 * <p>A run that fills a good part of its chunk is queued by holding the chunk, anything smaller is copied.
 */
final class SendQueue {
    /** Told of what a limit did. */
    interface Losses {
        /**
         * Messages were dropped.
         *
         * @param messages 0 if only commands and notices went
         * @param bytes their size with that of the commands and notices between them
         * @param total whether the limit of all queues together was the cause, and not this queue's own
         */
        void lost(long messages, long bytes, boolean total);

        /** The queue is too long, and nothing may be dropped from it. */
        void overflowed();
    }

    private static final int COPY_CHUNK = 64 << 10;
    private static final int MAX_WRITE_BYTES = 1 << 20;
    private static final int INITIAL_SEGMENTS = 4;

    private final ChunkPool pool;
    private final Backlog backlog;
    private final long limit;
    private final boolean mayDrop;
    private final Losses losses;

    /** Where the backlog lists this queue; its own. */
    int backlogIndex = -1;

    private Chunk[] chunks = new Chunk[INITIAL_SEGMENTS];
    private int[] starts = new int[INITIAL_SEGMENTS];
    private int[] ends = new int[INITIAL_SEGMENTS];
    private int[] messages = new int[INITIAL_SEGMENTS];
    private int head;
    private int segments;
    private int headSent;

    /** How many of the head's bytes that are sent have been counted, and how many messages that are. */
    private int headCounted;

    private int headSentMessages;

    private Chunk fragment;
    private int fragmentAt;
    private int fragmentEnd;
    private int fragmentMessages;

    private long droppable;

    /**
     * An empty queue.
     *
     * @param limit how many bytes may wait here
     * @param mayDrop whether messages are dropped beyond the limit; else the queue has overflowed
     */
    SendQueue(ChunkPool pool, Backlog backlog, long limit, boolean mayDrop, Losses losses) {
        this.pool = pool;
        this.backlog = backlog;
        this.limit = limit;
        this.mayDrop = mayDrop;
        this.losses = losses;
    }

    boolean isEmpty() {
        return segments == 0 && fragment == null;
    }

    /** How many bytes wait, the rest of a begun message included. */
    long waitingBytes() {
        return droppable + (fragment == null ? 0 : fragmentEnd - fragmentAt);
    }

    /** An upper bound of what {@link #dropOldest} could take. */
    long droppableBytes() {
        return droppable;
    }

    /** How many of the messages of a run are not whole among its first {@code sent} bytes. */
    static int unsentOf(Chunk chunk, int start, int count, int sent) {
        int left = count;
        ByteBuffer bytes = chunk.bytes();
        int at = start;
        while (left > 0 && Frames.messageEnd(bytes, at) <= start + sent) {
            left -= countOf(bytes, at);
            at = Frames.messageEnd(bytes, at);
        }
        return left;
    }

    /** How many messages wait, a begun one included. */
    long waitingMessages() {
        long count = fragment == null ? 0 : fragmentMessages;
        for (int i = 0; i < segments; i++) {
            count += messages[slot(i)];
        }
        if (headSent > 0) {
            count -= countHeadSent();
        }
        return count;
    }

    /** Goes on from where it was last asked: a chunk may hold thousands of messages, and many may ask for many queues. */
    private int countHeadSent() {
        ByteBuffer bytes = chunks[head].bytes();
        int sentTo = starts[head] + headSent;
        int at = starts[head] + headCounted;
        while (Frames.messageEnd(bytes, at) <= sentTo) {
            headSentMessages += countOf(bytes, at);
            at = Frames.messageEnd(bytes, at);
        }
        headCounted = at - starts[head];
        return headSentMessages;
    }

    private void forgetHeadSent() {
        headSent = 0;
        headCounted = 0;
        headSentMessages = 0;
    }

    /**
     * Queues a run of whole messages.
     *
     * @param sent how many of its first bytes are on the wire already; more than 0 only if this queue is empty
     * @return false if there is no memory; nothing was queued then, and the peer's stream cannot go on if {@code sent}
     *     is not 0
     */
    boolean append(Chunk source, int start, int end, int count, int sent) {
        boolean wasEmpty = isEmpty();
        long before = waitingBytes();
        if (end - start >= source.capacity() / 2) {
            push(source.retain(), start, end, count);
            headSent = sent > 0 ? sent : headSent;
            droppable += end - start - sent;
        } else if (!appendCopy(source, start, end, count, sent)) {
            return false;
        }
        if (wasEmpty) {
            backlog.enter(this);
        }
        backlog.add(waitingBytes() - before);
        if (droppable > limit) {
            if (mayDrop) {
                detachFragment();
                dropOldest(droppable - limit, false);
            } else {
                losses.overflowed();
            }
        }
        backlog.enforce();
        return true;
    }

    /** Makes room for others: the limit of all queues together is reached, and this one is the longest. */
    void giveWay(long excess) {
        if (mayDrop) {
            dropOldest(excess, true);
        } else {
            losses.overflowed();
        }
    }

    private boolean appendCopy(Chunk source, int start, int end, int count, int sent) {
        int from = start;
        int left = count;
        while (sent > 0 && Frames.messageEnd(source.bytes(), from) <= start + sent) {
            left -= countOf(source.bytes(), from);
            from = Frames.messageEnd(source.bytes(), from);
        }
        int length = end - from;
        int tail = slot(segments - 1);
        boolean fits = segments > 0
                && !chunks[tail].isShared()
                && chunks[tail].capacity() == COPY_CHUNK
                && chunks[tail].capacity() - ends[tail] >= length;
        if (!fits) {
            Chunk chunk = pool.acquire(Math.max(COPY_CHUNK, length));
            if (chunk == null) {
                return false;
            }
            push(chunk, 0, 0, 0);
            tail = slot(segments - 1);
        }
        chunks[tail].window(ends[tail], ends[tail] + length).put(source.window(from, end));
        ends[tail] += length;
        messages[tail] += left;
        if (sent > 0) {
            headSent = start + sent - from;
        }
        droppable += end - start - sent;
        return true;
    }

    private int slot(int index) {
        return (head + index) & (chunks.length - 1);
    }

    private void push(Chunk chunk, int start, int end, int count) {
        if (segments == chunks.length) {
            grow();
        }
        int slot = slot(segments);
        chunks[slot] = chunk;
        starts[slot] = start;
        ends[slot] = end;
        messages[slot] = count;
        segments++;
    }

    private void grow() {
        int size = chunks.length;
        Chunk[] oldChunks = chunks;
        chunks = new Chunk[size * 2];
        for (int i = 0; i < size; i++) {
            chunks[i] = oldChunks[(head + i) & (size - 1)];
        }
        starts = unrolled(starts);
        ends = unrolled(ends);
        messages = unrolled(messages);
        head = 0;
    }

    private int[] unrolled(int[] ring) {
        int[] line = Arrays.copyOfRange(ring, head, head + ring.length * 2);
        System.arraycopy(ring, 0, line, ring.length - head, head);
        return line;
    }

    private void pop() {
        chunks[head].release();
        chunks[head] = null;
        head = slot(1);
        forgetHeadSent();
        segments--;
    }

    /**
     * Writes what the channel takes, up to about a mebibyte, so that one peer's backlog cannot hold up the others.
     *
     * @return how many bytes it took
     */
    long writeTo(WritableByteChannel channel) throws IOException {
        long written = 0;
        if (fragment != null) {
            int n = channel.write(fragment.window(fragmentAt, fragmentEnd));
            fragmentAt += n;
            written = n;
            backlog.add(-n);
            if (fragmentAt < fragmentEnd) {
                return written;
            }
            fragment.release();
            fragment = null;
        }
        while (segments > 0 && written < MAX_WRITE_BYTES) {
            ByteBuffer rest = chunks[head].window(starts[head] + headSent, ends[head]);
            int n = channel.write(rest);
            written += n;
            droppable -= n;
            backlog.add(-n);
            headSent += n;
            if (rest.hasRemaining()) {
                return written;
            }
            pop();
        }
        if (isEmpty() && backlogIndex >= 0) {
            backlog.leave(this);
        }
        return written;
    }

    /** Drops the oldest whole messages until at least {@code excess} bytes are gone or none is left. */
    void dropOldest(long excess, boolean total) {
        detachFragment();
        long lostMessages = 0;
        long lostBytes = 0;
        while (lostBytes < excess && segments > 0) {
            int length = ends[head] - starts[head];
            if (length <= excess - lostBytes) {
                lostMessages += messages[head];
                lostBytes += length;
                pop();
            } else {
                ByteBuffer bytes = chunks[head].bytes();
                while (lostBytes < excess) {
                    int count = countOf(bytes, starts[head]);
                    int end = Frames.messageEnd(bytes, starts[head]);
                    lostBytes += end - starts[head];
                    lostMessages += count;
                    messages[head] -= count;
                    starts[head] = end;
                }
                if (starts[head] == ends[head]) {
                    pop();
                }
            }
        }
        droppable -= lostBytes;
        backlog.add(-lostBytes);
        if (isEmpty() && backlogIndex >= 0) {
            backlog.leave(this);
        }
        if (lostBytes > 0) {
            losses.lost(lostMessages, lostBytes, total);
        }
    }

    /** Sets the rest of a begun message aside, so that the queue starts with a whole one. */
    private void detachFragment() {
        if (headSent == 0) {
            return;
        }
        ByteBuffer bytes = chunks[head].bytes();
        int sentTo = starts[head] + headSent;
        int at = starts[head];
        int count = 0;
        int last = 0;
        while (at < sentTo) {
            last = countOf(bytes, at);
            count += last;
            at = Frames.messageEnd(bytes, at);
        }
        if (at > sentTo) {
            fragment = chunks[head].retain();
            fragmentAt = sentTo;
            fragmentEnd = at;
            fragmentMessages = last;
            droppable -= at - sentTo;
        }
        starts[head] = at;
        messages[head] -= count;
        forgetHeadSent();
        if (starts[head] == ends[head]) {
            pop();
        }
    }

    /** Commands and notices travel in the queue but are nobody's messages. */
    private static int countOf(ByteBuffer bytes, int at) {
        return Frames.isCounted(bytes, at) ? 1 : 0;
    }

    /** Gives all memory back. */
    void clear() {
        backlog.add(-waitingBytes());
        if (backlogIndex >= 0) {
            backlog.leave(this);
        }
        if (fragment != null) {
            fragment.release();
            fragment = null;
        }
        while (segments > 0) {
            pop();
        }
        droppable = 0;
    }
}
