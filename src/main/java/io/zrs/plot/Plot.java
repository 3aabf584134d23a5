package io.zrs.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is plotted. Not for threads in parallel. */
public final class Plot {
    /** More series than these could not be told apart; also, each has a mark of one character. */
    public static final int MOST_SERIES = 35;

    private final List<Series> series = new ArrayList<>();
    private long changes;

    /** Adds a series; there are at most {@link #MOST_SERIES}. */
    public Series add(String name) {
        Series added = new Series(name);
        series.add(added);
        changes++;
        return added;
    }

    /** Adds a sample; as {@link Series#add}. */
    public void sample(Series to, long nanos, double value) {
        to.add(nanos, value);
        changes++;
    }

    /** Whether no more series fit. */
    public boolean isFull() {
        return series.size() >= MOST_SERIES;
    }

    /** All of them, in the order in which they were added. */
    public List<Series> series() {
        return Collections.unmodifiableList(series);
    }

    /** A number that grows with every change. */
    public long changes() {
        return changes;
    }

    /** How many samples there are in all. */
    public long samples() {
        long all = 0;
        for (Series each : series) {
            all += each.count();
        }
        return all;
    }
}
