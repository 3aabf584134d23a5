package io.zrs.cli.command;

import io.zrs.screen.JLineKeyLine;
import io.zrs.screen.Key;
import io.zrs.screen.KeyLine;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * A line on standard error that is written anew while a command works, and keys for it. What the command says meanwhile through
 * {@link #context}, and what libraries log, goes above it.
 */
public final class LiveLine implements AutoCloseable {
    private final KeyLine line;
    private final HeldLog log;
    private final Context context;

    /** On this line; what is written to the world's standard error while it is shown takes it away first. */
    public LiveLine(Context context, KeyLine line) {
        this.line = line;
        log = new HeldLog(Logger.getLogger(""));
        this.context = context.withErr(new PrintWriter(new Above(context.err(), line)));
    }

    /**
     * Opens the line, within a stretch in which the command handles interruptions: it is closed when one comes. Keys come where
     * standard input is a terminal as well.
     *
     * @return empty where standard error is no terminal, or one that shows lines only
     */
    public static Optional<KeyLine> open(Context context) {
        if (!context.terminal().err()) {
            return Optional.empty();
        }
        String term = context.environment().apply("TERM");
        return JLineKeyLine.open(
                context.in(), new Bytes(context.err()), term, context.terminal().in());
    }

    /** The world as it was, but for standard error. */
    public Context context() {
        return context;
    }

    /** As {@link KeyLine#show}. */
    public void show(String text) {
        if (!log.isEmpty()) {
            line.clear();
            log.tell();
        }
        line.show(text);
    }

    /** As {@link KeyLine#hasKeys}. */
    public boolean hasKeys() {
        return line.hasKeys();
    }

    /** As {@link KeyLine#columns}. */
    public int columns() {
        return line.columns();
    }

    /** As {@link KeyLine#key}. */
    public Optional<Key> key(Duration atMost) throws InterruptedException {
        return line.key(atMost);
    }

    /** As {@link KeyLine#close}. */
    @Override
    public void close() {
        try (log) {
            line.close();
        }
    }

    /** Takes the line away before anything is written. */
    private static final class Above extends FilterWriter {
        private final KeyLine line;

        Above(Writer err, KeyLine line) {
            super(err);
            this.line = line;
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            line.clear();
            super.write(text, from, length);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            line.clear();
            super.write(text, from, length);
        }

        @Override
        public void write(int character) throws IOException {
            line.clear();
            super.write(character);
        }
    }

    /** Bytes of UTF-8, a whole text at a time, to a writer. */
    private static final class Bytes extends OutputStream {
        private final PrintWriter writer;

        Bytes(PrintWriter writer) {
            this.writer = writer;
        }

        @Override
        public void write(int b) {
            writer.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            writer.write(new String(bytes, from, length, StandardCharsets.UTF_8));
        }

        @Override
        public void flush() {
            writer.flush();
        }
    }
}
