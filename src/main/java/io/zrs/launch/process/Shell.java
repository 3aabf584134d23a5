package io.zrs.launch.process;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Short commands of the system, for what Java cannot do. */
final class Shell {
    private static final long PATIENCE_SECONDS = 10;

    private Shell() {}

    /** Runs a command to its end, with its output discarded; gives its exit code. */
    static int run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new ZrsException(ErrorCode.IO, command.get(0) + " does not end");
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "cannot run " + command.get(0) + ": " + e.getMessage(), "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ZrsException(ErrorCode.IO, command.get(0) + " was interrupted", "", e);
        }
    }

    /** Runs {@code script} by the POSIX shell, with these words as its own. */
    static int script(String script, List<String> words) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.addAll(words);
        return run(command);
    }
}
