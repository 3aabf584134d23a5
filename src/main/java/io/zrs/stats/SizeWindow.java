package io.zrs.stats;

/**
 * When the latest messages came and how big they were: the mathematics of {@code rostopic bw}.
 *
 * <p>Belongs to one thread at a time.
 */
public final class SizeWindow {
    private static final double NANOS_PER_SECOND = 1e9;

    /** What a span of time may hold, for the sake of memory. */
    private static final int MOST_IN_SPAN = 1 << 20;

    private final int messages;
    private final long spanNanos;
    private final LongRing times;
    private final LongRing sizes;

    /**
     * A window of the latest messages.
     *
     * @param messages how many it looks back, at least 2. ROS takes 100
     */
    public SizeWindow(int messages) {
        this(messages, messages, 0);
    }

    private SizeWindow(int messages, int most, long spanNanos) {
        if (messages < 2) {
            throw new IllegalArgumentException("a window has at least two messages, not " + messages);
        }
        this.messages = messages;
        this.spanNanos = spanNanos;
        times = new LongRing(most);
        sizes = new LongRing(most);
    }

    /**
     * A window of the latest messages, or of all that came within a time before the last one, whichever are more: where
     * messages come in bursts, a few of them say nothing about the rate.
     *
     * @param messages as for the constructor; no more than 2^20
     * @param nanos the time in nanoseconds; of more than 2^20 messages the latest count
     */
    public static SizeWindow spanning(int messages, long nanos) {
        return new SizeWindow(messages, MOST_IN_SPAN, nanos);
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
        while (times.size() > messages && atNanos - times.get(0) > spanNanos) {
            times.removeOldest();
            sizes.removeOldest();
        }
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
