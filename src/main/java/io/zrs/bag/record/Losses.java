package io.zrs.bag.record;

import io.zrs.bag.BagMetadata;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Messages that could not be taken, by topic: those not yet written down, and how many in all. Any thread may use it. */
final class Losses {
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private long from;
    private long until;
    private long total;

    /** So many messages of a topic were lost within a time, in nanoseconds since 1970. */
    synchronized void add(String topic, long count, long since, long to) {
        from = counts.isEmpty() ? since : Math.min(from, since);
        until = counts.isEmpty() ? to : Math.max(until, to);
        counts.merge(topic, count, Long::sum);
        total += count;
    }

    /** How many messages there were in all. */
    synchronized long total() {
        return total;
    }

    /** What is to be written down, as metadata; from then on it is. */
    synchronized Optional<BagMetadata> take() {
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, String> values = new TreeMap<>();
        values.put("from", Long.toString(from));
        values.put("until", Long.toString(until));
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            values.put(BagMetadata.LOSS_TOPIC + count.getKey(), Long.toString(count.getValue()));
        }
        counts.clear();
        return Optional.of(new BagMetadata(BagMetadata.LOSS, values));
    }

    /** Whether something is to be written down. */
    synchronized boolean isUntold() {
        return !counts.isEmpty();
    }

    /** Leaves out what happened before a time: it is of no recording. */
    synchronized void forgetBefore(long time) {
        if (!counts.isEmpty() && until < time) {
            counts.clear();
        }
    }
}
