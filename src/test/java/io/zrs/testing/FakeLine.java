package io.zrs.testing;

import io.zrs.screen.Key;
import io.zrs.screen.KeyLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A line that a test looks at, and keys that it presses. Every method may be called from any thread. */
public final class FakeLine implements KeyLine {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final BlockingQueue<Key> keys = new LinkedBlockingQueue<>();
    private final List<String> shown = new ArrayList<>();
    private boolean closed;

    /** Presses a key. */
    public void press(Key key) {
        keys.add(key);
    }

    /** Types text. */
    public void type(String text) {
        text.codePoints().forEach(codePoint -> press(Key.of(codePoint)));
    }

    /** Waits until a line is shown that fits; gives it. Lines from before count, from the last one that was waited for on. */
    public synchronized String await(Predicate<String> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            while (!shown.isEmpty()) {
                String line = shown.remove(0);
                if (wanted.test(line)) {
                    return line;
                }
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("no such line was shown");
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Whether it was closed. */
    public synchronized boolean closed() {
        return closed;
    }

    @Override
    public boolean hasKeys() {
        return true;
    }

    @Override
    public int columns() {
        return 79;
    }

    @Override
    public synchronized void show(String text) {
        shown.add(text);
        notifyAll();
    }

    @Override
    public void clear() {
        // What is written above it is seen elsewhere.
    }

    @Override
    public Optional<Key> key(Duration atMost) throws InterruptedException {
        return Optional.ofNullable(keys.poll(atMost.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
