package io.zrs.cli.command;

import io.zrs.output.Amount;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A line on a terminal about work that takes long: how much is done, and how fast. It is gone in the end. */
public final class Progress {
    private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final double NANOS = 1e9;
    private static final int PERCENT = 100;

    private final PrintWriter err;
    private final boolean shown;
    private final String verb;
    private final long size;
    private final LongSupplier done;
    private final long start = System.nanoTime();
    private long nextNanos = start + FIRST_NANOS;
    private int width;

    /**
     * Shows nothing where standard error is no terminal, or it is not known how much there is.
     *
     * @param verb what is done to the messages, such as {@code sent}
     * @param size how much there is to do, in bytes or whatever; less than 1 if that is not known
     * @param done how much of that is done; may be asked at any time by the thread that calls {@link #messages}
     */
    public Progress(Context context, String verb, long size, LongSupplier done) {
        err = context.err();
        shown = context.terminal().err() && size > 0;
        this.verb = verb;
        this.size = size;
        this.done = done;
    }

    /** So many messages are done: shows it, if it is time. */
    public void messages(long count) {
        if (shown) {
            long now = System.nanoTime();
            if (now - nextNanos >= 0) {
                nextNanos = now + EVERY_NANOS;
                show(text(count, now - start));
            }
        }
    }

    private String text(long count, long nanos) {
        long percent = Math.min(PERCENT, Math.round(PERCENT * (done.getAsLong() / (double) size)));
        long rate = Math.round(count / (nanos / NANOS));
        return percent + " %, " + verb + " " + Amount.of(count, "message") + ", " + rate + "/s";
    }

    /** Takes the line away, before something else is said. */
    public void clear() {
        if (width > 0) {
            show("");
            err.print("\r");
            err.flush();
            width = 0;
        }
    }

    /** Over what is there: blanks do what an escape sequence would, on every kind of terminal. */
    private void show(String text) {
        err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        err.flush();
        width = text.length();
    }
}
