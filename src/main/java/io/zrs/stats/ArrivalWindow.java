package io.zrs.stats;

/**
 * When the latest messages came, and so how often they come: the mathematics of {@code rostopic hz}.
 *
 * <p>Belongs to one thread at a time.
 */
public final class ArrivalWindow {
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongRing intervals;
    private boolean started;
    private boolean news;
    private long last;

    /**
     * A window of the latest messages.
     *
     * @param messages how many it looks back, at least 2: one more than it has intervals. ROS 1 takes 50000
     */
    public ArrivalWindow(int messages) {
        if (messages < 2) {
            throw new IllegalArgumentException("a window has at least two messages, not " + messages);
        }
        intervals = new LongRing(messages - 1);
    }

    /**
     * Takes the arrival of one message. A time before the previous one starts the window over, as a ROS clock that was
     * reset does.
     *
     * @param atNanos a reading of {@link System#nanoTime}, or of any other clock in nanoseconds
     */
    public void add(long atNanos) {
        long interval = atNanos - last;
        if (started && interval >= 0) {
            intervals.add(interval);
        } else {
            intervals.clear();
        }
        started = true;
        news = true;
        last = atNanos;
    }

    /** The rate over the window. What comes after this call is news to the next report. */
    public RateReport report() {
        int count = intervals.size();
        if (count == 0) {
            return new RateReport(Freshness.TOO_FEW, started ? 1 : 0, 0, Distribution.EMPTY, 0);
        }
        Freshness freshness = news ? Freshness.FRESH : Freshness.STALE;
        news = false;
        Distribution distribution = Distribution.ofSorting(intervals.toArray());
        double mean = distribution.mean();
        return new RateReport(freshness, count + 1, mean > 0 ? NANOS_PER_SECOND / mean : 0, distribution, jitter());
    }

    private double jitter() {
        int differences = intervals.size() - 1;
        double sum = 0;
        for (int i = 0; i < differences; i++) {
            sum += Math.abs(intervals.get(i + 1) - intervals.get(i));
        }
        return differences == 0 ? 0 : sum / differences;
    }
}
