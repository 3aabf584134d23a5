package io.zrs.shell;

import io.zrs.shell.Surroundings.Ends;
import io.zrs.shell.text.Redirection;
import io.zrs.shell.text.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One step that runs: a command, with files and programs of the system's shell at its ends. */
final class Pipeline {
    private final SystemShell shell;
    private final Outlets outlets;
    private final List<Process> writers = new ArrayList<>();
    private final List<Process> readers = new ArrayList<>();
    private final List<OutputStream> inlets = new ArrayList<>();
    private final List<Pump> pumps = new ArrayList<>();
    private final List<Tap> taps = new ArrayList<>();
    private final Stop stop = new Stop();
    private Process system;
    private Run run;

    /**
     * Where a step's streams lead if nothing else is said.
     *
     * @param in standard input
     * @param out standard output
     * @param err standard error
     * @param ends which of them are terminals
     * @param forPrograms readies the process's own streams for one, if these are those, so that programs have them, too
     */
    record Outlets(InputStream in, OutputStream out, OutputStream err, Ends ends, Optional<Runnable> forPrograms) {
        boolean own() {
            return forPrograms.isPresent();
        }
    }

    /** Where one of a command's outputs leads. */
    private record Sink(OutputStream to, boolean terminal, boolean reader) {}

    Pipeline(SystemShell shell, Outlets outlets) {
        this.shell = shell;
        this.outlets = outlets;
    }

    /**
     * Starts it.
     *
     * @param words the command's, expanded; none if the system's shell does all
     * @param body runs the command
     * @param complain takes what went wrong on one of its threads
     * @throws io.zrs.model.ZrsException if a file cannot be opened
     */
    void start(Step step, List<String> words, Body body, Consumer<String> complain) {
        try {
            startAll(step, words, body, complain);
        } catch (RuntimeException e) {
            closeInlets();
            kill();
            throw e;
        }
    }

    /** Runs a command. */
    interface Body {
        /** Returns its exit code. */
        int run(List<String> words, InputStream in, OutputStream out, OutputStream err, Ends ends, Stop stop);
    }

    private void startAll(Step step, List<String> words, Body body, Consumer<String> complain) {
        Sink out = new Sink(outlets.out(), outlets.ends().out(), false);
        Sink err = new Sink(outlets.err(), outlets.ends().err(), false);
        if (step.system().isPresent()) {
            outlets.forPrograms().ifPresent(Runnable::run);
            system = shell.start(
                    step.system().get(), step.background(), words.isEmpty() && outlets.own(), outlets.own());
            if (!outlets.own()) {
                pumps.add(new Pump(system.getInputStream(), outlets.out()));
            }
            out = new Sink(inlet(system), false, true);
        }
        if (words.isEmpty()) {
            stop.onStop(system::destroy);
            if (!outlets.own()) {
                closeInlets();
            }
            return;
        }
        InputStream in = outlets.in();
        boolean typed = outlets.ends().in();
        for (Redirection redirection : step.redirections()) {
            if (redirection.isInput()) {
                Process reader = shell.reader(redirection.target());
                readers.add(reader);
                in = reader.getInputStream();
                typed = false;
            } else if (redirection.isError()) {
                err = redirection.isJoin() ? out : writer(redirection);
            } else {
                out = redirection.isJoin() ? err : writer(redirection);
            }
        }
        command(words, in, out, err, new Ends(typed, out.terminal(), err.terminal()), body, complain);
    }

    private Sink writer(Redirection redirection) {
        Process process = shell.writer(redirection.operator().replace("2", ""), redirection.target());
        writers.add(process);
        return new Sink(inlet(process), false, true);
    }

    private OutputStream inlet(Process process) {
        OutputStream inlet = process.getOutputStream();
        inlets.add(inlet);
        return inlet;
    }

    private void command(
            List<String> words, InputStream in, Sink out, Sink err, Ends ends, Body body, Consumer<String> complain) {
        Tap outTap = tap(out);
        Tap errTap = tap(err);
        run = Run.start(
                String.join(" ", words),
                stop,
                () -> body.run(words, in, outTap, errTap, ends, stop),
                () -> taps.forEach(Tap::shut),
                complain);
    }

    private Tap tap(Sink sink) {
        Tap tap = new Tap(sink.to(), sink.reader());
        taps.add(tap);
        return tap;
    }

    /** Stops it, as Ctrl-C does. */
    void stop() {
        stop.raise();
    }

    /** Also those of its programs that Ctrl-C at the terminal does not reach. */
    void end() {
        stop.raise();
        kill();
    }

    /** Waits until all of it has ended; returns the exit code: that of the last program. */
    int await() throws InterruptedException {
        int code = run == null ? 0 : run.await();
        closeInlets();
        // What the command did not read, nobody does.
        readers.forEach(Process::destroy);
        for (Process writer : writers) {
            code = writer.waitFor() != 0 && code == 0 ? 1 : code;
        }
        if (system != null) {
            code = exitCode(system.waitFor());
        }
        for (Pump pump : pumps) {
            pump.await();
        }
        return code;
    }

    /** A process that a signal ended has 128 and its number already. */
    private static int exitCode(int code) {
        return code & 0xff;
    }

    private void closeInlets() {
        for (OutputStream inlet : inlets) {
            try {
                inlet.close();
            } catch (IOException e) {
                // Who read there has gone before the last of it came: its exit code says what is to be said.
                continue;
            }
        }
    }

    private void kill() {
        readers.forEach(Process::destroy);
        if (system != null) {
            system.descendants().forEach(ProcessHandle::destroy);
            system.destroy();
        }
    }
}
