package io.zrs.shell;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.TerminalText;
import io.zrs.shell.Pipeline.Outlets;
import io.zrs.shell.Surroundings.Ends;
import io.zrs.shell.text.Step;
import io.zrs.shell.text.Word;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Runs steps. {@link #interrupt} may be called from any thread, everything else from one. */
final class Interpreter implements AutoCloseable {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int TIMED_OUT = 4;

    private final Commands commands;
    private final Settings settings;
    private final Outlets outlets;
    private final Voice voice;
    private final boolean telling;
    private final SystemShell system;
    private final Jobs jobs;
    private final Builtins builtins;
    private final AtomicReference<Runnable> foreground = new AtomicReference<>();
    private volatile boolean attending;

    /**
     * An interpreter of steps.
     *
     * @param voice how jobs are heard
     * @param telling whether it says what becomes of jobs
     */
    Interpreter(Commands commands, Settings settings, Outlets outlets, Voice voice, boolean telling) {
        this.commands = commands;
        this.settings = settings;
        this.outlets = outlets;
        this.voice = voice;
        this.telling = telling;
        system = new SystemShell(settings::forPrograms);
        jobs = new Jobs(job -> {
            if (telling) {
                voice.tell(job.line());
            }
        });
        builtins = new Builtins(this, settings, voice);
    }

    /** Where lines come from that are shown by {@code history}. */
    void history(List<String> lines) {
        builtins.history(lines);
    }

    Jobs jobs() {
        return jobs;
    }

    /** Ends what runs in the foreground; returns whether anything does. */
    boolean interrupt() {
        Runnable stop = foreground.get();
        if (stop != null) {
            stop.run();
        }
        return stop != null;
    }

    /**
     * Runs one, and waits for it unless it is a job.
     *
     * @return its exit code
     */
    int run(Step step) {
        int code;
        try {
            List<String> words = expand(step.words());
            boolean nothing = words.isEmpty() && step.system().isEmpty();
            code = nothing ? 0 : run(step, words);
        } catch (ZrsException e) {
            voice.note(e.getMessage() + (e.remedy().isEmpty() ? "" : "; " + e.remedy()));
            code = codeOf(e.code());
        } catch (InterruptedException e) {
            code = Stop.INTERRUPTED;
        }
        settings.lastCode(code);
        return code;
    }

    private static int codeOf(ErrorCode code) {
        return code == ErrorCode.INVALID ? USAGE : code == ErrorCode.TIMEOUT ? TIMED_OUT : FAILED;
    }

    private List<String> expand(List<Word> words) {
        List<String> expanded = new ArrayList<>();
        for (Word word : words) {
            word.expand(settings::variable).ifPresent(expanded::add);
        }
        if (!expanded.isEmpty() && expanded.get(0).equals("zrs")) {
            expanded.remove(0);
            if (expanded.isEmpty()) {
                expanded.add("--help");
            }
        }
        return expanded;
    }

    private int run(Step step, List<String> words) throws InterruptedException {
        if (!words.isEmpty()) {
            Optional<Builtin> builtin = Builtin.of(words);
            boolean plain = step.system().isEmpty() && step.redirections().isEmpty() && !step.background();
            if (builtin.isPresent() && (plain || builtin.get() != Builtin.HELP)) {
                if (!plain) {
                    throw new ZrsException(
                            ErrorCode.INVALID,
                            "'" + words.get(0) + "' is the shell's own",
                            "give it a line of its own");
                }
                return builtins.run(builtin.get(), words.subList(1, words.size()));
            }
            checkCommand(words.get(0));
        }
        noteSystems(step, words);
        return step.background() ? begin(step, words) : attend(step, words);
    }

    /** Who takes a pipe for one between commands of zrs gets something else, or nothing. */
    private void noteSystems(Step step, List<String> words) {
        Optional<String> programme = words.isEmpty() ? Optional.empty() : step.programme();
        if (telling && programme.filter(commands::knows).isPresent()) {
            voice.note("'" + programme.get() + "' behind | is the system's, not zrs's; to take zrs's, write '| zrs "
                    + programme.get() + "'");
        }
    }

    private void checkCommand(String word) {
        if (word.startsWith("-") || word.equals("help") || commands.knows(word)) {
            return;
        }
        if (word.equals("cd")) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "there is no cd, as Java cannot change the directory of its process",
                    "name files by their paths, or start the shell there");
        }
        String meant = commands.nearMiss(word, builtins.names())
                .map(name -> " (did you mean '" + name + "'?)")
                .orElse("");
        throw new ZrsException(
                ErrorCode.INVALID,
                "unknown command '" + word + "'" + meant,
                "see 'help'; the system's commands begin with a !");
    }

    private int begin(Step step, List<String> words) {
        Optional<String> refusal = words.isEmpty() ? Optional.empty() : commands.foregroundOnly(words);
        if (refusal.isPresent() && step.system().isEmpty()) {
            throw new ZrsException(ErrorCode.INVALID, refusal.get(), "run it without &");
        }
        int number = jobs.nextNumber();
        String label = "[" + number + "] ";
        OutputStream out = new JobOutput(voice, () -> attending || jobs.areSeveral() ? label : "", TerminalText::line);
        Pipeline pipeline =
                new Pipeline(system, new Outlets(InputStream.nullInputStream(), out, out, Ends.NONE, Optional.empty()));
        pipeline.start(step, words, this::body, voice::note);
        Job job = jobs.add(number, step.text(), pipeline);
        builtins.begun(job);
        return 0;
    }

    private int attend(Step step, List<String> words) throws InterruptedException {
        boolean whole = !words.isEmpty() && commands.draws(words);
        Pipeline pipeline = new Pipeline(system, outlets);
        voice.hold(whole);
        attending = true;
        try {
            // A Ctrl-C that comes while it starts is meant for it, too.
            return await(pipeline::stop, () -> {
                pipeline.start(step, words, this::body, voice::note);
                return pipeline.await();
            });
        } finally {
            attending = false;
            voice.hold(false);
        }
    }

    /** Something to wait for. */
    @FunctionalInterface
    interface Wait {
        /** Waits; returns the exit code. */
        int await() throws InterruptedException;
    }

    /** Waits for something that {@link #interrupt} ends by {@code stop}. */
    int await(Runnable stop, Wait wait) throws InterruptedException {
        foreground.set(stop);
        try {
            return wait.await();
        } finally {
            foreground.set(null);
        }
    }

    private int body(List<String> words, InputStream in, OutputStream out, OutputStream err, Ends ends, Stop stop) {
        return commands.run(words, new Surroundings(in, out, err, ends, settings::environment, stop));
    }

    /** Runs a command without anything around it but what the shell itself has. */
    int runPlainly(List<String> words) throws InterruptedException {
        Stop stop = new Stop();
        return await(stop::raise, () -> body(words, outlets.in(), outlets.out(), outlets.err(), outlets.ends(), stop));
    }

    /** Ends the jobs. */
    @Override
    public void close() {
        jobs.close();
    }
}
