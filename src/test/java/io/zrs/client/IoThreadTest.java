package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IoThreadTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger yields = new AtomicInteger();

    private int yieldsOf(int turns, long micros) throws InterruptedException {
        IoThread thread = new IoThread(
                () -> {
                    for (int i = 0; i < turns; i++) {
                        now.addAndGet(TimeUnit.MICROSECONDS.toNanos(micros));
                        Thread.currentThread().isInterrupted();
                    }
                },
                "io",
                now::get,
                yields::getAndIncrement);
        thread.start();
        thread.join();
        return yields.get();
    }

    @Test
    void letsOthersRunWhenItGoesRound() throws InterruptedException {
        assertEquals(10, yieldsOf(640, 3));
    }

    @Test
    void andNotWhenItHasSomethingToDo() throws InterruptedException {
        assertEquals(0, yieldsOf(1000, 10));
    }

    @Test
    void itsInterruptIsSeen() throws InterruptedException {
        List<Boolean> seen = new ArrayList<>();
        IoThread thread = new IoThread(
                () -> {
                    seen.add(Thread.currentThread().isInterrupted());
                    Thread.currentThread().interrupt();
                    seen.add(Thread.currentThread().isInterrupted());
                },
                "io");
        assertTrue(thread.isDaemon());
        thread.start();
        thread.join();
        assertEquals(List.of(false, true), seen);
        assertFalse(thread.isAlive());
    }
}
