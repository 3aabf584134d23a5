package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final byte[] MESSAGE = Wire.frame(0, Wire.filled(98, 'm'));

    private final ChunkPool pool = new ChunkPool(1 << 20);
    private final Backlog backlog = new Backlog(1_000);

    /** Counts what it is told. */
    private static final class Count implements SendQueue.Losses {
        private long own;
        private long total;
        private int overflows;
        private SendQueue toClear;

        @Override
        public void lost(long messages, long bytes, boolean totalLimit) {
            own += totalLimit ? 0 : messages;
            total += totalLimit ? messages : 0;
        }

        @Override
        public void overflowed() {
            overflows++;
            toClear.clear();
        }
    }

    private final Count first = new Count();
    private final Count second = new Count();

    private SendQueue queue(Count losses, boolean mayDrop) {
        SendQueue queue = new SendQueue(pool, backlog, Long.MAX_VALUE, mayDrop, losses);
        losses.toClear = queue;
        return queue;
    }

    private void append(SendQueue queue, int messages) {
        Chunk chunk = pool.acquire(messages * MESSAGE.length);
        chunk.bytes().put(0, Wire.repeat(MESSAGE, messages));
        assertTrue(queue.append(chunk, 0, messages * MESSAGE.length, messages, 0));
        chunk.release();
    }

    @Test
    void theLongestQueueGivesWay() {
        SendQueue shorter = queue(first, true);
        SendQueue longer = queue(second, true);
        append(longer, 7);
        append(shorter, 3);
        assertEquals(1_000, backlog.bytes());
        append(shorter, 1);
        assertEquals(0, first.total + first.own + second.own);
        assertEquals(2, second.total, "down to a little below the limit");
        assertEquals(500, longer.waitingBytes());
        assertEquals(400, shorter.waitingBytes());
        assertEquals(900, backlog.bytes());
    }

    @Test
    void whoeverAddsMayBeTheLongest() {
        SendQueue queue = queue(first, true);
        append(queue, 12);
        assertEquals(3, first.total);
        assertEquals(900, queue.waitingBytes());
    }

    @Test
    void aMessageBeyondTheLimitGoesWhole() {
        SendQueue queue = queue(first, true);
        Chunk chunk = pool.acquire(5_000);
        chunk.bytes().put(0, Wire.frame(0, Wire.filled(4_000, 'm')));
        queue.append(chunk, 0, 4_009, 1, 0);
        chunk.release();
        assertTrue(queue.isEmpty());
        assertEquals(1, first.total);
        assertEquals(0, backlog.bytes());
        assertEquals(0, pool.usedBytes());
    }

    @Test
    void aQueueThatMayNotDropIsEnded() {
        SendQueue replies = queue(first, false);
        append(replies, 9);
        append(queue(second, true), 3);
        assertEquals(1, first.overflows);
        assertEquals(0, second.total);
        assertEquals(300, backlog.bytes());
    }

    @Test
    void whoLeavesIsForgotten() {
        SendQueue one = queue(first, true);
        SendQueue other = queue(second, true);
        append(one, 5);
        append(other, 5);
        one.clear();
        assertEquals(500, backlog.bytes());
        append(other, 5);
        assertEquals(0, second.total);
        append(one, 1);
        assertEquals(0, first.total);
        assertEquals(2, second.total);
    }

    @Test
    void reliefTakesWhatItNeedsAndKnowsWhenThereIsNothing() {
        assertFalse(backlog.relieve(1));
        append(queue(first, true), 5);
        assertTrue(backlog.relieve(101));
        assertEquals(2, first.total);
        assertTrue(backlog.relieve(1_000));
        assertEquals(5, first.total);
        assertFalse(backlog.relieve(1));
        assertEquals(0, pool.usedBytes());
    }
}
