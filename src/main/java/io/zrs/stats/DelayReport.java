package io.zrs.stats;

/**
 * How old messages are when they arrive.
 *
 * @param freshness what the numbers rest on; they are all 0 for {@link Freshness#TOO_FEW}
 * @param delays the delays in nanoseconds; its count is the window
 */
public record DelayReport(Freshness freshness, Distribution delays) {
    /** How many messages the numbers are about. */
    public int window() {
        return delays.count();
    }
}
