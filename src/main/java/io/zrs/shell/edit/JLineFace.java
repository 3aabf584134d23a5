package io.zrs.shell.edit;

import io.zrs.output.TerminalText;
import io.zrs.shell.Stop;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.Signals;

/** A terminal with JLine's line editor. */
final class JLineFace implements Session.Face {
    /** A command that took so long may have changed the terminal, or had its size changed, without anybody hearing of it. */
    private static final long LONG_NANOS = 200_000_000;

    /** Nobody who has just got the prompt back means that one by Ctrl-C. */
    private static final long MOMENT_NANOS = 100_000_000;

    private final Session.World world;
    private final SharedTerminal shared;
    private final PromptTerminal terminal;
    private final LineEditor editor;
    private Optional<HistoryFile> history;
    private final CommandInput input;
    private volatile Runnable onInterrupt = () -> {};
    private Runnable onPrompt = () -> {};
    private volatile boolean ended;
    private volatile Thread reader;
    private volatile long backNanos;

    JLineFace(Session.World world, Stty stty) throws IOException {
        this.world = world;
        history = world.history();
        shared = new SharedTerminal(stty, world.in(), world.out());
        terminal = new PromptTerminal(shared, world.term(), () -> onPrompt.run());
        input = new CommandInput(world.in(), shared);
        editor = new LineEditor(terminal, new Hints(world.assistant())::hint, new HashMap<>());
        backNanos = System.nanoTime() - MOMENT_NANOS;
        configure();
        load();
        shared.open();
        terminal.handle(Signal.INT, signal -> onInterrupt.run());
        terminal.listen(this::isForUs);
        Signals.register("TSTP", this::stopped);
    }

    /** The Ctrl-C that has ended one of the system's programs comes here, too, and perhaps behind the program's end. */
    private boolean isForUs() {
        boolean ended = world.settings().lastCode() == Stop.INTERRUPTED;
        return !editor.isReading() || !ended || System.nanoTime() - backNanos > MOMENT_NANOS;
    }

    private void configure() {
        editor.setParser(new LineSyntax());
        editor.setCompleter(new Completion(world.assistant()));
        if (world.colours()) {
            editor.setHighlighter(
                    new Colouring(world.assistant(), () -> editor.getBuffer().cursor()));
        }
        for (Option option : List.of(
                Option.DISABLE_EVENT_EXPANSION,
                Option.HISTORY_IGNORE_DUPS,
                Option.HISTORY_IGNORE_SPACE,
                Option.AUTO_LIST,
                Option.AUTO_MENU,
                Option.LIST_PACKED)) {
            editor.setOpt(option);
        }
        editor.unsetOpt(Option.COMPLETE_MATCHER_TYPO);
        editor.unsetOpt(Option.COMPLETE_MATCHER_CAMELCASE);
        editor.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "> ");
        editor.setVariable(LineReader.BELL_STYLE, "none");
        if (!world.colours()) {
            for (String style : List.of(
                    LineReader.COMPLETION_STYLE_DESCRIPTION,
                    LineReader.COMPLETION_STYLE_GROUP,
                    LineReader.COMPLETION_STYLE_LIST_DESCRIPTION,
                    LineReader.COMPLETION_STYLE_STARTING,
                    LineReader.COMPLETION_STYLE_LIST_STARTING)) {
                editor.setVariable(style, "");
            }
        }
    }

    private void load() throws IOException {
        editor.getHistory().attach(editor);
        try {
            for (String line : history.isPresent() ? history.get().read() : List.<String>of()) {
                editor.getHistory().add(Instant.now(), line);
            }
        } catch (IOException e) {
            forgetful("read", e);
        }
    }

    /** A folder that is full or somebody else's is no reason not to have a shell. */
    private void forgetful(String what, IOException e) throws IOException {
        history = Optional.empty();
        String reason = "zrs: the history cannot be " + what + ", and is not kept: " + e;
        Session.write(world.err(), TerminalText.line(reason) + "\n");
    }

    /** As the system has it: the process stops, if there is somebody to go on with it. At the prompt there is nothing to stop. */
    private void stopped() {
        if (editor.isReading()) {
            return;
        }
        try {
            shared.settle();
            Object before = Signals.registerDefault("TSTP");
            new ProcessBuilder(
                            "kill",
                            "-TSTP",
                            Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            shared.forget();
            Signals.unregister("TSTP", before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public Optional<String> read(String prompt) throws IOException {
        reader = Thread.currentThread();
        if (ended) {
            throw new EOFException();
        }
        try {
            String line = editor.readLine(prompt);
            remember(line);
            return Optional.of(line);
        } catch (UserInterruptException e) {
            if (ended) {
                throw new EOFException();
            }
            return Optional.empty();
        } catch (EndOfFileException e) {
            throw new EOFException();
        } finally {
            reader = null;
        }
    }

    private void remember(String line) throws IOException {
        boolean wanted = !line.isBlank() && !line.startsWith(" ");
        try {
            if (wanted && history.isPresent()) {
                history.get().add(line.stripTrailing());
            }
        } catch (IOException e) {
            forgetful("written", e);
        }
    }

    @Override
    public void above(String lines) {
        editor.printAbove(lines);
    }

    @Override
    public void prompt(String text) {
        editor.prompt(text);
    }

    @Override
    public void lend() {
        try {
            shared.settle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void back(long nanos) {
        backNanos = System.nanoTime();
        input.release();
        if (nanos > LONG_NANOS) {
            shared.forget();
        }
    }

    @Override
    public void onInterrupt(Runnable action) {
        onInterrupt = action;
    }

    @Override
    public void onFirstPrompt(Runnable action) {
        onPrompt = action;
    }

    @Override
    public void end() {
        ended = true;
        Thread waiting = reader;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
