package io.zrs.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The last line of what a command says on its terminal, with keys from standard input, by {@link RawTerminal}. */
public final class JLineKeyLine implements KeyLine {
    private static final String CLEAR_REST = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    /** tmux is narrower for a quarter of a second before it says so: a line that wraps meanwhile leaves its beginning behind. */
    private static final String NO_WRAP = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";
    private static final int USUAL_COLUMNS = 80;

    private final OutputStream out;
    private final boolean keys;
    private final RawTerminal terminal;
    private boolean shown;

    /** How long the line is that is shown. */
    private int length;

    private boolean closed;

    private JLineKeyLine(InputStream in, OutputStream out, boolean keys) throws IOException {
        this.out = out;
        this.keys = keys;
        terminal = keys ? new RawTerminal(in, new OneLine(), true) : null;
    }

    /**
     * Takes keys, where there can be any. Who does so handles interruptions, and ends within the second that those are given.
     *
     * @param in the process's standard input
     * @param out what leads to the terminal
     * @param term what kind it is: {@code TERM}; may be null
     * @param keys whether standard input is a terminal, too
     * @return empty if the terminal shows lines only
     */
    public static Optional<KeyLine> open(InputStream in, OutputStream out, String term, boolean keys) {
        if (JLineScreen.isDumb(term)) {
            return Optional.empty();
        }
        try {
            JLineKeyLine line = new JLineKeyLine(in, out, keys);
            if (keys) {
                line.terminal.start();
            }
            return Optional.of(line);
        } catch (IOException e) {
            // A terminal without stty, or one that is not this session's: the command goes on as without any.
            return Optional.empty();
        }
    }

    private final class OneLine implements RawTerminal.Face {
        @Override
        public void enter() {
            shown = false;
        }

        @Override
        public void leave() throws IOException {
            endLine();
        }

        @Override
        public void resized() {
            // The next line is cut to the new size.
        }
    }

    private void endLine() throws IOException {
        if (shown) {
            shown = false;
            write("\n");
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public boolean hasKeys() {
        return keys;
    }

    private Object lock() {
        return keys ? terminal : this;
    }

    /** In the background it shows nothing, and looks whether it is in front again. */
    private boolean isInFront() throws IOException {
        if (!keys) {
            return ForegroundJob.isThis();
        }
        boolean front = ForegroundJob.isThis();
        if (front) {
            terminal.enter();
        }
        return front && terminal.isEntered();
    }

    @Override
    public void show(String text) {
        synchronized (lock()) {
            try {
                if (!closed && isInFront()) {
                    String line = cut(text);
                    write(start() + NO_WRAP + line + CLEAR_REST + WRAP);
                    shown = true;
                    length = line.length();
                }
            } catch (IOException e) {
                throw RawTerminal.lost(e);
            }
        }
    }

    /** The last column stays free: some terminals go to the next line when it is written to. */
    @Override
    public int columns() {
        return Math.max(0, (keys ? terminal.columns() : USUAL_COLUMNS) - 1);
    }

    /** To where the line begins: a terminal that was made narrower shows it on several rows, the last of which it is on. */
    private String start() {
        int above = shown && keys ? Math.max(0, length - 1) / (columns() + 1) : 0;
        return above > 0 ? "\r\u001b[" + above + "A" + CLEAR_BELOW : "\r";
    }

    private String cut(String text) {
        return text.length() <= columns() ? text : text.substring(0, columns());
    }

    @Override
    public void clear() {
        synchronized (lock()) {
            try {
                if (shown) {
                    String start = start();
                    shown = false;
                    write(start + CLEAR_REST);
                }
            } catch (IOException e) {
                throw RawTerminal.lost(e);
            }
        }
    }

    @Override
    public Optional<Key> key(Duration atMost) throws InterruptedException {
        if (keys) {
            return terminal.key(atMost);
        }
        TimeUnit.NANOSECONDS.sleep(Math.max(0, atMost.toNanos()));
        return Optional.empty();
    }

    @Override
    public void close() {
        synchronized (lock()) {
            if (closed) {
                return;
            }
            closed = true;
            if (keys) {
                terminal.close();
                return;
            }
            try {
                endLine();
            } catch (IOException e) {
                // Nobody reads any more what stands there.
                return;
            }
        }
    }
}
