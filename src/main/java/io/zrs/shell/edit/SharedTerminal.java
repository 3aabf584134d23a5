package io.zrs.shell.edit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Sized;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * The terminal, which the prompt and commands have in turns. Each change of its settings runs a process, so it is only changed when
 * somebody needs it changed: behind a prompt it stays as it is until a command reads from it.
 *
 * <p>May be used from any thread.
 */
final class SharedTerminal implements AutoCloseable {
    /** A serial line, or a container's terminal, may not know how large it is. */
    private static final Size USUAL = Size.of(80, 24);

    private final Stty real;
    private final InputStream in;
    private final OutputStream out;
    private final CompletableFuture<Attributes> asked = new CompletableFuture<>();
    private Attributes usual;
    private Attributes wanted;
    private Attributes applied;
    private Size size;

    /**
     * As it is now is how commands get it. It is asked how that is by a thread of its own, as what else a prompt needs takes as long.
     *
     * @param in what reads from it
     * @param out what leads to it
     */
    SharedTerminal(Stty real, InputStream in, OutputStream out) {
        this.real = real;
        this.in = in;
        this.out = out;
        Thread asking = new Thread(this::ask, "zrs-shell-terminal");
        asking.setDaemon(true);
        asking.start();
    }

    private void ask() {
        try {
            Attributes found = real.getAttr();
            real.getSize();
            asked.complete(found);
        } catch (IOException e) {
            asked.completeExceptionally(e);
        }
    }

    /**
     * Waits until the terminal has said how it is; every other method does so, too.
     *
     * @throws IOException if it says nothing
     */
    synchronized void open() throws IOException {
        if (usual != null) {
            return;
        }
        try {
            usual = asked.get();
            wanted = usual;
            applied = usual;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    synchronized Attributes attributes() throws IOException {
        open();
        return new Attributes(wanted);
    }

    synchronized void attributes(Attributes attributes) throws IOException {
        open();
        wanted = new Attributes(attributes);
        if (!same(wanted, usual)) {
            apply(wanted);
        }
    }

    /** What was wanted takes place now, for who reads from the terminal itself. */
    synchronized void settle() throws IOException {
        open();
        apply(wanted);
    }

    /** Commands get it as it was at the beginning. */
    synchronized void giveBack() throws IOException {
        open();
        wanted = usual;
        apply(wanted);
    }

    private void apply(Attributes attributes) throws IOException {
        if (applied == null || !same(applied, attributes)) {
            real.setAttr(attributes);
            applied = attributes;
        }
    }

    private static boolean same(Attributes one, Attributes other) {
        return one.getLocalFlags().equals(other.getLocalFlags())
                && one.getInputFlags().equals(other.getInputFlags())
                && one.getOutputFlags().equals(other.getOutputFlags())
                && one.getControlChars().equals(other.getControlChars());
    }

    /** Somebody else may have changed it. */
    synchronized void forget() {
        applied = null;
        size = null;
        real.forget();
    }

    /** It may have another size. */
    synchronized void resized() {
        size = null;
    }

    synchronized Size size() throws IOException {
        open();
        if (size == null) {
            Size told = real.getSize();
            size = told.getColumns() > 0 && told.getRows() > 0 ? told : USUAL;
        }
        return size;
    }

    void size(Sized other) throws IOException {
        open();
        real.setSize(other);
    }

    InputStream input() {
        return in;
    }

    OutputStream output() {
        return out;
    }

    SystemStream stream() {
        return real.getSystemStream();
    }

    TerminalProvider provider() {
        return real.getProvider();
    }

    @Override
    public void close() throws IOException {
        giveBack();
    }
}
