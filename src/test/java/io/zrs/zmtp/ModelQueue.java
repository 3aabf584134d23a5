package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * A {@link SendQueue} beside the simplest thing that does the same: a list of whole messages. Whatever the queue writes
 * or drops must be what the list has at its head.
 */
final class ModelQueue implements SendQueue.Losses, WritableByteChannel {
    /** A message or command as it stands on the wire. */
    record Item(byte[] bytes, boolean command) {}

    final SendQueue queue;
    private final long limit;
    private final IntSupplier takes;
    private final Deque<Item> waiting = new ArrayDeque<>();
    private int begun;
    private long sentMessages;
    private long deliveredMessages;
    private long lostMessages;
    private long refusedMessages;
    private long endedMessages;

    /**
     * An empty queue.
     *
     * @param takes how much the peer's socket takes at each write
     */
    ModelQueue(ChunkPool pool, Backlog backlog, long limit, IntSupplier takes) {
        this.queue = new SendQueue(pool, backlog, limit, true, this);
        this.limit = limit;
        this.takes = takes;
    }

    /** Sends as a connection does: straight to the socket while nothing waits, the rest through the queue. */
    void send(Chunk chunk, int start, int end, List<Item> items) {
        int count = (int) items.stream().filter(item -> !item.command).count();
        int sent = 0;
        waiting.addAll(items);
        sentMessages += count;
        if (queue.isEmpty()) {
            sent = write(chunk.window(start, end));
            if (sent == end - start) {
                return;
            }
        }
        if (queue.append(chunk, start, end, count, sent)) {
            assertTrue(wholeBytes() <= limit, "within the limit, a begun message aside");
        } else {
            refused(items, sent);
        }
    }

    /** There was no memory: the queue is as before, and a message begun by then breaks the connection. */
    private void refused(List<Item> items, int sent) {
        refusedMessages += items.stream()
                .filter(item -> !item.command && waiting.contains(item))
                .count();
        waiting.removeAll(items);
        begun = sent > 0 ? 0 : begun;
    }

    /** Bytes that wait, a begun message aside. */
    private long wholeBytes() {
        long all = waiting.stream().mapToLong(item -> item.bytes.length).sum();
        return begun > 0 ? all - waiting.getFirst().bytes.length : all;
    }

    @Override
    public void lost(long messages, long bytes, boolean total) {
        long before = wholeBytes();
        Item head = begun > 0 ? waiting.removeFirst() : null;
        long count = 0;
        Item last = null;
        for (long gone = 0; gone < bytes; gone += last.bytes.length) {
            last = waiting.removeFirst();
            count += last.command ? 0 : 1;
        }
        if (head != null) {
            waiting.addFirst(head);
        }
        lostMessages += messages;
        assertEquals(count, messages, "messages in the oldest " + bytes + " bytes");
        assertEquals(bytes, before - wholeBytes(), "the oldest whole messages go");
        assertTrue(total || before - bytes + last.bytes.length > limit, "no more go than must");
    }

    @Override
    public void overflowed() {
        fail("a queue that may drop does not overflow");
    }

    @Override
    public int write(ByteBuffer from) {
        int n = Math.min(takes.getAsInt(), from.remaining());
        for (int left = n; left > 0; ) {
            Item head = waiting.getFirst();
            int step = Math.min(left, head.bytes.length - begun);
            byte[] written = new byte[step];
            from.get(written);
            ByteBuffer expected = ByteBuffer.wrap(head.bytes, begun, step);
            assertEquals(expected, ByteBuffer.wrap(written), "what is written is the message at the head");
            begun += step;
            left -= step;
            if (begun == head.bytes.length) {
                deliveredMessages += waiting.removeFirst().command ? 0 : 1;
                begun = 0;
            }
        }
        return n;
    }

    /** Compares all that can be seen. */
    void check() {
        long messages = waiting.stream().filter(item -> !item.command).count();
        assertEquals(waitingBytes(), queue.waitingBytes(), "bytes that wait");
        assertEquals(messages, queue.waitingMessages(), "messages that wait");
        assertEquals(waiting.isEmpty(), queue.isEmpty());
        assertEquals(
                sentMessages,
                deliveredMessages + lostMessages + refusedMessages + endedMessages + messages,
                "sent = delivered + lost + waiting");
    }

    long waitingBytes() {
        return waiting.stream().mapToLong(item -> item.bytes.length).sum() - begun;
    }

    long lostMessages() {
        return lostMessages;
    }

    long refusedMessages() {
        return refusedMessages;
    }

    long deliveredMessages() {
        return deliveredMessages;
    }

    /** The socket takes more. */
    void flush() {
        try {
            queue.writeTo(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives all memory back, as a closing connection does. */
    void end() {
        endedMessages += queue.waitingMessages();
        queue.clear();
        waiting.clear();
        begun = 0;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("whoever writes does not close");
    }
}
