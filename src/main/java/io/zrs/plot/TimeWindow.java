package io.zrs.plot;

/**
 * A stretch of time in columns of one width.
 *
 * @param from when it begins, in nanoseconds since 1970
 * @param width the width of a column in nanoseconds, at least 1
 * @param columns how many there are, at least 1
 */
public record TimeWindow(long from, long width, int columns) {
    /**
     * The one that holds this span up to a moment, and as little more that columns begin at the same times whatever the
     * moment: what is drawn moves by whole columns, and does not flicker.
     */
    public static TimeWindow endingAt(long nanos, long span, int columns) {
        int whole = Math.max(1, columns - 1);
        long width = Math.max(1, (span + whole - 1) / whole);
        long end = Math.floorDiv(nanos, width) + 1;
        return new TimeWindow((end - columns) * width, width, columns);
    }

    /** When it ends: the first moment behind it. */
    public long to() {
        return from + width * columns;
    }

    /** The column of a moment; less than 0 or {@link #columns} and more where that is outside. */
    long column(long nanos) {
        return Math.floorDiv(nanos - from, width);
    }

    /** Where a moment is, in columns from the left edge. */
    double position(long nanos) {
        return (double) (nanos - from) / width;
    }
}
