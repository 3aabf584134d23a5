package io.zrs.stats;

/**
 * Rates out of counters that somebody else keeps and that only ever grow, such as the master's.
 *
 * <p>Belongs to one thread at a time.
 */
public final class CounterRate {
    private static final double NANOS_PER_SECOND = 1e9;

    private boolean started;
    private long at;
    private long messages;
    private long bytes;

    /**
     * Takes a reading and compares it with the one before.
     *
     * @param atNanos when it was read, by {@link System#nanoTime} or any other clock in nanoseconds
     * @param messages the count of messages so far, 0 or more
     * @param bytes the count of bytes so far, 0 or more
     * @return the rates since the reading before; {@link Throughput#UNKNOWN} for the first one, after a counter went
     *     back (who kept it has restarted), and if no time has passed
     */
    public Throughput next(long atNanos, long messages, long bytes) {
        long elapsed = atNanos - at;
        boolean continued = started && elapsed >= 0 && messages >= this.messages && bytes >= this.bytes;
        if (continued && elapsed == 0) {
            // The older reading stays the one to compare with, or what was counted in no time would never show.
            return Throughput.UNKNOWN;
        }
        Throughput throughput = continued
                ? new Throughput(
                        true,
                        (messages - this.messages) * NANOS_PER_SECOND / elapsed,
                        (bytes - this.bytes) * NANOS_PER_SECOND / elapsed)
                : Throughput.UNKNOWN;
        started = true;
        at = atNanos;
        this.messages = messages;
        this.bytes = bytes;
        return throughput;
    }
}
