package io.zrs.shell.edit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Sized;
import org.jline.terminal.impl.AbstractTerminal;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.InfoCmp;
import org.jline.utils.NonBlocking;
import org.jline.utils.NonBlockingInputStream;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.Signals;

/**
 * The terminal as JLine wants it. JLine's own asks the real one what it can do, waits for answers, and takes a third of a second;
 * this one knows it by its kind.
 */
final class PromptTerminal extends AbstractTerminal {
    private final SharedTerminal shared;
    private final NonBlockingInputStream input;
    private final NonBlockingReader reader;
    private final PrintWriter writer;
    private final List<Runnable> unregister = new ArrayList<>();

    /**
     * The terminal behind {@code shared}.
     *
     * @param type its {@code TERM}
     * @param onFirstKey runs when a key is awaited for the first time
     */
    PromptTerminal(SharedTerminal shared, String type, Runnable onFirstKey) throws IOException {
        super("zrs", type, StandardCharsets.UTF_8, SignalHandler.SIG_IGN);
        this.shared = shared;
        input = new Keys(shared.input(), onFirstKey);
        reader = NonBlocking.nonBlocking("zrs", input, StandardCharsets.UTF_8);
        writer = new PrintWriter(new OutputStreamWriter(shared.output(), StandardCharsets.UTF_8));
        describe(type);
    }

    /** JLine has descriptions of the usual kinds with it; for others {@code infocmp} has to be run. */
    private void describe(String type) throws IOException {
        String description = InfoCmp.getDefaultInfoCmp(type);
        if (description == null) {
            parseInfoCmp();
        } else {
            new Terminfo(bools, ints, strings).read(description);
            detectTrueColorSupport();
        }
    }

    /** Hears the process's signals from now on, until it is closed; of Ctrl-C only where {@code isForUs}. */
    void listen(BooleanSupplier isForUs) {
        listen(Signal.INT, isForUs);
        listen(Signal.WINCH, () -> {
            shared.resized();
            return true;
        });
        listen(Signal.CONT, () -> {
            shared.forget();
            return true;
        });
    }

    private void listen(Signal signal, BooleanSupplier first) {
        Object before = Signals.register(signal.name(), () -> {
            if (first.getAsBoolean()) {
                raise(signal);
            }
        });
        unregister.add(() -> Signals.unregister(signal.name(), before));
    }

    /** Key by key and without echo; but Ctrl-C stays a signal: a command runs with the same settings until it reads. */
    @Override
    public Attributes enterRawMode() {
        Attributes before = getAttributes();
        Attributes raw = new Attributes(before);
        raw.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN), false);
        raw.setInputFlags(EnumSet.of(InputFlag.IXON, InputFlag.ICRNL, InputFlag.INLCR), false);
        raw.setControlChar(ControlChar.VMIN, 0);
        raw.setControlChar(ControlChar.VTIME, 1);
        setAttributes(raw);
        return before;
    }

    @Override
    public boolean supportsGraphemeClusterMode() {
        return false;
    }

    @Override
    public NonBlockingReader reader() {
        return reader;
    }

    @Override
    public PrintWriter writer() {
        return writer;
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return shared.output();
    }

    @Override
    public Attributes getAttributes() {
        try {
            return shared.attributes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void setAttributes(Attributes attributes) {
        try {
            shared.attributes(attributes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Size getSize() {
        try {
            return shared.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void setSize(Sized size) {
        try {
            shared.size(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public TerminalProvider getProvider() {
        return shared.provider();
    }

    @Override
    public SystemStream getSystemStream() {
        return shared.stream();
    }

    @Override
    protected void doClose() throws IOException {
        unregister.forEach(Runnable::run);
        writer.flush();
        super.doClose();
        shared.close();
    }
}
