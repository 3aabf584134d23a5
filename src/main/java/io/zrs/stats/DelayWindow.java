package io.zrs.stats;

/**
 * How old the latest messages were when they came: the mathematics of {@code rostopic delay}.
 *
 * <p>Belongs to one thread at a time.
 */
public final class DelayWindow {
    private final LongRing delays;
    private boolean news;

    /**
     * A window of the latest messages.
     *
     * @param messages how many it looks back, at least 1. ROS 1 takes 50000
     */
    public DelayWindow(int messages) {
        delays = new LongRing(messages);
    }

    /**
     * Takes the delay of one message.
     *
     * @param nanos when it came less when it was stamped; below 0 where the two clocks disagree
     */
    public void add(long nanos) {
        delays.add(nanos);
        news = true;
    }

    /** The delays over the window. What comes after this call is news to the next report. */
    public DelayReport report() {
        Freshness freshness = delays.size() == 0 ? Freshness.TOO_FEW : news ? Freshness.FRESH : Freshness.STALE;
        news = false;
        return new DelayReport(freshness, Distribution.ofSorting(delays.toArray()));
    }
}
