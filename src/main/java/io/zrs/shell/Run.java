package io.zrs.shell;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * A command on a thread of its own, with every thread that it starts: an error on one of them ends this command and nobody else.
 *
 * <p>One that does not end in time when it is stopped is left behind: its streams are closed, and nobody waits for it.
 */
final class Run {
    private final Stop stop;
    private final Runnable leaveBehind;
    private final Thread thread;
    private boolean done;
    private int code;

    /**
     * Starts it.
     *
     * @param name what it is, for the thread's name
     * @param leaveBehind closes its streams
     * @param complain takes what went wrong on one of its threads
     */
    static Run start(String name, Stop stop, IntSupplier body, Runnable leaveBehind, Consumer<String> complain) {
        Run run = new Run(name, stop, body, leaveBehind, complain);
        stop.onStop(run::stopped);
        run.thread.start();
        return run;
    }

    private Run(String name, Stop stop, IntSupplier body, Runnable leaveBehind, Consumer<String> complain) {
        this.stop = stop;
        this.leaveBehind = leaveBehind;
        ThreadGroup group = new Threads("zrs " + name, complain);
        thread = new Thread(group, () -> end(body.getAsInt()), "zrs " + name);
        thread.setDaemon(true);
    }

    /** The threads of this command. */
    private final class Threads extends ThreadGroup {
        private final Consumer<String> complain;

        Threads(String name, Consumer<String> complain) {
            super(name);
            this.complain = complain;
        }

        @Override
        public void uncaughtException(Thread failed, Throwable error) {
            if (isDone()) {
                return;
            }
            complain.accept(error + " in thread " + failed.getName());
            if (failed == thread) {
                end(1);
            } else {
                fail();
                stop.raise();
            }
        }
    }

    private synchronized void end(int with) {
        if (!done) {
            done = true;
            code = code == 0 ? with : code;
            notifyAll();
        }
    }

    private synchronized void fail() {
        code = 1;
    }

    private synchronized void stopped() {
        if (!stop.isHandled()) {
            thread.interrupt();
        }
        notifyAll();
    }

    /** Whether it has ended. */
    synchronized boolean isDone() {
        return done;
    }

    /** Waits for its end, and as long as is fit once it has been stopped; returns its exit code. */
    int await() throws InterruptedException {
        synchronized (this) {
            while (!done && stop.remaining() > 0) {
                long millis = TimeUnit.NANOSECONDS.toMillis(stop.remaining()) + 1;
                wait(stop.isRaised() ? millis : 0);
            }
            if (done) {
                return code;
            }
        }
        leaveBehind.run();
        thread.interrupt();
        end(stop.otherwise());
        return code;
    }
}
