package io.zrs.stats;

/**
 * How often messages arrive.
 *
 * @param freshness what the numbers rest on; they are all 0 for {@link Freshness#TOO_FEW}, and always finite
 * @param window how many messages they are about: one more than the intervals, as {@code rostopic hz} counts; 0 or 1
 *     for {@link Freshness#TOO_FEW}
 * @param perSecond messages per second: the intervals' count by their sum; 0 if all came at the same nanosecond
 * @param intervals the intervals between consecutive messages, in nanoseconds
 * @param jitterNanos the mean absolute difference of consecutive intervals, in nanoseconds: 0 for a steady beat however
 *     slow. Not RFC 3550's smoothed estimate, which needs to know when each message was sent
 */
public record RateReport(
        Freshness freshness, int window, double perSecond, Distribution intervals, double jitterNanos) {}
