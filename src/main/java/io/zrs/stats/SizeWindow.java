package io.zrs.stats;

/**
 * When the latest messages came and how big they were: the mathematics of {@code rostopic bw}.
 *
 * <p>Belongs to one thread at a time.
 */
public final class SizeWindow {
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongRing times;
    private final LongRing sizes;

    /**
     * A window of the latest messages.
     *
     * @param messages how many it looks back, at least 2. ROS takes 100
     */
    public SizeWindow(int messages) {
        if (messages < 2) {
            throw new IllegalArgumentException("a window has at least two messages, not " + messages);
        }
        times = new LongRing(messages);
        sizes = new LongRing(messages);
    }

    /**
     * Takes one message.
     *
     * @param atNanos when it came, a reading of {@link System#nanoTime} or of any other clock in nanoseconds
     * @param bytes its size, 0 or more
     */
    public void add(long atNanos, long bytes) {
        times.add(atNanos);
        sizes.add(bytes);
    }

    /**
     * The bytes per second over the window.
     *
     * @param nowNanos now, by the clock of {@link #add}
     */
    public SizeReport report(long nowNanos) {
        Distribution distribution = Distribution.ofSorting(sizes.toArray());
        int count = distribution.count();
        long elapsed = count == 0 ? 0 : nowNanos - times.get(0);
        boolean enough = count >= 2 && elapsed > 0;
        double rate = enough ? distribution.mean() * count / elapsed * NANOS_PER_SECOND : 0;
        return new SizeReport(enough, rate, distribution);
    }
}
