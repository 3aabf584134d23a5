package io.zrs.shell;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How Ctrl-C, or whoever else wants its end, reaches one command. The rules are those of a process: a command that handles it gets
 * time to end by itself, any other ends on the spot.
 */
public final class Stop {
    /** What a command that was interrupted ends with. */
    public static final int INTERRUPTED = 130;

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(1);
    private static final Duration ENDLESS = Duration.ofDays(1000);

    /** What a command that handles nothing may take to notice that its thread is interrupted, and to close what it has open. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final CountDownLatch latch = new CountDownLatch(1);
    private Runnable onStop = () -> {};
    private Runnable onRaised;
    private Optional<Runnable> onAgain = Optional.empty();
    private Duration patience = PATIENCE;
    private int otherwise = INTERRUPTED;
    private int times;
    private long deadline;

    /** The command is a stream, which is done whenever it is stopped. */
    public synchronized void streaming() {
        otherwise = 0;
        patience = SHORT_PATIENCE;
    }

    /** Nothing of it is worth waiting for. */
    public synchronized void impatient() {
        patience = SHORT_PATIENCE;
    }

    /** It brings to an end what it has in hand, however long that takes. */
    public synchronized void patient() {
        patience = ENDLESS;
    }

    /** Stops the command; a second time, without waiting for it, unless it knows how to hurry. From any thread. */
    public void raise() {
        Runnable wake;
        Runnable others;
        synchronized (this) {
            others = onStop;
            times++;
            boolean first = times == 1;
            Duration grace = onRaised == null ? MOMENT : patience;
            boolean hurries = !first && onRaised != null && onAgain.isPresent();
            if (!hurries) {
                deadline = System.nanoTime() + (first ? grace.toNanos() : 0);
            }
            wake = hurries ? onAgain.get() : first && onRaised != null ? onRaised : () -> {};
        }
        latch.countDown();
        wake.run();
        others.run();
    }

    /** Who else wants to know of each {@link #raise}, behind the command; at once, if it was stopped already. */
    void onStop(Runnable action) {
        boolean late;
        synchronized (this) {
            onStop = action;
            late = times > 0;
        }
        if (late) {
            action.run();
        }
    }

    /**
     * Begins a stretch in which the command ends by itself when stopped.
     *
     * @param wake wakes the command; called at once if it has been stopped already
     */
    public void handle(Runnable wake) {
        boolean late;
        synchronized (this) {
            onRaised = wake;
            late = times > 0;
        }
        if (late) {
            wake.run();
        }
    }

    /**
     * As {@link #handle(Runnable)}, for a command whose end may take long.
     *
     * @param again hurries the command, each time that it is stopped once more; it is not given up then
     */
    public void handle(Runnable wake, Runnable again) {
        synchronized (this) {
            onAgain = Optional.of(again);
        }
        handle(wake);
    }

    /** Ends the stretch. */
    public synchronized void unhandle() {
        onRaised = null;
        onAgain = Optional.empty();
    }

    /** Whether it handles being stopped now. */
    synchronized boolean isHandled() {
        return onRaised != null;
    }

    /** Whether it was stopped. */
    public boolean isRaised() {
        return latch.getCount() == 0;
    }

    /** Waits until it is stopped; returns whether it was. */
    public boolean await(Duration atMost) throws InterruptedException {
        return latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** How many nanoseconds it still has; {@link Long#MAX_VALUE} if nobody stopped it. */
    synchronized long remaining() {
        return times == 0 ? Long.MAX_VALUE : deadline - System.nanoTime();
    }

    /** What it ends with if it does not do so itself. */
    synchronized int otherwise() {
        return otherwise;
    }
}
