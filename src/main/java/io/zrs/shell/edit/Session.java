package io.zrs.shell.edit;

import io.zrs.client.MasterAddress;
import io.zrs.shell.Commands;
import io.zrs.shell.MasterMonitor;
import io.zrs.shell.Settings;
import io.zrs.shell.Shell;
import io.zrs.shell.Surroundings.Ends;
import io.zrs.shell.Voice;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A shell that somebody sits at: reads lines at a prompt until there are no more. */
public final class Session {
    private final World world;
    private final Face face;
    private final Voice voice;
    private final Shell shell;
    private final Watch watch;
    private final Prompt prompt;

    /**
     * What it has around it.
     *
     * @param in the process's standard input, a terminal
     * @param out its standard output, a terminal
     * @param err its standard error
     * @param ends which of them are terminals
     * @param term what kind of terminal it is: {@code TERM}; may be null
     * @param colours whether it may show some
     * @param commands what lines may call
     * @param assistant what knows of them
     * @param settings what they have around them
     * @param history what was typed before
     * @param monitors how a master is watched
     * @param onPrompt what has time until there is a prompt; runs on the thread that waits for keys
     */
    public record World(
            InputStream in,
            OutputStream out,
            OutputStream err,
            Ends ends,
            String term,
            boolean colours,
            Commands commands,
            Assistant assistant,
            Settings settings,
            Optional<HistoryFile> history,
            Function<MasterAddress, MasterMonitor> monitors,
            Runnable onPrompt) {}

    /** Where lines are typed. For one thread, but for {@link #above}, {@link #prompt} and {@link #end}. */
    interface Face extends AutoCloseable {
        /** What commands read. */
        InputStream input();

        /**
         * Waits for a line.
         *
         * @return the line; empty if it was given up
         * @throws EOFException if there are no more
         */
        Optional<String> read(String prompt) throws IOException;

        /** Shows whole lines. */
        void above(String lines);

        /** Changes the prompt. */
        void prompt(String text);

        /** Readies the terminal for one of the system's programs. */
        void lend();

        /** A command has ended, which took so long. */
        void back(long nanos);

        /** What happens at Ctrl-C while a command runs. */
        void onInterrupt(Runnable action);

        /** What happens once, when the first key is awaited. */
        void onFirstPrompt(Runnable action);

        /** Has {@link #read} give no more lines. */
        void end();

        @Override
        void close() throws IOException;
    }

    /** Opens the terminal; nothing is read yet. */
    public Session(World world) throws IOException {
        this(world, Stty::new);
    }

    private Session(World world, Supplier<Stty> terminal) throws IOException {
        this.world = world;
        prompt = new Prompt(world.colours());
        face = isDumb(world.term()) ? new PlainFace(world) : new JLineFace(world, terminal.get());
        voice = new PromptVoice(face::above);
        Shell.Streams streams =
                new Shell.Streams(face.input(), world.out(), world.err(), world.ends(), Optional.of(face::lend));
        shell = new Shell(world.commands(), world.settings(), streams, voice, true);
        watch = new Watch(world.settings(), world.monitors(), () -> face.prompt(prompt()));
    }

    /** One that only behaves as if input and output were a terminal, so that the JVM sees what a real one needs. */
    public static Session rehearsal(World world) throws IOException {
        return new Session(world, RehearsedTerminal::new);
    }

    private static boolean isDumb(String term) {
        return term == null || term.isEmpty() || term.equals("dumb") || term.equals("unknown");
    }

    /** How what happens beside commands is told. */
    public Voice voice() {
        return voice;
    }

    /** What is known of the master. */
    public MasterMonitor.State master() {
        return watch.state();
    }

    private String prompt() {
        Settings settings = world.settings();
        return prompt.text(settings.master(), watch.state(), settings.lastCode());
    }

    /** Reads and runs; returns the exit code of the shell. */
    public int run() throws IOException {
        face.onInterrupt(shell::interrupt);
        face.onFirstPrompt(() -> {
            watch.start();
            world.onPrompt().run();
        });
        try (face) {
            while (!shell.isEnded() && shell.exit().isEmpty()) {
                next();
            }
        } catch (EOFException e) {
            // Ctrl-D: there are no more lines.
            return world.settings().lastCode();
        } finally {
            shell.close();
            watch.close();
        }
        return shell.exit().orElse(world.settings().lastCode());
    }

    private void next() throws IOException {
        Optional<String> line = face.read(prompt());
        if (line.isEmpty()) {
            world.settings().interrupted();
        } else if (!line.get().isBlank()) {
            long start = System.nanoTime();
            shell.run(line.get());
            face.back(System.nanoTime() - start);
        }
    }

    /** Ends it, as when the terminal goes away; from any thread. */
    public void end() {
        shell.end();
        face.end();
    }

    /** Text for a terminal. */
    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
