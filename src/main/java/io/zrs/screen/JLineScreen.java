package io.zrs.screen;

import io.zrs.canvas.CellCanvas;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.exec.ExecPty;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.Signals;

/**
 * The terminal of standard input and output, by JLine.
 *
 * <p>Of JLine's providers this is the one that runs {@code stty}: the others load native code, for which one unpacks a
 * library into the temporary folder and both make Java complain from 24 on. JLine's own terminal on top of it would ask the
 * real one what it is, wait for answers, and put what comes late among the keys; nothing here needs to know.
 *
 * <p>Ctrl-C and SIGTERM are the command's. However the process ends, short of SIGKILL, the terminal is put back. When it is
 * stopped by Ctrl-Z, so is the terminal; when it goes on, the screen is shown again.
 */
public final class JLineScreen implements Screen {
    /** The alternate screen, no cursor, no wrapping, all clear: xterm's sequences, which terminals of today obey or ignore. */
    private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[?7l\u001b[2J";

    /** Clears first, for a terminal that has no alternate screen. */
    private static final String LEAVE = "\u001b[0m\u001b[H\u001b[2J\u001b[?7h\u001b[?25h\u001b[?1049l";

    private static final int USUAL_ROWS = 24;
    private static final int USUAL_COLUMNS = 80;

    private final OutputStream out;
    private final Painter painter;
    private final Keyboard keyboard;
    private final Pty pty;
    private final Attributes before;
    private final Attributes during;
    private final UncaughtExceptionHandler others = Thread.getDefaultUncaughtExceptionHandler();
    private Size size;
    private boolean entered;
    private boolean closed;
    private Object onResize;
    private Object onStop;
    private Object onContinue;

    private JLineScreen(InputStream in, OutputStream out, int colours) throws IOException {
        this.out = out;
        painter = new Painter(colours);
        keyboard = new Keyboard(in);
        pty = ExecPty.current(new ExecTerminalProvider(), SystemStream.Output);
        before = pty.getAttr();
        during = keyByKey(before);
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
        if (term == null || term.isEmpty() || term.equals("dumb") || term.equals("unknown")) {
            String kind = term == null || term.isEmpty() ? "TERM is not set" : "TERM is '" + term + "'";
            throw new ZrsException(ErrorCode.IO, "this terminal shows lines only: " + kind, remedy);
        }
        try {
            return new JLineScreen(in, out, colours).start();
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "the terminal cannot be had: " + e.getMessage(), remedy, e);
        }
    }

    private static Attributes keyByKey(Attributes before) {
        Attributes during = new Attributes(before);
        during.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN), false);
        during.setInputFlag(InputFlag.IXON, false);
        during.setControlChar(ControlChar.VMIN, 1);
        during.setControlChar(ControlChar.VTIME, 0);
        return during;
    }

    private JLineScreen start() throws IOException {
        Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "zrs-screen"));
        try {
            enter();
        } catch (IOException e) {
            close();
            throw e;
        }
        keyboard.start();
        follow();
        return this;
    }

    private synchronized void follow() {
        if (!closed) {
            onResize = Signals.register("WINCH", this::resized);
            onStop = Signals.register("TSTP", this::stopped);
            onContinue = Signals.register("CONT", this::continued);
        }
    }

    private void uncaught(Thread thread, Throwable error) {
        close();
        if (others != null) {
            others.uncaughtException(thread, error);
        }
    }

    private synchronized void enter() throws IOException {
        if (closed) {
            return;
        }
        size = pty.getSize();
        entered = true;
        pty.setAttr(during);
        write(ENTER);
        painter.forget();
    }

    private synchronized void leave() throws IOException {
        if (!entered) {
            return;
        }
        entered = false;
        try {
            write(LEAVE);
        } finally {
            restore();
        }
    }

    /** Also for a thread that is interrupted while it quits, as by Ctrl-C right behind the last key. */
    private void restore() throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            pty.setAttr(before);
        } catch (InterruptedIOException e) {
            interrupted = true;
            pty.setAttr(before);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void resized() {
        try {
            measure();
        } catch (IOException e) {
            throw lost(e);
        }
        keyboard.resized();
    }

    private synchronized void measure() throws IOException {
        size = pty.getSize();
        painter.forget();
    }

    /** The terminal goes back to the shell before the process stops. */
    private void stopped() {
        try {
            leave();
            new ProcessBuilder(List.of(
                            "sh", "-c", "kill -STOP " + ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw lost(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Also after SIGSTOP, of which a process hears only when it goes on. */
    private void continued() {
        try {
            enter();
        } catch (IOException e) {
            throw lost(e);
        }
        keyboard.resized();
    }

    private static ZrsException lost(IOException cause) {
        return new ZrsException(ErrorCode.IO, "the terminal is lost: " + cause.getMessage(), "", cause);
    }

    @Override
    public synchronized int rows() {
        return size.getRows() > 0 ? size.getRows() : USUAL_ROWS;
    }

    @Override
    public synchronized int columns() {
        return size.getColumns() > 0 ? size.getColumns() : USUAL_COLUMNS;
    }

    @Override
    public int colours() {
        return painter.colours();
    }

    @Override
    public synchronized void show(CellCanvas canvas) {
        if (!entered) {
            return;
        }
        try {
            write(painter.frame(canvas, rows(), columns()));
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public Optional<Key> key(Duration atMost) throws InterruptedException {
        return keyboard.next(atMost);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (onContinue != null) {
            Signals.unregister("WINCH", onResize);
            Signals.unregister("TSTP", onStop);
            Signals.unregister("CONT", onContinue);
        }
        keyboard.close();
        Thread.setDefaultUncaughtExceptionHandler(others);
        try {
            leave();
        } catch (IOException e) {
            // A terminal that has gone has nothing to be put back.
            return;
        }
    }
}
