package io.zrs.top;

import java.util.Arrays;

/** A rate over the last minute, second by second. */
final class RateHistory {
    /** How far back it goes. */
    static final int SECONDS = 60;

    private static final long MILLIS = 1000;

    private final double[] rates = new double[SECONDS];
    private long latest = Long.MIN_VALUE;

    RateHistory() {
        Arrays.fill(rates, Double.NaN);
    }

    /**
     * Adds a rate that held since the one before.
     *
     * @param millis now; of several in one second the highest stays
     * @param rate not a number if it is not known
     */
    void add(long millis, double rate) {
        long second = Math.floorDiv(millis, MILLIS);
        if (second == latest) {
            int slot = slot(second);
            rates[slot] = rates[slot] >= rate || Double.isNaN(rate) ? rates[slot] : rate;
            return;
        }
        boolean continued = latest != Long.MIN_VALUE && second > latest;
        if (!continued || second - latest > SECONDS) {
            Arrays.fill(rates, Double.NaN);
        }
        for (long at = continued ? Math.max(latest + 1, second - SECONDS + 1) : second; at <= second; at++) {
            rates[slot(at)] = rate;
        }
        latest = second;
    }

    private static int slot(long second) {
        return (int) Math.floorMod(second, (long) SECONDS);
    }

    /** The rates, the latest last; not a number where there is none. */
    double[] rates() {
        double[] ordered = new double[SECONDS];
        int first = latest == Long.MIN_VALUE ? 0 : slot(latest + 1);
        System.arraycopy(rates, first, ordered, 0, SECONDS - first);
        System.arraycopy(rates, 0, ordered, SECONDS - first, first);
        return ordered;
    }
}
