package io.zrs.shell.edit;

import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.exec.ExecPty;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/**
 * The terminal of standard input, by {@code stty}. To run that is most of what a prompt costs: it is asked once for all that it tells,
 * and what has been set here is known. For one thread at a time.
 */
class Stty extends ExecPty {
    private SttyReport told;
    private Attributes known;

    Stty() {
        super(new ExecTerminalProvider(), SystemStream.Output, "standard input");
    }

    @Override
    public Attributes getAttr() throws IOException {
        if (known == null) {
            known = report().attributes();
        }
        return new Attributes(known);
    }

    @Override
    public void setAttr(Attributes wanted) throws IOException {
        super.setAttr(wanted);
        told = null;
        known = new Attributes(wanted);
    }

    @Override
    public Size getSize() throws IOException {
        Size size = report().size();
        told = null;
        return size;
    }

    private SttyReport report() throws IOException {
        if (told == null) {
            told = new SttyReport(ask());
        }
        return told;
    }

    /** What {@code stty -a} says. */
    String ask() throws IOException {
        return doGetConfig();
    }

    /** Somebody else may have changed it. */
    void forget() {
        told = null;
        known = null;
    }
}
