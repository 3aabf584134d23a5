package io.zrs.client;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits in tests for what has no signal of its own; the deadline is there to end a hang, and never decides a result. */
final class Await {
    static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(2);

    private Await() {}

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("not in time: " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }
}
