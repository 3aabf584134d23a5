package io.zrs.screen;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.Thread.UncaughtExceptionHandler;
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
 * The terminal of standard input, key by key and without echo, by JLine.
 *
 * <p>Of JLine's providers this is the one that runs {@code stty}: the others load native code, for which one unpacks a
 * library into the temporary folder and both make Java complain from 24 on. JLine's own terminal on top of it would ask the
 * real one what it is, wait for answers, and put what comes late among the keys; nothing here needs to know.
 *
 * <p>Ctrl-C and SIGTERM are the command's. However the process ends, short of SIGKILL, the terminal is put back. When it is
 * stopped by Ctrl-Z, so is the terminal; when it goes on, it is taken again. Its lock is held while it is taken and put back.
 */
final class RawTerminal implements AutoCloseable {
    private static final int USUAL_ROWS = 24;
    private static final int USUAL_COLUMNS = 80;

    private final Face face;
    private final boolean foreground;
    private final Keyboard keyboard;
    private final Pty pty;
    private final Attributes before;
    private final Attributes during;
    private final UncaughtExceptionHandler others = Thread.getDefaultUncaughtExceptionHandler();
    private final Thread hook = new Thread(this::close, "zrs-screen");
    private Size size;
    private boolean entered;
    private boolean closed;
    private Object onResize;
    private Object onStop;
    private Object onContinue;

    /** What is shown on it. Every method is called with the terminal's lock held. */
    interface Face {
        /** The terminal has been taken: shows what is to be seen from the beginning. */
        void enter() throws IOException;

        /** It will be put back in a moment: leaves it as somebody else wants it. */
        void leave() throws IOException;

        /** It has another size. */
        void resized();
    }

    /**
     * Not taken yet.
     *
     * @param foreground whether it is left alone while this process is in the background; else it waits there, stopped, as the
     *     system has it
     */
    RawTerminal(InputStream in, Face face, boolean foreground) throws IOException {
        this.face = face;
        this.foreground = foreground;
        keyboard = new Keyboard(in);
        pty = ExecPty.current(new ExecTerminalProvider(), SystemStream.Output);
        before = pty.getAttr();
        during = keyByKey(before);
        size = pty.getSize();
    }

    private static Attributes keyByKey(Attributes before) {
        Attributes during = new Attributes(before);
        during.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN), false);
        during.setInputFlag(InputFlag.IXON, false);
        during.setControlChar(ControlChar.VMIN, 1);
        during.setControlChar(ControlChar.VTIME, 0);
        return during;
    }

    /** Takes it, and follows what becomes of it until it is closed. */
    void start() throws IOException {
        Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            enter();
        } catch (IOException e) {
            close();
            throw e;
        }
        keyboard.start();
        follow();
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

    /** Takes it, if it is not taken and may be. */
    synchronized void enter() throws IOException {
        if (closed || entered || (foreground && !ForegroundJob.isThis())) {
            return;
        }
        size = pty.getSize();
        entered = true;
        pty.setAttr(during);
        face.enter();
    }

    private synchronized void leave() throws IOException {
        if (!entered) {
            return;
        }
        entered = false;
        try {
            face.leave();
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
        face.resized();
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

    /** Also after SIGSTOP, of which a process hears only when it goes on: the shell has had the terminal since. */
    private void continued() {
        try {
            takeAgain();
        } catch (IOException e) {
            throw lost(e);
        }
        keyboard.resized();
    }

    private synchronized void takeAgain() throws IOException {
        entered = false;
        enter();
    }

    /** What to say when it cannot be written to. */
    static ZrsException lost(IOException cause) {
        return new ZrsException(ErrorCode.IO, "the terminal is lost: " + cause.getMessage(), "", cause);
    }

    /** Whether it is taken now: not before, after, or while it is the shell's. */
    synchronized boolean isEntered() {
        return entered;
    }

    synchronized int rows() {
        return size.getRows() > 0 ? size.getRows() : USUAL_ROWS;
    }

    synchronized int columns() {
        return size.getColumns() > 0 ? size.getColumns() : USUAL_COLUMNS;
    }

    Optional<Key> key(Duration atMost) throws InterruptedException {
        return keyboard.next(atMost);
    }

    /** A process that goes on has no more to do with it. */
    private void unhook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends: the hook runs, or has run.
            return;
        }
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
        unhook();
        try {
            leave();
        } catch (IOException e) {
            // A terminal that has gone has nothing to be put back.
            return;
        }
    }
}
