package io.zrs.bag.record;

/**
 * Time cut into pieces of one length, counted from a start; so that files end at round times and not later with each one.
 *
 * @param start in nanoseconds since 1970
 * @param nanos how long each is; {@link Long#MAX_VALUE} for one that never ends
 */
record Spans(long start, long nanos) {
    /** When the one ends that a time is in. */
    long end(long time) {
        return nanos == Long.MAX_VALUE ? nanos : start + (Math.floorDiv(time - start, nanos) + 1) * nanos;
    }
}
