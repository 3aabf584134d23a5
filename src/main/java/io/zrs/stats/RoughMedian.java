package io.zrs.stats;

import java.util.Map;
import java.util.TreeMap;

/**
 * The median of any number of whole numbers from 0 up, in memory that has a bound: exact to a thousandth of its value, and
 * nearly always much better, as it is the mean of those that differ by less than that.
 */
public final class RoughMedian {
    private static final int BITS = 10;

    private final Map<Integer, Cell> cells = new TreeMap<>();
    private long count;

    /** The numbers that begin with the same {@value #BITS} bits behind the first. */
    private static final class Cell {
        private long count;
        private double sum;
    }

    /** Takes a number. */
    public void add(long value) {
        Cell cell = cells.computeIfAbsent(key(value), key -> new Cell());
        cell.count++;
        cell.sum += value;
        count++;
    }

    /** Ascends with the value. */
    private static int key(long value) {
        int excess = Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(value);
        return excess <= 0 ? (int) value : (excess << BITS) + (int) (value >>> excess);
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    /** The median, of an even count the lower of the two in the middle; 0 if there are none. */
    public double value() {
        long rank = (count + 1) / 2;
        for (Cell cell : cells.values()) {
            rank -= cell.count;
            if (rank <= 0) {
                return cell.sum / cell.count;
            }
        }
        return 0;
    }
}
