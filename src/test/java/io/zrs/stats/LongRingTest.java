package io.zrs.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongRingTest {
    @Test
    void doesWhatAQueueDoes() {
        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            int capacity = 1 + random.nextInt(300);
            LongRing ring = new LongRing(capacity);
            Deque<Long> queue = new ArrayDeque<>();
            for (int step = 0; step < 1_000; step++) {
                if (random.nextInt(400) == 0) {
                    ring.clear();
                    queue.clear();
                }
                while (!queue.isEmpty() && random.nextInt(3) == 0) {
                    ring.removeOldest();
                    queue.remove();
                }
                long value = random.nextLong();
                ring.add(value);
                queue.add(value);
                if (queue.size() > capacity) {
                    queue.remove();
                }
                assertEquals(queue.size(), ring.size());
                assertEquals(queue.getFirst(), ring.get(0));
                assertEquals(queue.getLast(), ring.get(ring.size() - 1));
            }
            assertArrayEquals(queue.stream().mapToLong(Long::longValue).toArray(), ring.toArray());
        }
    }

    @Test
    void hasRoomForSomething() {
        assertThrows(IllegalArgumentException.class, () -> new LongRing(0));
    }
}
