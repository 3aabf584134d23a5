package io.zrs.shell;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** The system's shell, {@code sh}, which what stands behind {@code |}, {@code !} and {@code >} goes to. */
final class SystemShell {
    /** What helps a command along ends when that does, and not by the Ctrl-C that is for it; nor does a job. */
    private static final String IGNORING = "trap '' INT; ";

    private final Supplier<Map<String, String>> environment;

    /** With variables set beside those that this process has. */
    SystemShell(Supplier<Map<String, String>> environment) {
        this.environment = environment;
    }

    /**
     * Starts {@code command}.
     *
     * @param background whether Ctrl-C is none of its business
     * @param in whether it has this process's standard input; else what is written to it
     * @param out whether it has this process's standard output and error; else they are to be read
     */
    Process start(String command, boolean background, boolean in, boolean out) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", (background ? IGNORING : "") + command);
        builder.environment().putAll(environment.get());
        if (in) {
            builder.redirectInput(Redirect.INHERIT);
        }
        if (out) {
            builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        } else {
            builder.redirectErrorStream(true);
        }
        return start(builder);
    }

    /** Starts what writes its standard input to a file, once it has opened that. */
    Process writer(String operator, String target) {
        return opened("exec 3" + operator + " " + target + " && printf . && exec cat >&3", target);
    }

    /** Starts what reads a file to its standard output, behind one byte that says that it is open. */
    Process reader(String target) {
        return opened("exec <" + target + " && printf . && exec cat", target);
    }

    private Process opened(String command, String target) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", IGNORING + command);
        builder.environment().putAll(environment.get());
        builder.redirectError(Redirect.PIPE);
        Process process = start(builder);
        try {
            if (process.getInputStream().read() == '.') {
                return process;
            }
            String reason = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            throw new ZrsException(
                    ErrorCode.IO,
                    "cannot open the file " + target + ": " + last(reason),
                    "check its name and permissions");
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The system's own words, without the shell's name and line before them: {@code No such file or directory}. */
    private static String last(String reason) {
        String text = reason.strip();
        return text.substring(text.lastIndexOf(": ") < 0 ? 0 : text.lastIndexOf(": ") + 2);
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static ZrsException failed(IOException e) {
        return new ZrsException(
                ErrorCode.IO, "the system's shell cannot be run: " + e.getMessage(), "see what sh is", e);
    }
}
