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

/**
 * Reads what is typed on a thread of its own, so that who waits for a key can be woken by something else.
 *
 * <p>The thread looks whether there is something before it reads: the JVM waits a third of a second at its end for a thread
 * that waits in the system.
 */
final class Keyboard implements AutoCloseable {
    /** What is pasted and not yet asked for; more stays with the terminal. */
    static final int ROOM = 1024;

    /** How often it looks: nobody sees that a key comes so late. */
    private static final Duration LOOK = Duration.ofMillis(15);

    private final BlockingQueue<Integer> typed = new LinkedBlockingQueue<>(ROOM);
    private final KeyDecoder decoder = new KeyDecoder(this::poll);
    private final Reader reader;
    private final Thread thread = new Thread(this::read, "zrs-keys");

    Keyboard(InputStream in) {
        reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        thread.setDaemon(true);
    }

    /** Begins to read, until this is closed. */
    void start() {
        thread.start();
    }

    /** The next key; empty if none came in time. */
    Optional<Key> next(Duration atMost) throws InterruptedException {
        return decoder.next(atMost);
    }

    /** Has {@link Key.Name#RESIZE} come next, unless so much else waits that each key is as good; from any thread. */
    void resized() {
        typed.offer(KeyDecoder.RESIZED);
    }

    private int poll(Duration atMost) throws InterruptedException {
        Integer next = typed.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        return next == null ? KeyDecoder.NOTHING : next;
    }

    private void read() {
        try {
            while (true) {
                while (!reader.ready()) {
                    TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
                }
                int unit = reader.read();
                if (unit < 0) {
                    return;
                }
                boolean half = Character.isHighSurrogate((char) unit);
                typed.put(half ? Character.toCodePoint((char) unit, (char) reader.read()) : unit);
            }
        } catch (IOException e) {
            // A terminal that has gone: SIGHUP, or the next write, ends the command.
            return;
        } catch (InterruptedException e) {
            // Closed: what is typed from now on is somebody else's.
            return;
        }
    }

    /** Reads no more. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
