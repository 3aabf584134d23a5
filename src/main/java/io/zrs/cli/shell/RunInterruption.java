package io.zrs.cli.shell;

import io.zrs.cli.command.Interruption;
import io.zrs.shell.Stop;
import java.time.Duration;

/** Ctrl-C for one command of a shell. */
record RunInterruption(Stop stop) implements Interruption {
    @Override
    public void streaming() {
        stop.streaming();
    }

    @Override
    public void impatient() {
        stop.impatient();
    }

    @Override
    public void patient() {
        stop.patient();
    }

    @Override
    public void raise() {
        stop.raise();
    }

    @Override
    public Handling handle(Runnable onRaised) {
        stop.handle(onRaised);
        return new Stretch(stop);
    }

    @Override
    public Handling handle(Runnable onRaised, Runnable onAgain) {
        stop.handle(onRaised, onAgain);
        return new Stretch(stop);
    }

    /** While it lasts, the command ends by itself. */
    private record Stretch(Stop stop) implements Handling {
        @Override
        public boolean raised() {
            return stop.isRaised();
        }

        @Override
        public boolean await(Duration atMost) throws InterruptedException {
            return stop.await(atMost);
        }

        @Override
        public void close() {
            stop.unhandle();
        }
    }
}
