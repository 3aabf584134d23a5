package io.zrs.stats;

import java.util.Arrays;

/**
 * How numbers are spread. Their unit is that of the numbers: nanoseconds for times, bytes for sizes.
 *
 * <p>The percentiles are exact, by nearest rank: the smallest number that at least so many of a hundred do not exceed,
 * so always one that occurred (Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996, definition 1).
 *
 * @param count how many there are; with 0, all the others are 0
 * @param min the smallest
 * @param max the largest
 * @param mean their sum by their count
 * @param deviation the population's standard deviation, as ROS has it
 * @param p50 the median
 * @param p95 the 95th percentile
 * @param p99 the 99th percentile
 */
public record Distribution(int count, long min, long max, double mean, double deviation, long p50, long p95, long p99) {
    /** The distribution of no numbers. */
    public static final Distribution EMPTY = new Distribution(0, 0, 0, 0, 0, 0, 0, 0);

    /** The distribution of {@code values}, any longs at all; sorts the array. */
    static Distribution ofSorting(long[] values) {
        int count = values.length;
        if (count == 0) {
            return EMPTY;
        }
        Arrays.sort(values);
        long pivot = percentile(values, 50);
        double sum = 0;
        double squares = 0;
        for (long value : values) {
            double distance = distance(value, pivot);
            sum += distance;
            squares += distance * distance;
        }
        // Chan, Golub and LeVeque's shifted sums (1983). The mean is at most one deviation away from the median, so no
        // digits cancel, however far the numbers are from 0.
        double variance = (squares - sum * sum / count) / count;
        return new Distribution(
                count,
                values[0],
                values[count - 1],
                pivot + sum / count,
                Math.sqrt(Math.max(0, variance)),
                percentile(values, 50),
                percentile(values, 95),
                percentile(values, 99));
    }

    /** {@code value - pivot}, exact wherever it fits a long. */
    private static double distance(long value, long pivot) {
        long difference = value - pivot;
        boolean overflowed = ((value ^ pivot) & (value ^ difference)) < 0;
        return overflowed ? (double) value - pivot : difference;
    }

    private static long percentile(long[] sorted, int percent) {
        long rank = ((long) percent * sorted.length + 99) / 100;
        return sorted[(int) rank - 1];
    }
}
