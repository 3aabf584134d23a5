package io.zrs.cli.master;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.OutputClosedException;
import io.zrs.master.MasterEvent;
import io.zrs.master.MasterEvents;
import io.zrs.output.ByteText;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The way from the master's thread, which must never wait, to a standard output that may: a bounded queue and a thread
 * that writes. Lines that find the queue full are counted, and the gap is told where it is.
 *
 * <p>A master must not end because nobody reads its log any more: once a line cannot be written, that is told on standard
 * error, and the log is silent from then on.
 */
final class EventLog implements MasterEvents {
    /** How many lines may wait. */
    static final int CAPACITY = 4096;

    private static final int FULL_BYTES = 1 << 16;
    private static final long TURN_MILLIS = 100;

    private final BlockingQueue<Line> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong missing = new AtomicLong();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Context context;
    private final EventForm form;
    private volatile boolean closing;
    private volatile boolean silent;

    private EventLog(Context context, EventForm form) {
        this.context = context;
        this.form = form;
    }

    /** A line to be written, and how many are missing before it. */
    private record Line(Instant time, MasterEvent event, long missing) {}

    /** Begins a log to the context's standard output. */
    static EventLog start(Context context, EventForm form) {
        EventLog log = new EventLog(context, form);
        Thread writer = new Thread(log::write, "zrs-log");
        writer.setDaemon(true);
        writer.start();
        return log;
    }

    /** May be called from any thread. */
    @Override
    public void on(MasterEvent event) {
        if (silent) {
            return;
        }
        long before = missing.getAndSet(0);
        if (!queue.offer(new Line(context.clock().instant(), event, before))) {
            missing.addAndGet(before + 1);
        }
    }

    /** Ends when the log does: after {@link #finish()}, or when standard output fails. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Lets the writer end after what it has; does not wait for it. */
    void finish() {
        closing = true;
    }

    private void write() {
        try {
            ByteText text = new ByteText();
            while (!closing || !queue.isEmpty()) {
                Line line = queue.poll(TURN_MILLIS, TimeUnit.MILLISECONDS);
                if (line != null) {
                    append(text, line);
                }
                if (text.length() > 0 && (queue.isEmpty() || text.length() >= FULL_BYTES)) {
                    text.drainTo(context.out());
                    context.out().flush();
                }
            }
        } catch (IOException e) {
            fallSilent(
                    e instanceof OutputClosedException
                            ? "nobody reads the log any more"
                            : "cannot write the log: " + e.getMessage());
        } catch (InterruptedException e) {
            fallSilent("the log was interrupted");
        } finally {
            ended.complete(null);
        }
    }

    private void fallSilent(String reason) {
        silent = true;
        queue.clear();
        context.note(reason + "; the master goes on without it");
    }

    private void append(ByteText text, Line line) {
        if (line.missing() > 0) {
            form.appendGap(text, line.time(), line.missing());
        }
        form.append(text, line.time(), line.event());
        if (line.event() instanceof MasterEvent.Started started && started.exposed()) {
            context.note("other machines can reach " + started.host() + ":" + started.port()
                    + ", and whoever does can read and write every topic; see who can, or leave --bind out");
        }
    }
}
