package io.zrs.client;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One of JeroMQ's own threads, which lets others run when it goes round in a circle.
 *
 * <p>JeroMQ 0.6 wakes it by a byte in a pipe, and only then counts that byte. Where the kernel has the woken thread take the place of
 * the one that wakes it, on the same processor, there is a byte to read that does not count yet: the thread looks for it without
 * end, for the 3 ms that the kernel leaves it there, while the other one, which could end that, waits. At 1,000 messages a second that is half
 * of a processor, and messages that are late by as long.
 *
 * <p>{@link java.nio.channels.Selector} asks each time whether the thread is interrupted: the one place in that circle where
 * something else can be done.
 */
final class IoThread extends Thread {
    /** A turn of the circle takes about half of this; one that sends something, longer. */
    private static final long SHORT_NANOS = TimeUnit.MICROSECONDS.toNanos(5);

    /** About 0.15 ms: in less than that large messages that come as fast as they can go round now and then, and yielding makes them slower. */
    private static final int MANY = 64;

    private final LongSupplier time;
    private final Runnable yield;
    private long last;
    private int turns;

    IoThread(Runnable work, String name) {
        this(work, name, System::nanoTime, Thread::yield);
    }

    /** {@code yield} is what lets others run; {@code time} is in nanoseconds. */
    IoThread(Runnable work, String name, LongSupplier time, Runnable yield) {
        super(work, name);
        this.time = time;
        this.yield = yield;
        last = time.getAsLong();
        setDaemon(true);
    }

    @Override
    public boolean isInterrupted() {
        if (this == Thread.currentThread()) {
            turn(time.getAsLong());
        }
        return super.isInterrupted();
    }

    private void turn(long now) {
        turns = now - last < SHORT_NANOS ? turns + 1 : 0;
        last = now;
        if (turns == MANY) {
            turns = 0;
            yield.run();
        }
    }
}
