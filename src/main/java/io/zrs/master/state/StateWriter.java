package io.zrs.master.state;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Writes states on a thread of its own, because a disk may take its time and a master must not. Of states that come faster
 * than they can be written only the newest is. Every method may be called from any thread.
 */
public final class StateWriter implements AutoCloseable {
    /** The least time from one write to the next. */
    static final Duration PAUSE = Duration.ofMillis(100);

    /** How long the last write may keep a master from ending. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Consumer<SavedState> target;
    private final LongSupplier clock;
    private final Thread thread = new Thread(this::run, "zrs-state");
    private final AtomicReference<ZrsException> failure = new AtomicReference<>();
    private boolean failing;
    private SavedState written;
    private long earliest;

    private SavedState next;
    private SavedState unwritten;
    private boolean closing;

    /**
     * A writer whose thread does not run yet.
     *
     * @param target writes a state, or throws a {@link ZrsException}
     * @param clock nanoseconds from any fixed point, never going back
     */
    StateWriter(Consumer<SavedState> target, LongSupplier clock) {
        this.target = target;
        this.clock = clock;
        this.earliest = clock.getAsLong();
    }

    /** A writer to this file. */
    public static StateWriter start(StateFile file) {
        StateWriter writer = new StateWriter(file::write, System::nanoTime);
        writer.thread.setDaemon(true);
        writer.thread.start();
        return writer;
    }

    /** Has this state written soon, unless a newer one comes before. */
    public synchronized void offer(SavedState state) {
        next = state;
        notifyAll();
    }

    /** What kept a state from being written, once for each time that it begins to be kept from it. */
    public Optional<ZrsException> takeFailure() {
        return Optional.ofNullable(failure.getAndSet(null));
    }

    private void run() {
        try {
            long wait = 0;
            while (await(wait)) {
                wait = step();
            }
        } catch (InterruptedException e) {
            failure.set(new ZrsException(ErrorCode.IO, "the state's writer was interrupted", "start the master again"));
        }
    }

    /**
     * Waits for something to do.
     *
     * @param nanos how long the next write has to wait
     * @return false if there will be nothing more
     */
    private synchronized boolean await(long nanos) throws InterruptedException {
        if (!closing && next != null) {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        }
        while (!closing && next == null) {
            wait();
        }
        return next != null;
    }

    /**
     * Writes the newest state if its time has come.
     *
     * @return how long it has to wait, in nanoseconds; 0 if none is waiting
     */
    long step() {
        SavedState state;
        synchronized (this) {
            long early = earliest - clock.getAsLong();
            if (next == null) {
                return 0;
            }
            if (early > 0 && !closing) {
                return early;
            }
            state = next;
            unwritten = state;
            next = null;
        }
        if (!state.equals(written)) {
            write(state);
            earliest = clock.getAsLong() + PAUSE.toNanos();
        }
        return 0;
    }

    private void write(SavedState state) {
        try {
            target.accept(state);
            written = state;
            failing = false;
            synchronized (this) {
                unwritten = null;
            }
        } catch (ZrsException e) {
            failed(e);
        } catch (RuntimeException | OutOfMemoryError e) {
            failed(new ZrsException(ErrorCode.IO, "cannot keep the state: " + e, "report this", e));
        }
    }

    private void failed(ZrsException reason) {
        written = null;
        if (!failing) {
            failing = true;
            failure.set(reason);
        }
    }

    /** Has no more states come: the next step writes the last one, also if that failed before. */
    synchronized void finish() {
        closing = true;
        next = next == null ? unwritten : next;
        notifyAll();
    }

    /** Writes the last state, also if that failed before, and ends; waits for it at most two seconds. */
    @Override
    public void close() {
        finish();
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
