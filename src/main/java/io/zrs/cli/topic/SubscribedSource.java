package io.zrs.cli.topic;

import io.zrs.cli.command.MasterWatch;
import io.zrs.cli.topic.Arrivals.Arrival;
import io.zrs.client.Node;
import io.zrs.client.Subscription;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Numbers out of messages that are received. Topics may be added from another thread. */
final class SubscribedSource implements Source {
    private final Node node;
    private final Supplier<Meter> meters;
    private final Predicate<Message> filter;
    private final LongSupplier clock;
    private final MasterWatch watch;
    private final Arrivals arrivals;
    private final Map<TopicName, Channel> channels = new LinkedHashMap<>();
    private final List<TopicName> unannounced = new ArrayList<>();

    private record Channel(Meter meter, Subscription subscription) {}

    /**
     * Receives on {@code node}, which belongs to it from now on.
     *
     * @param meters makes what measures a topic
     * @param filter which messages count
     * @param clock the meters' clock, in nanoseconds
     * @param watch tells if the master goes, which no figure says
     */
    SubscribedSource(
            Node node, Supplier<Meter> meters, Predicate<Message> filter, LongSupplier clock, MasterWatch watch) {
        this.node = node;
        this.meters = meters;
        this.filter = filter;
        this.clock = clock;
        this.watch = watch;
        arrivals = new Arrivals(clock);
    }

    /** Looks at one more topic, unless it does so already. */
    void add(TopicName topic) {
        if (isKnown(topic)) {
            return;
        }
        Meter meter = meters.get();
        // Not under the lock: this waits for the master, and reports must not.
        Subscription subscription = node.subscribe(topic, message -> arrivals.add(meter, message));
        synchronized (this) {
            channels.put(topic, new Channel(meter, subscription));
            unannounced.add(topic);
        }
    }

    private synchronized boolean isKnown(TopicName topic) {
        return channels.containsKey(topic);
    }

    @Override
    public String introduction() {
        return "subscribed to";
    }

    @Override
    public synchronized List<TopicName> found() {
        List<TopicName> found = List.copyOf(unannounced);
        unannounced.clear();
        return found;
    }

    @Override
    public void turn() {
        watch.look();
        for (Arrival arrival : arrivals.take()) {
            if (filter.test(arrival.message())) {
                arrival.meter().take(arrival.message(), arrival.nanos());
            }
        }
    }

    @Override
    public synchronized List<Reading> read() {
        long now = clock.getAsLong();
        List<Reading> readings = new ArrayList<>();
        channels.forEach((topic, channel) ->
                readings.add(new Reading(topic, channel.meter().figures(now))));
        return readings;
    }

    @Override
    public long dropped() {
        return arrivals.dropped();
    }

    @Override
    public long lost() {
        return subscriptions().stream().mapToLong(Subscription::lost).sum();
    }

    private synchronized Collection<Subscription> subscriptions() {
        return channels.values().stream().map(Channel::subscription).toList();
    }

    @Override
    public void close() {
        node.close();
    }
}
