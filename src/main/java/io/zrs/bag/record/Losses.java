package io.zrs.bag.record;

import io.zrs.bag.BagMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Messages that could not be taken, by topic: those not yet written down, and how many in all. Any thread may use it. */
final class Losses {
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private long from;
    private long until;
    private long total;
    private final List<BagMetadata> away = new ArrayList<>();

    /** So many messages of a topic were lost within a time, in nanoseconds since 1970. */
    synchronized void add(String topic, long count, long since, long to) {
        from = counts.isEmpty() ? since : Math.min(from, since);
        until = counts.isEmpty() ? to : Math.max(until, to);
        counts.merge(topic, count, Long::sum);
        total += count;
    }

    /** No master was there within a time, in nanoseconds since 1970: nobody knows what was lost. */
    synchronized void away(long since, long to) {
        away.add(new BagMetadata(BagMetadata.AWAY, span(since, to)));
    }

    private static SortedMap<String, String> span(long since, long to) {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("from", Long.toString(since));
        values.put("until", Long.toString(to));
        return values;
    }

    /** How many messages there were in all. */
    synchronized long total() {
        return total;
    }

    /** What is to be written down, as metadata; from then on it is. */
    synchronized List<BagMetadata> take() {
        List<BagMetadata> untold = new ArrayList<>(away);
        away.clear();
        if (counts.isEmpty()) {
            return untold;
        }
        SortedMap<String, String> values = span(from, until);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            values.put(BagMetadata.LOSS_TOPIC + count.getKey(), Long.toString(count.getValue()));
        }
        counts.clear();
        untold.add(new BagMetadata(BagMetadata.LOSS, values));
        return untold;
    }

    /** Whether something is to be written down. */
    synchronized boolean isUntold() {
        return !counts.isEmpty() || !away.isEmpty();
    }

    /** Leaves out what happened before a time: it is of no recording. */
    synchronized void forgetBefore(long time) {
        if (!counts.isEmpty() && until < time) {
            counts.clear();
        }
        away.removeIf(span -> Long.parseLong(span.values().get("until")) < time);
    }
}
