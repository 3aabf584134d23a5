package io.zrs.launch.process;

import io.zrs.launch.run.StopTimes;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that outlives this one by as long as it takes to end what this one has started, should it be killed. It waits at a
 * pipe, and costs nothing until then.
 */
final class Guard {
    private static final long PATIENCE_SECONDS = 2;

    private final Process process;
    private final OutputStream pipe;

    private Guard(Process process) {
        this.process = process;
        pipe = process.getOutputStream();
    }

    /**
     * Starts it.
     *
     * @param mark what the environment of everything has that is to be ended
     * @param folder removed as the last
     */
    static Guard start(Detachment detachment, String mark, Path folder, StopTimes times) {
        List<String> command = List.of(
                "sh",
                "-c",
                script(),
                "zrs-launch-guard",
                mark,
                folder.toString(),
                tenths(times.afterInt().toMillis()),
                tenths(times.afterTerm().toMillis()));
        try {
            ProcessBuilder builder = new ProcessBuilder(detachment.before(command))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .directory(folder.getRoot().toFile());
            return new Guard(builder.start());
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "cannot start sh: " + e.getMessage(), "", e);
        }
    }

    private static String tenths(long millis) {
        return Long.toString(Math.min((millis + 99) / 100, Integer.MAX_VALUE));
    }

    private static String script() {
        try (InputStream in = Guard.class.getResourceAsStream("guard.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program runs, with a group of processes of its own. */
    void started(long leader) {
        say("started " + leader);
    }

    /** A program and all that it left behind have ended. */
    void ended(long leader) {
        say("ended " + leader);
    }

    /** Nothing is left to be ended, and neither is the guard: a launch around this one would find it left behind. */
    void dismiss() {
        say("done");
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has it end what there is, as if this process had been killed. */
    void act() {
        try {
            pipe.close();
        } catch (IOException e) {
            // Somebody has killed it.
            return;
        }
    }

    private void say(String line) {
        try {
            pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            // Somebody has killed it; the launch itself is none the worse.
            return;
        }
    }
}
