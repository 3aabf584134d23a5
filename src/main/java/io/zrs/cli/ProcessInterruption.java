package io.zrs.cli;

import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.Interruption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * SIGINT, SIGTERM and SIGHUP of this process. The JVM answers each by running its shutdown hooks; the hook here wakes
 * the command, waits for its exit code and ends the process with that instead of the JVM's own.
 */
final class ProcessInterruption implements Interruption {
    /** A command that handles an interruption gets so long: a node's last messages may take 5 s to leave. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** A stream, or who asks for no more, that does not end by then waits for others: a reader of its output, or a master that hangs. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(1);

    /** Longer than anything takes. */
    private static final Duration ENDLESS = Duration.ofDays(1000);

    private final CountDownLatch raised = new CountDownLatch(1);
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private Runnable onRaised;
    private Optional<Runnable> onAgain = Optional.empty();
    private volatile ExitCode otherwise = ExitCode.INTERRUPTED;
    private volatile Duration patience = PATIENCE;

    private ProcessInterruption() {}

    static ProcessInterruption install() {
        ProcessInterruption interruption = new ProcessInterruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::end, "zrs-interruption"));
        return interruption;
    }

    /** The command has ended by itself: from now on a signal ends the process with {@code code}. */
    void ended(int code) {
        exitCode.complete(code);
    }

    @Override
    public void streaming() {
        otherwise = ExitCode.DONE;
        impatient();
    }

    @Override
    public void impatient() {
        patience = SHORT_PATIENCE;
    }

    @Override
    public void patient() {
        patience = ENDLESS;
    }

    @Override
    public void raise() {
        end();
    }

    @Override
    public synchronized Handling handle(Runnable action) {
        onRaised = action;
        if (isRaised()) {
            action.run();
        }
        return new Stretch();
    }

    @Override
    public synchronized Handling handle(Runnable action, Runnable again) {
        onAgain = Optional.of(again);
        return handle(action);
    }

    private boolean isRaised() {
        return raised.getCount() == 0;
    }

    private synchronized void unhandle() {
        onRaised = null;
    }

    /** While it lasts, the command ends by itself. */
    private final class Stretch implements Handling {
        @Override
        public boolean raised() {
            return isRaised();
        }

        @Override
        public boolean await(Duration atMost) throws InterruptedException {
            return raised.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() {
            unhandle();
        }
    }

    private void end() {
        Runtime.getRuntime().halt(exitCode.isDone() ? exitCode.join() : interrupted());
    }

    private int interrupted() {
        if (!wake()) {
            return otherwise.value();
        }
        try {
            return exitCode.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            return otherwise.value();
        }
    }

    /** Whether a command handles it. */
    private synchronized boolean wake() {
        raised.countDown();
        if (onRaised == null) {
            return false;
        }
        onAgain.ifPresent(FurtherSignals::tell);
        onRaised.run();
        return true;
    }
}
