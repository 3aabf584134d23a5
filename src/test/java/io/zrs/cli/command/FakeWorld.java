package io.zrs.cli.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A world that a test makes and looks at. Its clock stands still until the test moves it. */
public final class FakeWorld {
    /** What the clock shows at first. */
    public static final Instant START = Instant.parse("2026-03-01T12:34:56.789012Z");

    /** Long enough for anything to happen on a busy machine; a test fails after it instead of hanging. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(2);

    private final Map<String, String> environment = new HashMap<>();
    private final Capture captured = new Capture();
    private final StringWriter err = new StringWriter();
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch handling = new CountDownLatch(1);
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = captured;
    private Terminal terminal = Terminal.NONE;
    private volatile Instant now = START;
    private Runnable onRaised = () -> {};
    private volatile boolean streaming;

    /** Sets an environment variable. */
    public FakeWorld with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Has somebody type lines; after the last, standard input ends. */
    public FakeWorld typing(String lines) {
        in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Puts a terminal around the streams. */
    public FakeWorld with(Terminal kind) {
        terminal = kind;
        return this;
    }

    /** Replaces standard output. */
    public FakeWorld with(OutputStream stream) {
        out = stream;
        return this;
    }

    /** The world as commands see it. */
    public Context context() {
        InstantSource clock = () -> now;
        return new Context(
                in,
                out,
                new PrintWriter(err),
                terminal,
                environment::get,
                new FakeInterruption(),
                clock,
                "/opt/zrs/bin/zrs",
                Connections.NEW);
    }

    /** Moves the clock. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Sends Ctrl-C. */
    public synchronized void interrupt() {
        interrupted.countDown();
        onRaised.run();
    }

    /** What went to standard output so far. */
    public String out() {
        return captured.text();
    }

    /** Waits until standard output holds {@code text}. */
    public void awaitOut(String text) throws InterruptedException {
        captured.await(text);
    }

    /** Waits until a command handles interruptions itself, which is when it has made all its connections. */
    public void awaitHandling() throws InterruptedException {
        if (!handling.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the command does not get that far; it says: " + err());
        }
    }

    /** Whether a command said that it is a stream. */
    public boolean streaming() {
        return streaming;
    }

    /** Waits until standard error holds {@code text}. */
    public void awaitErr(String text) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!err().contains(text)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("'" + text + "' did not come; there is: " + err());
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }

    /** What went to standard error so far. */
    public String err() {
        return err.toString();
    }

    private synchronized Interruption.Handling handle(Runnable wake) {
        onRaised = wake;
        handling.countDown();
        if (interrupted.getCount() == 0) {
            wake.run();
        }
        return new Interruption.Handling() {
            @Override
            public boolean raised() {
                return interrupted.getCount() == 0;
            }

            @Override
            public boolean await(Duration atMost) throws InterruptedException {
                return interrupted.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
            }

            @Override
            public void close() {
                forget();
            }
        };
    }

    /** Ctrl-C as {@link #interrupt} sends it. */
    private final class FakeInterruption implements Interruption {
        @Override
        public void streaming() {
            streaming = true;
        }

        @Override
        public void raise() {
            interrupt();
        }

        @Override
        public Handling handle(Runnable wake) {
            return FakeWorld.this.handle(wake);
        }
    }

    private synchronized void forget() {
        onRaised = () -> {};
    }

    /** Standard output, in memory. */
    private static final class Capture extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] source, int from, int count) {
            bytes.write(source, from, count);
            notifyAll();
        }

        private synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        private synchronized void await(String text) throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!text().contains(text)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("'" + text + "' did not come; there is: " + text());
                }
                wait(left);
            }
        }
    }
}
