package io.zrs.cli.plot;

import io.zrs.cli.command.Context;
import io.zrs.output.Amount;
import java.io.PrintWriter;

/** A line on a terminal's standard error about how far it is; elsewhere nothing. It is gone in the end. */
final class ProgressDisplay implements Display {
    private static final long EVERY_NANOS = 250_000_000;
    private static final long SECOND = 1_000_000_000;

    private final PrintWriter err;
    private final Notes notes;
    private final boolean seen;
    private final PlotSource source;
    private final long limitNanos;
    private final long wanted;
    private long start;
    private long shown;
    private int width;
    private boolean begun;

    /** Up to a time, and so many samples; the greatest number is for none. */
    ProgressDisplay(Context context, Notes notes, PlotSource source, long limitNanos, long wanted) {
        err = context.err();
        this.notes = notes;
        seen = context.terminal().err();
        this.source = source;
        this.limitNanos = limitNanos;
        this.wanted = wanted;
    }

    @Override
    public boolean turn(long clockNanos) {
        if (!begun) {
            begun = true;
            start = clockNanos;
            shown = clockNanos;
        }
        if (seen && clockNanos - shown >= EVERY_NANOS) {
            shown = clockNanos;
            show(text(clockNanos - start));
        }
        return true;
    }

    private String text(long nanos) {
        String time = nanos / SECOND + (limitNanos < Long.MAX_VALUE ? " of " + limitNanos / SECOND : "") + " s, ";
        String samples = Amount.of(source.samples(), "sample") + (wanted < Long.MAX_VALUE ? " of " + wanted : "");
        String without = source.without() == 0 ? "" : ", " + Amount.of(source.without(), "message") + " without";
        return time
                + samples
                + without
                + (limitNanos == Long.MAX_VALUE && wanted == Long.MAX_VALUE ? "; Ctrl-C ends it" : "");
    }

    /** Over what is there: blanks do what an escape sequence would, on every kind of terminal. */
    private void show(String text) {
        // What was said in between stands above.
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
        }
        notes.release();
        notes.hold();
        err.print(text);
        err.flush();
        width = text.length();
    }

    @Override
    public void close() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
        }
        notes.release();
    }
}
