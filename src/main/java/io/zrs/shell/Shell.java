package io.zrs.shell;

import io.zrs.model.ZrsException;
import io.zrs.shell.Surroundings.Ends;
import io.zrs.shell.text.Step;
import io.zrs.shell.text.Steps;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A command line that goes on. Lines are run by one thread; {@link #interrupt} and {@link #end} may be called from any.
 */
public final class Shell implements AutoCloseable {
    private static final int USAGE = 2;

    private final Interpreter interpreter;
    private final Settings settings;
    private final Voice voice;
    private volatile Script script;
    private volatile boolean ended;
    private OptionalInt exit = OptionalInt.empty();

    /**
     * What commands have around them.
     *
     * @param in standard input
     * @param out standard output
     * @param err standard error
     * @param ends which of them are terminals
     * @param forPrograms if these are the process's own: readies them for one of the system's programs, which has them, too
     */
    public record Streams(
            InputStream in, OutputStream out, OutputStream err, Ends ends, Optional<Runnable> forPrograms) {}

    /**
     * A shell for some commands.
     *
     * @param voice how jobs are heard
     * @param telling whether it says what becomes of jobs: to somebody who sits there
     */
    public Shell(Commands commands, Settings settings, Streams streams, Voice voice, boolean telling) {
        this.settings = settings;
        this.voice = voice;
        Pipeline.Outlets outlets =
                new Pipeline.Outlets(streams.in(), streams.out(), streams.err(), streams.ends(), streams.forPrograms());
        interpreter = new Interpreter(commands, settings, outlets, voice, telling);
    }

    /** Which lines {@code history} shows: a view that changes. */
    public void history(List<String> lines) {
        interpreter.history(lines);
    }

    /** Runs what somebody has typed. */
    public void run(String text) {
        try {
            int code = settings.lastCode();
            for (Step step : Steps.of(text, 1)) {
                if (!ended && Script.isDue(step, code)) {
                    code = interpreter.run(step);
                }
            }
        } catch (ZrsException e) {
            voice.note(e.getMessage());
            settings.lastCode(USAGE);
        } catch (ExitRequest e) {
            exit = OptionalInt.of(e.code());
        }
    }

    /**
     * Runs a script.
     *
     * @param name what errors call it
     * @param keepGoing whether it goes on behind a line that fails
     * @return the exit code of the line that failed, else of the last, or what {@code exit} says
     */
    public int script(String name, Lines lines, boolean keepGoing) throws IOException {
        try {
            script = new Script(interpreter, voice, name, keepGoing);
            return ended ? Stop.INTERRUPTED : script.run(lines::next);
        } catch (ExitRequest e) {
            return e.code();
        }
    }

    /** Where lines of a script come from. */
    @FunctionalInterface
    public interface Lines {
        /** The next, without its end; null if there is none. */
        String next() throws IOException;
    }

    /** What {@code exit} said, if it was called. */
    public OptionalInt exit() {
        return exit;
    }

    /** Ends the command in the foreground, as Ctrl-C does; returns whether there is one. */
    public boolean interrupt() {
        return interpreter.interrupt();
    }

    /** Ends the command in the foreground, and runs no more. */
    public void end() {
        ended = true;
        if (script != null) {
            script.end();
        }
        interpreter.interrupt();
    }

    /** Whether it was ended from outside. */
    public boolean isEnded() {
        return ended;
    }

    /** Ends the jobs. */
    @Override
    public void close() {
        interpreter.close();
    }
}
