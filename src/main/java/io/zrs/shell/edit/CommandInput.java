package io.zrs.shell.edit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * The terminal as the standard input of commands in the foreground. Lines are read through {@code cat}: a thread of this process
 * that waits in the system for a line would have the next one for itself long after its command has ended, and cannot be woken.
 *
 * <p>Who takes keys looks whether there are any, and reads them from the terminal itself.
 */
final class CommandInput extends InputStream {
    private final InputStream terminal;
    private final SharedTerminal shared;
    private Process cat;
    private boolean released;

    CommandInput(InputStream terminal, SharedTerminal shared) {
        this.terminal = terminal;
        this.shared = shared;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        InputStream lines = lines();
        if (lines == null) {
            return ahead(bytes, from, count);
        }
        int read = lines.read(bytes, from, count);
        return read < 0 ? end() : read;
    }

    /** What was typed while the prompt had the terminal, and so with its line ends. */
    private int ahead(byte[] bytes, int from, int count) throws IOException {
        int read = terminal.read(bytes, from, count);
        for (int i = from; i < from + read; i++) {
            bytes[i] = bytes[i] == '\r' ? (byte) '\n' : bytes[i];
        }
        return read;
    }

    /** Null where there is something to read at once. */
    private synchronized InputStream lines() throws IOException {
        if (cat == null) {
            if (terminal.available() > 0) {
                return null;
            }
            released = false;
            shared.settle();
            cat = new ProcessBuilder("cat").redirectInput(Redirect.INHERIT).start();
        }
        return cat.getInputStream();
    }

    /** Ctrl-C ends {@code cat}, too; for the command that is no end of its input. */
    private int end() throws IOException {
        Process ended;
        synchronized (this) {
            ended = cat;
        }
        try {
            if (ended == null || ended.waitFor() != 0) {
                awaitRelease();
            }
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private synchronized void awaitRelease() throws InterruptedException {
        while (!released) {
            wait();
        }
    }

    @Override
    public synchronized int available() throws IOException {
        return cat == null ? terminal.available() : cat.getInputStream().available();
    }

    /** The command has ended: what is typed from now on is somebody else's. */
    synchronized void release() {
        released = true;
        if (cat != null) {
            cat.destroy();
            cat = null;
        }
        notifyAll();
    }
}
