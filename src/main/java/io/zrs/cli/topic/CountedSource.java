package io.zrs.cli.topic;

import io.zrs.client.MasterClient;
import io.zrs.client.TopicReading;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.ZrsException;
import io.zrs.stats.CounterRate;
import io.zrs.stats.Throughput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Numbers out of the master's counters, without receiving a message. Bears a master that goes away and comes back. */
final class CountedSource implements Source {
    private static final double NANOS = 1e9;

    private final MasterClient master;
    private final Set<TopicName> named;
    private final boolean all;
    private final boolean bytes;
    private final Consumer<String> note;
    private final Map<TopicName, CounterRate> rates = new HashMap<>();
    private final Set<TopicName> announced;
    private final List<TopicName> unannounced;
    private long stamp;
    private boolean gone;

    /**
     * Reads the counters once, as the beginning of the first interval.
     *
     * @param named the topics to look at
     * @param all whether to look at all others as well
     * @param bytes whether bandwidth is wanted, not the rate
     * @param note for a line on standard error
     * @throws ZrsException {@link ErrorCode#REFUSED} if it is an original master
     */
    CountedSource(MasterClient master, Set<TopicName> named, boolean all, boolean bytes, Consumer<String> note) {
        this.master = master;
        this.named = named;
        this.all = all;
        this.bytes = bytes;
        this.note = note;
        announced = new HashSet<>(named);
        unannounced = new ArrayList<>(named);
        take(master.readTopics());
    }

    @Override
    public String introduction() {
        return "counted by the master:";
    }

    @Override
    public List<TopicName> found() {
        List<TopicName> found = List.copyOf(unannounced);
        unannounced.clear();
        return found;
    }

    @Override
    public void turn() {
        // The master counts, whether anybody looks or not.
    }

    @Override
    public List<Reading> read() {
        try {
            List<Reading> readings = take(master.readTopics());
            gone = false;
            return readings;
        } catch (ZrsException e) {
            if (e.code() != ErrorCode.NO_MASTER) {
                throw e;
            }
            if (!gone) {
                gone = true;
                note.accept("the master at " + master.master() + " is gone; waiting for it");
            }
            // Its successor counts from 0.
            rates.clear();
            return List.of();
        }
    }

    private List<Reading> take(TopicReading reading) {
        double seconds = (reading.stamp() - stamp) / NANOS;
        stamp = reading.stamp();
        List<Reading> readings = new ArrayList<>();
        for (TopicStatus topic : reading.topics()) {
            if (named.contains(topic.topic()) || all && topic.published()) {
                readings.add(
                        new Reading(topic.topic(), new CountedFigures(rate(topic, reading.stamp()), seconds, bytes)));
            }
        }
        return readings;
    }

    private Throughput rate(TopicStatus topic, long at) {
        CounterRate rate = rates.get(topic.topic());
        if (rate == null) {
            rate = new CounterRate();
            rates.put(topic.topic(), rate);
        }
        return rate.next(at, topic.in().messages(), topic.in().bytes());
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public long lost() {
        return 0;
    }

    @Override
    public void close() {
        master.close();
    }
}
