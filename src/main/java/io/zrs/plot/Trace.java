package io.zrs.plot;

import java.util.Arrays;

/**
 * What there is to draw of a series: for each column the first, the last, the least and the greatest sample. A line through
 * those four covers what a line through every sample would.
 */
public final class Trace {
    /** A line is broken where samples are missing for so many times as long as usual, ... */
    private static final int GAP_FACTOR = 5;

    /** ... but not for what is a stumble. */
    private static final long LEAST_GAP_NANOS = 250_000_000;

    /** So many samples around the window tell what is usual where it has few. */
    private static final int AROUND = 8;

    /** Fewer columns beside each other are drawn as lines. */
    private static final int LEAST_BAND = 4;

    private final Level level;
    private final TimeWindow window;
    private final int begin;
    private final int end;
    private final int[] firstBucket;
    private final int[] lastBucket;
    private final double[] first;
    private final double[] last;
    private final double[] least;
    private final double[] most;
    private long gap = -1;

    Trace(Level level, TimeWindow window) {
        this.level = level;
        this.window = window;
        firstBucket = new int[window.columns()];
        lastBucket = new int[window.columns()];
        first = new double[window.columns()];
        last = new double[window.columns()];
        least = new double[window.columns()];
        most = new double[window.columns()];
        Arrays.fill(firstBucket, -1);
        begin = level.from(window.from());
        int bucket = begin;
        while (bucket < level.size() && level.firstNanos(bucket) < window.to()) {
            take(bucket++);
        }
        end = bucket;
    }

    /** A bucket over several columns is first in one and last in another; its spikes are in between. */
    private void take(int bucket) {
        int from = (int) Math.max(0, window.column(level.firstNanos(bucket)));
        int to = (int) Math.min(window.columns() - 1L, window.column(level.lastNanos(bucket)));
        int middle = (from + to) / 2;
        point(from, bucket, level.first(bucket));
        if (middle > from) {
            point(middle, bucket, level.least(bucket));
        }
        least[middle] = Math.min(least[middle], level.least(bucket));
        most[middle] = Math.max(most[middle], level.most(bucket));
        point(to, bucket, level.last(bucket));
    }

    private void point(int column, int bucket, double value) {
        if (firstBucket[column] < 0) {
            firstBucket[column] = bucket;
            first[column] = value;
            least[column] = value;
            most[column] = value;
        }
        lastBucket[column] = bucket;
        last[column] = value;
        least[column] = Math.min(least[column], value);
        most[column] = Math.max(most[column], value);
    }

    /** Whether there is anything in the window. */
    public boolean isEmpty() {
        return begin == end;
    }

    /** Whether a column has samples. */
    public boolean has(int column) {
        return firstBucket[column] >= 0;
    }

    /** The least sample of a column that has some. */
    public double least(int column) {
        return least[column];
    }

    /** The greatest sample of a column that has some. */
    public double most(int column) {
        return most[column];
    }

    /** The earliest sample of a column that has some. */
    public double first(int column) {
        return first[column];
    }

    /** The latest sample of a column that has some. */
    public double last(int column) {
        return last[column];
    }

    /** The latest sample of all; only if there is one. */
    public double last() {
        return level.last(end - 1);
    }

    /** The least sample of all; infinite if there is none. */
    public double least() {
        double all = Double.POSITIVE_INFINITY;
        for (int bucket = begin; bucket < end; bucket++) {
            all = Math.min(all, level.least(bucket));
        }
        return all;
    }

    /** The greatest sample of all; infinite if there is none. */
    public double most() {
        double all = Double.NEGATIVE_INFINITY;
        for (int bucket = begin; bucket < end; bucket++) {
            all = Math.max(all, level.most(bucket));
        }
        return all;
    }

    /** Draws it, with the ways over the edges of the window. */
    public void draw(Pen pen) {
        boolean entered = begin > 0 && begin < level.size() && !isGap(begin);
        if (entered) {
            pen.move(window.position(level.lastNanos(begin - 1)), level.last(begin - 1));
            pen.line(window.position(level.firstNanos(begin)), level.first(begin));
        }
        if (isEmpty()) {
            return;
        }
        int before = -1;
        int column = 0;
        while (column < window.columns()) {
            if (has(column)) {
                boolean joined = before < 0
                        ? entered
                        : firstBucket[column] == lastBucket[before] || !anyGap(lastBucket[before], firstBucket[column]);
                before = columns(pen, column, joined);
                column = before;
            }
            column++;
        }
        if (end < level.size() && !isGap(end)) {
            pen.line(window.position(level.firstNanos(end)), level.first(end));
        }
    }

    /** Draws from a column on, one or an area of several, and tells the last of them. */
    private int columns(Pen pen, int column, boolean joined) {
        int to = pen.isBand(this, column) ? bandEnd(pen, column) : column;
        double x = column + 0.5;
        if (joined) {
            pen.line(x, first(column));
        } else if (to == column) {
            pen.move(x, first(column));
        }
        if (to > column) {
            pen.band(this, column, to);
            return to;
        }
        boolean falling = first(column) > last(column);
        pen.line(x, falling ? most[column] : least[column]);
        pen.line(x, falling ? least[column] : most[column]);
        pen.line(x, last(column));
        return column;
    }

    /** The last of the columns from this one on that lines would fill; the same if they are too few to matter. */
    private int bandEnd(Pen pen, int column) {
        int to = column;
        while (to + 1 < window.columns()
                && has(to + 1)
                && pen.isBand(this, to + 1)
                && overlap(to)
                && (firstBucket[to + 1] == lastBucket[to] || !anyGap(lastBucket[to], firstBucket[to + 1]))) {
            to++;
        }
        return to - column + 1 < LEAST_BAND ? column : to;
    }

    /** Whether a column and the next have half of the lower one in common: a steep line has less. */
    private boolean overlap(int column) {
        double common = Math.min(most[column], most[column + 1]) / 2 - Math.max(least[column], least[column + 1]) / 2;
        double lower = Math.min(most[column] / 2 - least[column] / 2, most[column + 1] / 2 - least[column + 1] / 2);
        return common >= lower / 2;
    }

    private boolean anyGap(int from, int to) {
        for (int bucket = from + 1; bucket <= to; bucket++) {
            if (isGap(bucket)) {
                return true;
            }
        }
        return false;
    }

    /** Whether samples are missing before a bucket. */
    private boolean isGap(int bucket) {
        long pause = level.firstNanos(bucket) - level.lastNanos(bucket - 1);
        return pause > LEAST_GAP_NANOS && pause > gap();
    }

    /** Half of the pauses between samples are as long as usual or shorter. */
    private long gap() {
        if (gap < 0) {
            int from = Math.max(1, begin - AROUND);
            int to = Math.min(level.size(), end + AROUND);
            long[] pauses = new long[Math.max(0, to - from)];
            for (int i = 0; i < pauses.length; i++) {
                pauses[i] = level.firstNanos(from + i) - level.lastNanos(from + i - 1);
            }
            Arrays.sort(pauses);
            gap = pauses.length < 2 ? Long.MAX_VALUE : GAP_FACTOR * pauses[(pauses.length - 1) / 2];
        }
        return gap;
    }

    /** Draws a line, broken or not. */
    public interface Pen {
        /** Begins at a place: columns from the left edge of the window, and a value. */
        void move(double x, double value);

        /** Draws a straight line to a place, which may be outside. */
        void line(double x, double value);

        /** Whether it would rather draw a column as an area from its least to its greatest sample. */
        default boolean isBand(Trace trace, int column) {
            return false;
        }

        /** Draws columns as such areas; a line goes on at the last sample of the last one. */
        default void band(Trace trace, int from, int to) {
            throw new UnsupportedOperationException();
        }
    }
}
