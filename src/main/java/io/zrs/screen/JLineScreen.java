package io.zrs.screen;

import io.zrs.canvas.CellCanvas;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The terminal of standard input and output, the whole of it, by {@link RawTerminal}. */
public final class JLineScreen implements Screen {
    /** The alternate screen, no cursor, no wrapping, all clear: xterm's sequences, which terminals of today obey or ignore. */
    private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[?7l\u001b[2J";

    /** Clears first, for a terminal that has no alternate screen. */
    private static final String LEAVE = "\u001b[0m\u001b[H\u001b[2J\u001b[?7h\u001b[?25h\u001b[?1049l";

    private final OutputStream out;
    private final Painter painter;
    private final RawTerminal terminal;

    private JLineScreen(InputStream in, OutputStream out, int colours) throws IOException {
        this.out = out;
        painter = new Painter(colours);
        terminal = new RawTerminal(in, new WholeScreen(), false);
    }

    /**
     * Takes the terminal over. Who does so handles interruptions, and ends within the second that those are given.
     *
     * @param in the process's standard input, which is a terminal
     * @param out its standard output, which is a terminal
     * @param term what kind it is: {@code TERM}; may be null
     * @param colours how many it may show: 0, 8 or 256
     * @param remedy what to try where there is no such terminal
     * @throws ZrsException {@link ErrorCode#IO} if it cannot be had or can do too little
     */
    public static JLineScreen open(InputStream in, OutputStream out, String term, int colours, String remedy) {
        if (isDumb(term)) {
            String kind = term == null || term.isEmpty() ? "TERM is not set" : "TERM is '" + term + "'";
            throw new ZrsException(ErrorCode.IO, "this terminal shows lines only: " + kind, remedy);
        }
        try {
            JLineScreen screen = new JLineScreen(in, out, colours);
            screen.terminal.start();
            return screen;
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "the terminal cannot be had: " + e.getMessage(), remedy, e);
        }
    }

    /** Whether a terminal of this kind, its {@code TERM}, shows lines only. */
    static boolean isDumb(String term) {
        return term == null || term.isEmpty() || term.equals("dumb") || term.equals("unknown");
    }

    private final class WholeScreen implements RawTerminal.Face {
        @Override
        public void enter() throws IOException {
            write(ENTER);
            painter.forget();
        }

        @Override
        public void leave() throws IOException {
            write(LEAVE);
        }

        @Override
        public void resized() {
            painter.forget();
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public int rows() {
        return terminal.rows();
    }

    @Override
    public int columns() {
        return terminal.columns();
    }

    @Override
    public int colours() {
        return painter.colours();
    }

    @Override
    public void show(CellCanvas canvas) {
        synchronized (terminal) {
            if (!terminal.isEntered()) {
                return;
            }
            try {
                write(painter.frame(canvas, rows(), columns()));
            } catch (IOException e) {
                throw RawTerminal.lost(e);
            }
        }
    }

    @Override
    public Optional<Key> key(Duration atMost) throws InterruptedException {
        return terminal.key(atMost);
    }

    @Override
    public void close() {
        terminal.close();
    }
}
