package io.zrs.plot;

/**
 * Numbers over time in bounded memory: some 2 MiB at most, for days of samples. Recent ones are kept singly, older ones as the
 * least and the greatest of ever longer moments, so that no spike is ever lost. Not for threads in parallel.
 */
public final class Series {
    /** A quarter of a millisecond: the samples of 4 kHz are told apart for a second. */
    private static final long FINEST = 1 << 18;

    private static final int LEVELS = 10;
    private static final int FACTOR = 4;

    private String name;
    private final Level[] levels = new Level[LEVELS];
    private long count;
    private long lastNanos;
    private double last = Double.NaN;

    /** An empty one; its name may come from anywhere. */
    public Series(String name) {
        this.name = name;
        long width = FINEST;
        for (int i = 0; i < LEVELS; i++) {
            levels[i] = new Level(width);
            width *= FACTOR;
        }
    }

    /**
     * Adds a sample.
     *
     * @param nanos when it was, in nanoseconds since 1970; not before 1970
     * @param value finite
     */
    public void add(long nanos, double value) {
        for (Level level : levels) {
            level.add(nanos, value);
        }
        count++;
        lastNanos = nanos;
        last = value;
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** Calls it otherwise. */
    public void rename(String other) {
        name = other;
    }

    /** How many samples were added. */
    public long count() {
        return count;
    }

    /** The sample that was added last; NaN if there is none. */
    public double last() {
        return last;
    }

    /** When it was, in nanoseconds since 1970. */
    public long lastNanos() {
        return lastNanos;
    }

    /** What there is to draw of it in a window of time. */
    public Trace trace(TimeWindow window) {
        return new Trace(level(window.from()), window);
    }

    /** The finest that knows all of the window. */
    private Level level(long from) {
        for (Level level : levels) {
            if (level.reaches(from)) {
                return level;
            }
        }
        return levels[LEVELS - 1];
    }
}
