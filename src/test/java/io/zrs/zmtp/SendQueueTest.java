package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.zmtp.ModelQueue.Item;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class SendQueueTest {
    private static final int RECEIVE = 256 << 10;

    /** A few queues that share a pool, and a random life for them. */
    private static final class Scene {
        private final Random random;
        private final ChunkPool pool;
        private final Backlog backlog;
        private final List<ModelQueue> queues = new ArrayList<>();
        private int serial = 1 << 30;

        Scene(long seed, long poolBytes, long totalLimit, long limit) {
            random = new Random(seed);
            pool = new ChunkPool(poolBytes);
            backlog = new Backlog(totalLimit);
            IntSupplier takes = () -> switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> random.nextInt(30);
                case 2 -> random.nextInt(5_000);
                default -> random.nextInt(300_000);
            };
            for (int i = 0; i < 4; i++) {
                queues.add(new ModelQueue(pool, backlog, limit, takes));
            }
        }

        void step() {
            ModelQueue one = queues.get(random.nextInt(queues.size()));
            switch (random.nextInt(10)) {
                case 0, 1 -> command(one);
                case 2, 3, 4, 5 -> publish();
                case 6 -> clear(one);
                default -> one.flush();
            }
            queues.forEach(ModelQueue::check);
            assertEquals(queues.stream().mapToLong(ModelQueue::waitingBytes).sum(), backlog.bytes(), "bytes in all");
        }

        private void clear(ModelQueue one) {
            if (random.nextInt(10) == 0) {
                one.end();
            }
        }

        /** A PONG or the like, in a chunk of its own, as a connection sends it. */
        private void command(ModelQueue to) {
            byte[] frame = Wire.command("PONG", new byte[random.nextInt(random.nextInt(10) == 0 ? 700 : 17)]);
            Chunk chunk = pool.acquire(frame.length);
            if (chunk != null) {
                chunk.bytes().put(0, frame);
                to.send(chunk, 0, frame.length, List.of(new Item(frame, true)));
                release(chunk);
            }
        }

        /** A run that goes to some of the queues, in a chunk that it fills more or less. */
        private void publish() {
            int largest = random.nextInt(8) == 0 ? 100_000 : 1 + random.nextInt(2_000);
            List<Item> items = new ArrayList<>();
            byte[] run = {};
            for (int left = 1 + random.nextInt(random.nextInt(4) == 0 ? 60 : 4);
                    left > 0 && run.length < RECEIVE / 2;
                    left--) {
                Item item = new Item(message(largest), false);
                items.add(item);
                run = Wire.concat(run, item.bytes());
            }
            Chunk chunk = pool.acquire(run.length + (random.nextBoolean() ? 0 : random.nextInt(RECEIVE)));
            if (chunk == null) {
                return;
            }
            int start = random.nextInt(chunk.capacity() - run.length + 1);
            chunk.bytes().put(start, run);
            for (ModelQueue queue : queues) {
                if (random.nextInt(3) > 0) {
                    queue.send(chunk, start, start + run.length, items);
                }
            }
            release(chunk);
        }

        private byte[] message(int largest) {
            byte[] message = {};
            for (int parts = random.nextInt(6) == 0 ? 3 : 1; parts > 0; parts--) {
                byte[] body = new byte[4 + random.nextInt(largest)];
                ByteBuffer.wrap(body).putInt(serial++);
                message = Wire.concat(message, Wire.frame(parts > 1 ? 1 : 0, body));
            }
            return message;
        }

        /** The next reader overwrites what nobody holds. */
        private void release(Chunk chunk) {
            if (!chunk.isShared()) {
                chunk.bytes().put(0, Wire.filled(chunk.capacity(), '!'));
            }
            chunk.release();
        }

        void drain() {
            for (ModelQueue queue : queues) {
                while (!queue.queue.isEmpty()) {
                    queue.flush();
                }
                queue.check();
            }
            assertEquals(0, backlog.bytes());
            assertEquals(0, pool.usedBytes(), "memory in use");
        }

        void clear() {
            queues.forEach(ModelQueue::end);
            assertEquals(0, backlog.bytes());
            assertEquals(0, pool.usedBytes(), "memory in use");
        }

        long lost() {
            return queues.stream().mapToLong(ModelQueue::lostMessages).sum();
        }
    }

    private static void live(long seed, Scene scene, int steps) {
        int step = 0;
        try {
            for (; step < steps; step++) {
                scene.step();
            }
            if (seed % 2 == 0) {
                scene.drain();
            } else {
                scene.clear();
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ", step " + step, e);
        }
    }

    @Test
    void withoutAnyLimitNothingIsLost() {
        for (long seed = 0; seed < 30; seed++) {
            Scene scene = new Scene(seed, 1L << 30, Long.MAX_VALUE, Long.MAX_VALUE);
            live(seed, scene, 100);
            assertEquals(0, scene.lost());
        }
    }

    @Test
    void beyondItsOwnLimitTheOldestWholeMessagesGo() {
        long lost = 0;
        for (long seed = 0; seed < 80; seed++) {
            long limit = 1L << new Random(seed).nextInt(20);
            Scene scene = new Scene(seed, 1L << 30, Long.MAX_VALUE, limit);
            live(seed, scene, 150);
            lost += scene.lost();
        }
        assertTrue(lost > 5_000, "the test reaches the limit: " + lost);
    }

    @Test
    void beyondTheCommonLimitTheOldestWholeMessagesGo() {
        long lost = 0;
        for (long seed = 0; seed < 80; seed++) {
            long limit = 1L << 8 + new Random(seed).nextInt(14);
            Scene scene = new Scene(seed, 1L << 30, limit, limit / 2);
            live(seed, scene, 150);
            lost += scene.lost();
        }
        assertTrue(lost > 5_000, "the test reaches the limit: " + lost);
    }

    @Test
    void withoutMemoryTheQueueStaysAsItWas() {
        long refused = 0;
        for (long seed = 0; seed < 80; seed++) {
            Scene scene = new Scene(seed, 600 << 10, Long.MAX_VALUE, 400_000);
            live(seed, scene, 150);
            refused +=
                    scene.queues.stream().mapToLong(ModelQueue::refusedMessages).sum();
        }
        assertTrue(refused > 500, "the test reaches the limit: " + refused);
    }
}
