package io.zrs.cli.bag.read;

import io.zrs.bag.BagQuery;

/** How much of the time that was asked for is done, in milliseconds. */
final class CatProgress {
    private static final long NANOS_OF_MILLI = 1_000_000;

    private final long from;
    private long now;

    /** Begins where {@code query} or the recording does, whichever is later. */
    CatProgress(BagQuery query, long start) {
        from = later(query.from(), start);
        now = from;
    }

    /** How much there is in all. */
    static long span(OpenBags bags, BagQuery query) {
        long end = bags.end();
        long until = Long.compareUnsigned(query.until(), end) < 0 ? query.until() : end;
        return (until - later(query.from(), bags.start())) / NANOS_OF_MILLI;
    }

    private static long later(long a, long b) {
        return Long.compareUnsigned(a, b) > 0 ? a : b;
    }

    /** A message of this log time was read. */
    void reached(long logTime) {
        now = logTime;
    }

    long done() {
        return (now - from) / NANOS_OF_MILLI;
    }
}
