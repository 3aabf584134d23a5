package io.zrs.shell;

import io.zrs.client.MasterAddress;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.TerminalText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Does what the shell itself does. */
final class Builtins {
    private static final int LINES = 20;
    private static final int USAGE_COLUMNS = 24;

    private final Interpreter interpreter;
    private final Settings settings;
    private final Voice voice;
    private List<String> history = List.of();

    Builtins(Interpreter interpreter, Settings settings, Voice voice) {
        this.interpreter = interpreter;
        this.settings = settings;
        this.voice = voice;
    }

    void history(List<String> lines) {
        history = lines;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Builtin builtin : Builtin.values()) {
            names.add(builtin.word());
        }
        return names;
    }

    /** Says that a job has begun. */
    void begun(Job job) {
        if (!job.end().isDone()) {
            voice.tell(job.line());
        }
    }

    int run(Builtin builtin, List<String> arguments) throws InterruptedException {
        int most = builtin == Builtin.KILL || builtin == Builtin.HELP
                ? Integer.MAX_VALUE
                : builtin == Builtin.JOBS ? 0 : 1;
        if (arguments.size() > most) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "'" + arguments.get(most) + "' is one argument too many",
                    "it is called as " + builtin.usage());
        }
        return switch (builtin) {
            case EXIT -> throw new ExitRequest(arguments.isEmpty() ? settings.lastCode() : code(arguments.get(0)));
            case JOBS -> list();
            case FG -> foreground(arguments);
            case WAIT -> await(arguments);
            case KILL -> kill(arguments);
            case MASTER -> master(arguments.get(0));
            case HISTORY -> lines(arguments.isEmpty() ? LINES : number(arguments.get(0)));
            case HELP -> help(arguments);
        };
    }

    private static int code(String text) {
        int code = number(text);
        if (code > 255) {
            throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is no exit code", "give 0 to 255");
        }
        return code;
    }

    private static int number(String text) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is no number", "give a whole one", e);
        }
    }

    private int list() {
        for (Job job : interpreter.jobs().all()) {
            show(job.line());
        }
        return 0;
    }

    private void show(String lines) {
        try {
            voice.results(lines);
        } catch (IOException e) {
            throw new ZrsException(
                    ErrorCode.IO, "cannot write: " + e.getMessage(), "see where standard output goes", e);
        }
    }

    private int foreground(List<String> arguments) throws InterruptedException {
        Job job = arguments.isEmpty()
                ? interpreter.jobs().last()
                : interpreter.jobs().find(arguments.get(0));
        voice.tell(job.text());
        return interpreter.await(job.pipeline()::stop, job::await);
    }

    private int await(List<String> arguments) throws InterruptedException {
        List<Job> wanted = arguments.isEmpty()
                ? interpreter.jobs().all()
                : List.of(interpreter.jobs().find(arguments.get(0)));
        Thread waiting = Thread.currentThread();
        return interpreter.await(waiting::interrupt, () -> {
            int code = 0;
            for (Job job : wanted) {
                code = job.await();
            }
            return arguments.isEmpty() ? 0 : code;
        });
    }

    private int kill(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new ZrsException(ErrorCode.INVALID, "missing %N", "name a job, as kill %1; see 'jobs'");
        }
        for (String argument : arguments) {
            interpreter.jobs().find(argument).pipeline().end();
        }
        return 0;
    }

    private int master(String address) {
        settings.master(MasterAddress.parse(address));
        return 0;
    }

    private int lines(int most) {
        List<String> shown = history.subList(Math.max(0, history.size() - most), history.size());
        for (String line : shown) {
            show(TerminalText.line(line));
        }
        return 0;
    }

    private int help(List<String> arguments) throws InterruptedException {
        List<String> words = new ArrayList<>(arguments);
        words.add("--help");
        int code = interpreter.runPlainly(words);
        if (arguments.isEmpty()) {
            show(overview());
        }
        return code;
    }

    private static String overview() {
        StringBuilder text = new StringBuilder("\nIn this shell, each command without its zrs, and:\n");
        for (Builtin builtin : Builtin.values()) {
            row(text, builtin.usage(), builtin.description());
        }
        row(text, "COMMAND &", "Run it in the background, and go on typing.");
        row(text, "COMMAND | SYSTEM ...", "Give its output to the system's commands; > FILE, too.");
        row(text, "!SYSTEM ...", "Run one of the system's commands.");
        return text.substring(0, text.length() - 1);
    }

    private static void row(StringBuilder text, String usage, String description) {
        text.append("  ").append(usage).append(" ".repeat(Math.max(1, USAGE_COLUMNS - usage.length())));
        text.append(description).append('\n');
    }
}
