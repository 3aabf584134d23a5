package io.zrs.cli.topic.pub;

import io.zrs.client.Publisher;
import io.zrs.client.PublisherOptions;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The topics that messages go to, each advertised when its first message comes. */
final class TopicWays {
    /** So many at most: each takes two ports of the master, and a file from anywhere may name any number. */
    static final int MOST = 1000;

    private final MasterWait master;
    private final PublisherOptions options;
    private final Optional<SubscriberWait> subscribers;
    private final boolean asks;
    private final Map<TopicName, TopicWay> byName = new HashMap<>();
    private final List<TopicWay> all = new ArrayList<>();

    /** {@code asks} says whether anybody wants to know how many subscribers there are. */
    TopicWays(MasterWait master, PublisherOptions options, Optional<SubscriberWait> subscribers, boolean asks) {
        this.master = master;
        this.options = options;
        this.subscribers = subscribers;
        this.asks = asks;
    }

    /**
     * The way to {@code topic}, with the subscribers that are waited for; empty if it was interrupted before.
     *
     * @throws ZrsException {@link ErrorCode#REFUSED} if there are too many, and as {@link MasterWait} and
     *     {@link SubscriberWait} say
     */
    Optional<TopicWay> to(TopicName topic) throws InterruptedException {
        TopicWay known = byName.get(topic);
        return known == null ? open(topic) : Optional.of(known);
    }

    private Optional<TopicWay> open(TopicName topic) throws InterruptedException {
        if (all.size() == MOST) {
            throw new ZrsException(
                    ErrorCode.REFUSED,
                    "more than " + MOST + " topics, with " + topic,
                    "send them in several runs, or all to one TOPIC");
        }
        Optional<Publisher> publisher = master.advertise(topic, options);
        if (publisher.isEmpty()) {
            return Optional.empty();
        }
        TopicWay way = new TopicWay(publisher.get());
        byName.put(topic, way);
        all.add(way);
        if (subscribers.isPresent()) {
            return subscribers.get().await(way, master) ? Optional.of(way) : Optional.empty();
        }
        if (asks) {
            way.askSubscribers();
        }
        return Optional.of(way);
    }

    /** All of them, in the order of their first messages. */
    List<TopicWay> all() {
        return all;
    }

    /** How many messages may not have reached the master; final once the node is closed. */
    long lost() {
        long lost = 0;
        for (TopicWay way : all) {
            lost += way.publisher().lost();
        }
        return lost;
    }
}
