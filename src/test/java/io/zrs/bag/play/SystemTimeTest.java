package io.zrs.bag.play;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SystemTimeTest {
    private final PlayTime time = PlayTime.system();

    @Test
    void waitsAndNotShorter() {
        for (long nanos : new long[] {0, 1, 1_000, 100_000, 1_000_000, 10_000_000}) {
            long until = time.nanos() + nanos;
            time.await(until);
            assertTrue(time.nanos() - until >= 0);
        }
    }

    @Test
    void isWokenAlsoBeforeItWaits() {
        time.wake();
        time.await(time.nanos() + TimeUnit.HOURS.toNanos(1));
    }

    @Test
    void isWokenWhileItWaits() throws InterruptedException {
        Thread waiting = new Thread(() -> time.await(time.nanos() + TimeUnit.HOURS.toNanos(1)));
        waiting.start();
        time.wake();
        waiting.join();
        assertFalse(waiting.isAlive());
    }

    @Test
    void doesNotWaitWhenInterrupted() {
        Thread.currentThread().interrupt();
        time.await(time.nanos() + TimeUnit.HOURS.toNanos(1));
        assertTrue(Thread.interrupted());
    }
}
