package io.zrs.shell;

import io.zrs.model.ZrsException;
import io.zrs.shell.text.Step;
import io.zrs.shell.text.Steps;
import java.io.IOException;
import java.util.List;

/** Lines that nobody types: from a file, a pipe or an option. Stops at the first that fails, unless told otherwise. */
final class Script {
    private static final int USAGE = 2;

    private final Interpreter interpreter;
    private final Voice voice;
    private final String name;
    private final boolean keepGoing;
    private volatile boolean ended;

    /** Where lines come from. */
    @FunctionalInterface
    interface Lines {
        /** The next, without its end; null if there is none. */
        String next() throws IOException;
    }

    /** {@code name} is what errors call it. */
    Script(Interpreter interpreter, Voice voice, String name, boolean keepGoing) {
        this.interpreter = interpreter;
        this.voice = voice;
        this.name = name;
        this.keepGoing = keepGoing;
    }

    /** Runs it; returns the exit code of the line that failed, else of the last. */
    int run(Lines lines) throws IOException {
        int code = 0;
        int number = 0;
        String line = lines.next();
        while (line != null && !ended) {
            int first = ++number;
            StringBuilder text = new StringBuilder(line);
            while (Steps.isOpen(text.toString())) {
                String more = lines.next();
                if (more == null) {
                    break;
                }
                number++;
                text.append('\n').append(more);
            }
            code = run(text.toString(), first, code);
            if (code != 0 && !keepGoing) {
                return code;
            }
            line = lines.next();
        }
        return code;
    }

    /** Runs no more lines. */
    void end() {
        ended = true;
    }

    private int run(String text, int line, int before) {
        List<Step> steps;
        try {
            steps = Steps.of(text, line);
        } catch (ZrsException e) {
            voice.note(name + ":" + line + ": " + e.getMessage());
            return USAGE;
        }
        int code = before;
        for (int i = 0; i < steps.size() && !ended; i++) {
            Step step = steps.get(i);
            if (!isDue(step, code)) {
                continue;
            }
            code = interpreter.run(step);
            if (code != 0 && !isCaught(steps.subList(i + 1, steps.size()))) {
                voice.note(name + ":" + step.line() + ": exit code " + code + ": " + step.text());
                if (!keepGoing) {
                    return code;
                }
            }
        }
        return code;
    }

    /** Whether one of the same list is there for the case that those before fail. */
    private static boolean isCaught(List<Step> later) {
        for (Step step : later) {
            if (step.when() != Step.When.AFTER_SUCCESS) {
                return step.when() == Step.When.AFTER_FAILURE;
            }
        }
        return false;
    }

    /** Whether it runs after one that ended with {@code code}. */
    static boolean isDue(Step step, int code) {
        return switch (step.when()) {
            case ALWAYS -> true;
            case AFTER_SUCCESS -> code == 0;
            case AFTER_FAILURE -> code != 0;
        };
    }
}
