package io.zrs.shell.edit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Sized;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * The terminal, which the prompt and commands have in turns. Each change of its settings runs a process, so it is only changed when
 * somebody needs it changed: behind a prompt it stays as it is until a command reads from it.
 *
 * <p>May be used from any thread.
 */
final class SharedTerminal implements Pty {
    private final Stty real;
    private final InputStream in;
    private final OutputStream out;
    private final Attributes usual;
    private Attributes wanted;
    private Attributes applied;
    private Size size;

    /**
     * As it is now is how commands get it.
     *
     * @param in what reads from it
     * @param out what leads to it
     */
    SharedTerminal(Stty real, InputStream in, OutputStream out) throws IOException {
        this.real = real;
        this.in = in;
        this.out = out;
        usual = real.getAttr();
        wanted = usual;
        applied = usual;
    }

    @Override
    public synchronized Attributes getAttr() {
        return new Attributes(wanted);
    }

    @Override
    public synchronized void setAttr(Attributes attributes) throws IOException {
        wanted = new Attributes(attributes);
        if (!same(wanted, usual)) {
            apply(wanted);
        }
    }

    /** What was wanted takes place now, for who reads from the terminal itself. */
    synchronized void settle() throws IOException {
        apply(wanted);
    }

    /** Commands get it as it was at the beginning. */
    synchronized void giveBack() throws IOException {
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

    @Override
    public synchronized Size getSize() throws IOException {
        if (size == null) {
            size = real.getSize();
        }
        return size;
    }

    @Override
    public void setSize(Sized other) throws IOException {
        real.setSize(other);
    }

    @Override
    public InputStream getMasterInput() {
        return in;
    }

    @Override
    public OutputStream getMasterOutput() {
        return out;
    }

    @Override
    public InputStream getSlaveInput() {
        return in;
    }

    @Override
    public OutputStream getSlaveOutput() {
        return out;
    }

    @Override
    public SystemStream getSystemStream() {
        return real.getSystemStream();
    }

    @Override
    public TerminalProvider getProvider() {
        return real.getProvider();
    }

    @Override
    public void close() throws IOException {
        giveBack();
    }
}
