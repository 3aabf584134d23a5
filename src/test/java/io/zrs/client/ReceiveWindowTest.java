package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReceiveWindowTest {
    private final AtomicInteger wakes = new AtomicInteger();
    private final ReceiveWindow window = new ReceiveWindow(1_000_000, wakes::incrementAndGet);

    private Thread allocate(int... sizes) {
        Thread thread = new Thread(() -> {
            for (int size : sizes) {
                assertEquals(size, window.allocate(size).size());
            }
        });
        thread.start();
        return thread;
    }

    private static void awaitItsWait(Thread thread) {
        Await.until("it waits", () -> thread.getState() == Thread.State.WAITING);
    }

    @Test
    void waitsUntilHalfIsFree() throws InterruptedException {
        Thread thread = allocate(400_000, 500_000, 100_001);
        awaitItsWait(thread);
        assertEquals(900_000, window.held());
        assertEquals(1, wakes.get(), "the receive thread has been told");
        window.take(300_000);
        assertEquals(600_000, window.held());
        window.take(100_000);
        thread.join();
        assertEquals(600_001, window.held());
    }

    @Test
    void leavesAllToOneThatIsLarger() throws InterruptedException {
        allocate(5_000_000).join();
        Thread next = allocate(1);
        awaitItsWait(next);
        window.take(5_000_000);
        next.join();
        assertEquals(1, window.held());
    }

    @Test
    void forgivesWhatNeverCameWhenTheSocketIsEmpty() throws InterruptedException {
        allocate(900_000).join();
        long before = window.allocated();
        window.foundEmpty(before);
        assertEquals(900_000, window.held(), "it may be coming in: nothing to do while nobody waits");
        Thread next = allocate(900_000);
        awaitItsWait(next);
        window.foundEmpty(before);
        next.join();
        assertEquals(900_000, window.held());
    }

    @Test
    void letsGoWhenItCloses() throws InterruptedException {
        Thread thread = allocate(900_000, 900_000, 900_000);
        awaitItsWait(thread);
        window.close();
        thread.join();
        assertEquals(2_700_000, window.held());
    }

    /** One thread brings and another takes, now and then a message is never brought to its end; none waits for ever. */
    @Test
    void neverHoldsMoreThanItsBound() throws InterruptedException {
        ConcurrentLinkedQueue<Integer> pipe = new ConcurrentLinkedQueue<>();
        AtomicLong held = new AtomicLong();
        AtomicLong most = new AtomicLong();
        int count = 20_000;
        Thread bringing = new Thread(() -> {
            Random random = new Random(7);
            for (int i = 0; i < count; i++) {
                int size = random.nextInt(100_000);
                window.allocate(0);
                window.allocate(size);
                if (random.nextInt(10) != 0) {
                    most.accumulateAndGet(held.addAndGet(size), Math::max);
                    pipe.add(size);
                }
            }
        });
        bringing.start();
        while (bringing.isAlive() || !pipe.isEmpty()) {
            long before = window.allocated();
            Integer size = pipe.poll();
            if (size == null) {
                window.foundEmpty(before);
                Thread.onSpinWait();
            } else {
                held.addAndGet(-size);
                window.take(size);
            }
        }
        bringing.join();
        assertTrue(most.get() <= 1_100_000, "held " + most);
        assertTrue(most.get() > 500_000, "used " + most);
    }
}
