package io.zrs.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads what is typed on a thread of its own, so that who waits for a key can be woken by something else. */
final class Keyboard {
    private final BlockingQueue<Integer> typed = new LinkedBlockingQueue<>();
    private final KeyDecoder decoder = new KeyDecoder(this::poll);
    private final Reader reader;

    Keyboard(InputStream in) {
        reader = new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /** Begins to read, until the input or the process ends. */
    void start() {
        Thread thread = new Thread(this::read, "zrs-keys");
        thread.setDaemon(true);
        thread.start();
    }

    /** The next key; empty if none came in time. */
    Optional<Key> next(Duration atMost) throws InterruptedException {
        return decoder.next(atMost);
    }

    /** Has {@link Key.Name#RESIZE} come next; from any thread. */
    void resized() {
        typed.add(KeyDecoder.RESIZED);
    }

    private int poll(Duration atMost) throws InterruptedException {
        Integer next = typed.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        return next == null ? KeyDecoder.NOTHING : next;
    }

    private void read() {
        try {
            for (int unit = reader.read(); unit >= 0; unit = reader.read()) {
                boolean half = Character.isHighSurrogate((char) unit);
                typed.add(half ? Character.toCodePoint((char) unit, (char) reader.read()) : unit);
            }
        } catch (IOException e) {
            // A terminal that has gone: SIGHUP, or the next write, ends the command.
            return;
        }
    }
}
