package io.zrs.launch.process;

import io.zrs.launch.file.NodePlan;
import io.zrs.launch.file.Ready.LinePrinted;
import io.zrs.launch.process.ProgramEvents.Stream;
import io.zrs.text.AnsiText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** A node's program while it runs: a thread for each of its streams, and one for its end. */
final class RunningProgram {
    private static final long LAST_LINES_MILLIS = 500;

    private final NodePlan node;
    private final int run;
    private final Process process;
    private final ProgramEvents events;
    private final CountDownLatch open = new CountDownLatch(2);
    private final AtomicBoolean ready = new AtomicBoolean();
    private final Family family;

    RunningProgram(NodePlan node, int run, Process process, ProgramEvents events) {
        this.node = node;
        this.run = run;
        this.process = process;
        this.events = events;
        family = new Family(process.pid());
    }

    void follow(InputStream stdout, InputStream stderr) {
        thread("out", () -> read(stdout, Stream.STDOUT));
        thread("err", () -> read(stderr, Stream.STDERR));
        thread("end", this::awaitEnd);
    }

    private void thread(String what, Runnable work) {
        Thread thread = new Thread(work, "zrs-launch-" + what + " " + node.name());
        thread.setDaemon(true);
        thread.start();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The processes of the program among all. */
    List<Long> family(List<ProcessTable.Entry> all) {
        return family.find(all, process.isAlive());
    }

    /** Waits until nobody can print anything any more. */
    boolean awaitLastLine(long millis) throws InterruptedException {
        return open.await(millis, TimeUnit.MILLISECONDS);
    }

    private void read(InputStream from, Stream stream) {
        try (from) {
            new Lines((line, whole) -> line(stream, line, whole)).readAll(from);
        } catch (IOException e) {
            events.line(node, stream, ("cannot read this: " + e.getMessage()).getBytes(StandardCharsets.UTF_8), true);
        } finally {
            open.countDown();
        }
    }

    private void line(Stream stream, byte[] line, boolean whole) {
        events.line(node, stream, line, whole);
        if (node.ready().condition() instanceof LinePrinted wanted
                && !ready.get()
                && matches(wanted.pattern(), line)
                && ready.compareAndSet(false, true)) {
            events.ready(node, run);
        }
    }

    private static boolean matches(Pattern pattern, byte[] line) {
        try {
            return pattern.matcher(AnsiText.plain(new String(line, StandardCharsets.UTF_8)))
                    .find();
        } catch (StackOverflowError e) {
            // An alternative that is repeated takes stack for each character; a line too long for it is not the one.
            return false;
        }
    }

    private void awaitEnd() {
        try {
            int code = process.waitFor();
            // Its last lines come before its end; but others may have its streams still.
            awaitLastLine(LAST_LINES_MILLIS);
            events.exited(node, run, code);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
