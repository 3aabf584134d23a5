package io.zrs.it;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program that a test has started; its output is collected line by line. Closing it kills it. */
final class RunningProcess implements AutoCloseable {
    /** Far longer than anything takes: it only keeps a failing test from hanging. */
    static final Duration DEADLINE = Duration.ofSeconds(60);

    private final List<String> command;
    private final Process process;
    private final Lines out;
    private final Lines err;

    private RunningProcess(List<String> command, Process process) {
        this.command = command;
        this.process = process;
        out = new Lines(process.getInputStream());
        err = new Lines(process.getErrorStream());
    }

    /** Starts {@code command} with nothing on its standard input. */
    static RunningProcess start(String... command) {
        return start(Map.of(), command);
    }

    /** Starts {@code command} with {@code environment} added to this process's own. */
    static RunningProcess start(Map<String, String> environment, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment);
        try {
            return new RunningProcess(List.of(command), builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts {@code zrs} with {@code arguments}. */
    static RunningProcess zrs(String... arguments) {
        List<String> words = new ArrayList<>(List.of(Programs.ZRS));
        words.addAll(List.of(arguments));
        return start(words.toArray(new String[0]));
    }

    /** The first line of standard output, from the beginning on, that fits. */
    String waitForLine(Predicate<String> fits) {
        return out.first(fits, this);
    }

    /** The first line of standard error, from the beginning on, that fits. */
    String waitForErrorLine(Predicate<String> fits) {
        return err.first(fits, this);
    }

    /** Waits for the end; gives the exit code. By then all output has been read. */
    int waitForEnd() {
        return waitForEnd(DEADLINE);
    }

    /** As {@link #waitForEnd()}, for a program that may take longer than most. */
    int waitForEnd(Duration deadline) {
        try {
            if (!process.waitFor(deadline.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running: " + this);
            }
            out.join();
            err.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted: " + this, e);
        }
    }

    /** Sends a signal by name, such as {@code INT}. */
    void signal(String name) {
        try (RunningProcess kill = start("kill", "-" + name, Long.toString(process.pid()))) {
            if (kill.waitForEnd() != 0) {
                throw new AssertionError(kill + " for " + this);
            }
        }
    }

    /** Ends it as Ctrl-C does; gives the exit code. */
    int interrupt() {
        signal("INT");
        return waitForEnd();
    }

    /** Whether it has not ended. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Standard output so far. */
    String output() {
        return out.text();
    }

    /** Standard error so far. */
    String errors() {
        return err.text();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return command + "\n--- stdout\n" + output() + "\n--- stderr\n" + errors();
    }

    /** What one stream has brought, and who waits for more. */
    private static final class Lines {
        private final List<String> lines = new ArrayList<>();
        private final Thread reader;
        private boolean ended;

        Lines(InputStream stream) {
            reader = new Thread(() -> read(stream), "output");
            reader.setDaemon(true);
            reader.start();
        }

        private void read(InputStream stream) {
            try (BufferedReader text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = text.readLine(); line != null; line = text.readLine()) {
                    add(line);
                }
            } catch (IOException e) {
                add("(reading ended: " + e.getMessage() + ")");
            }
            end();
        }

        private synchronized void add(String line) {
            lines.add(line);
            notifyAll();
        }

        private synchronized void end() {
            ended = true;
            notifyAll();
        }

        synchronized String text() {
            return String.join("\n", lines);
        }

        synchronized String first(Predicate<String> fits, RunningProcess owner) {
            long end = System.nanoTime() + DEADLINE.toNanos();
            for (int next = 0; ; ) {
                while (next < lines.size()) {
                    String line = lines.get(next++);
                    if (fits.test(line)) {
                        return line;
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (ended || left <= 0) {
                    throw new AssertionError("no such line: " + owner);
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError("interrupted: " + owner, e);
                }
            }
        }

        void join() throws InterruptedException {
            reader.join(DEADLINE.toMillis());
        }
    }
}
