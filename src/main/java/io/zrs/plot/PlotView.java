package io.zrs.plot;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What of a plot is looked at, and how: the span of time, the range of values, which series. Not for threads in parallel. */
public final class PlotView {
    /** Spans by zoom, in milliseconds. */
    private static final long[] SPANS = {
        10,
        20,
        50,
        100,
        200,
        500,
        1000,
        2000,
        5000,
        10_000,
        20_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        1_200_000,
        1_800_000,
        3_600_000,
        7_200_000,
        14_400_000,
        28_800_000,
        43_200_000,
        86_400_000
    };

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** What of the span one step to the side is. */
    private static final int PAN = 10;

    private final long initialSpan;
    private final Optional<ValueRange> initialRange;
    private final Set<Integer> hidden = new HashSet<>();
    private long span;
    private Optional<ValueRange> range;
    private OptionalLong stopped = OptionalLong.empty();
    private boolean clock;
    private long changes;

    /**
     * A view that follows what comes.
     *
     * @param span how much time it shows, in nanoseconds
     * @param range the values it shows; if empty, what fits
     */
    public PlotView(long span, Optional<ValueRange> range) {
        initialSpan = span;
        initialRange = range;
        this.span = span;
        this.range = range;
    }

    /** The window to be drawn, in so many columns, at a moment: up to it, or to where the view stands still. */
    public TimeWindow window(long nowNanos, int columns) {
        return TimeWindow.endingAt(stopped.orElse(nowNanos), span, columns);
    }

    /** How much time is shown, in nanoseconds. */
    public long span() {
        return span;
    }

    /** The range that stands fixed. */
    public Optional<ValueRange> range() {
        return range;
    }

    /** Whether it stands still. */
    public boolean isPaused() {
        return stopped.isPresent();
    }

    /** The moment at the right edge. */
    public long end(long nowNanos) {
        return stopped.orElse(nowNanos);
    }

    /** Whether the time axis shows the time of day. */
    public boolean isClock() {
        return clock;
    }

    /** Whether a series, counted from 0, is shown. */
    public boolean shows(int series) {
        return !hidden.contains(series);
    }

    /** A number that grows with every change. */
    public long changes() {
        return changes;
    }

    /** Stands still, or goes on. */
    public void pause(long nowNanos) {
        stopped = isPaused() ? OptionalLong.empty() : OptionalLong.of(nowNanos);
        changes++;
    }

    /** Shows less time, or more. A view that stands still keeps its middle, another its end. */
    public void zoom(boolean in, long nowNanos) {
        long before = span;
        span = in ? shorter() : longer();
        if (isPaused()) {
            long middle = stopped.getAsLong() - before / 2;
            stopped = OptionalLong.of(Math.min(nowNanos, middle + span / 2));
        }
        changes++;
    }

    private long shorter() {
        for (int i = SPANS.length - 1; i >= 0; i--) {
            if (SPANS[i] * NANOS_PER_MILLI < span) {
                return SPANS[i] * NANOS_PER_MILLI;
            }
        }
        return span;
    }

    private long longer() {
        for (long each : SPANS) {
            if (each * NANOS_PER_MILLI > span) {
                return each * NANOS_PER_MILLI;
            }
        }
        return span;
    }

    /** Looks a tenth of the span back, or forward; stands still from then on. */
    public void pan(boolean back, long nowNanos) {
        long end = end(nowNanos) + (back ? -1 : 1) * Math.max(1, span / PAN);
        stopped = OptionalLong.of(Math.max(0, Math.min(end, nowNanos)));
        changes++;
    }

    /** Keeps this range, or fits what comes if one is kept. */
    public void fix(ValueRange current) {
        range = range.isPresent() ? Optional.empty() : Optional.of(current);
        changes++;
    }

    /** Moves a range that stands fixed a tenth up or down; fixes it first. */
    public void lift(boolean up, ValueRange current) {
        ValueRange from = range.orElse(current);
        double step = (from.high() / PAN - from.low() / PAN) * (up ? 1 : -1);
        range = Optional.of(ValueRange.of(from.low() + step, from.high() + step));
        changes++;
    }

    /** Shows the time of day, or how long ago it was. */
    public void turnClock() {
        clock = !clock;
        changes++;
    }

    /** Shows a series, counted from 0, or hides it. */
    public void toggle(int series) {
        if (!hidden.remove(series)) {
            hidden.add(series);
        }
        changes++;
    }

    /** Everything as it was at first. */
    public void reset() {
        span = initialSpan;
        range = initialRange;
        stopped = OptionalLong.empty();
        clock = false;
        hidden.clear();
        changes++;
    }
}
