package io.zrs.top;

import io.zrs.model.Volume;
import io.zrs.stats.CounterRate;
import io.zrs.stats.Throughput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rates of many counters that come and go, from reading to reading. */
final class Rates {
    private Map<List<?>, CounterRate> before = new HashMap<>();
    private Map<List<?>, CounterRate> now = new HashMap<>();

    /**
     * The rate of a counter since the last reading; unknown if it was not in that.
     *
     * @param stamp when it was read, in nanoseconds of the master's clock
     * @param what what is counted
     */
    Throughput next(long stamp, Volume count, Object... what) {
        List<?> key = List.of(what);
        CounterRate rate = before.getOrDefault(key, null);
        if (rate == null) {
            rate = new CounterRate();
        }
        now.put(key, rate);
        return rate.next(stamp, count.messages(), count.bytes());
    }

    /** Ends a reading; counters that were not in it are forgotten. */
    void end() {
        before = now;
        now = new HashMap<>();
    }

    /** Forgets them all: what comes has nothing to do with what was. */
    void restart() {
        before = new HashMap<>();
    }
}
