package io.zrs.stats;

/**
 * How much passed between two readings of counters.
 *
 * @param known whether there is anything to say; if not, both rates are 0
 * @param messagesPerSecond messages per second
 * @param bytesPerSecond bytes per second
 */
public record Throughput(boolean known, double messagesPerSecond, double bytesPerSecond) {
    /** No rate: there is no earlier reading to compare with. */
    public static final Throughput UNKNOWN = new Throughput(false, 0, 0);
}
