package io.zrs.bag.play;

import io.zrs.client.Node;
import io.zrs.client.Publisher;
import io.zrs.client.PublisherOptions;
import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/** Publishes what is played, on a node. Counts may be read from any thread. */
public final class NodeSink implements PlaySink {
    /** The topic of the time. */
    public static final TopicName CLOCK = new TopicName("/clock");

    private final Node node;
    private final List<Publisher> publishers = new ArrayList<>();
    private final BiConsumer<TopicName, ZrsException> refused;
    private final boolean[] told;
    private final boolean[] used;
    private Publisher clock;
    private volatile long skipped;
    private volatile int usedTopics;

    /**
     * Advertises nothing yet; topics come one by one with {@link #advertise}.
     *
     * @param topics how many topics the plan has
     * @param refused told of the first message of each topic that nobody may publish, and why
     */
    public NodeSink(Node node, int topics, BiConsumer<TopicName, ZrsException> refused) {
        this.node = node;
        this.refused = refused;
        told = new boolean[topics];
        used = new boolean[topics];
    }

    /** Advertises the plan's next topic; errors as {@link Node#advertise(TopicName, PublisherOptions)}. */
    public void advertise(PlayTopic topic, PublisherOptions options) {
        publishers.add(node.advertise(topic.name(), options.withLatch(topic.latched())));
    }

    /** Advertises the time. */
    public void advertiseClock() {
        clock = node.advertise(CLOCK);
    }

    @Override
    public boolean send(int topic, byte[] payload, Duration atMost) {
        if (!node.isConnected() && !node.isClosed()) {
            // What is sent without a master is lost, and has to wait for it as for room.
            LockSupport.parkNanos(atMost.toNanos());
            return false;
        }
        try {
            boolean taken = publishers.get(topic).offer(payload, 0, payload.length, atMost);
            if (taken && !used[topic]) {
                used[topic] = true;
                usedTopics++;
            }
            return taken;
        } catch (ZrsException e) {
            if (e.code() != ErrorCode.INVALID) {
                throw e;
            }
            skipped++;
            if (!told[topic]) {
                told[topic] = true;
                refused.accept(publishers.get(topic).topic(), e);
            }
            return true;
        }
    }

    @Override
    public void clock(long nanos) {
        if (clock != null) {
            byte[] payload = ClockMessage.of(nanos);
            clock.offer(payload, 0, payload.length, Duration.ZERO);
        }
    }

    /** The publishers so far, in the order of the plan's topics. */
    public List<Publisher> publishers() {
        return Collections.unmodifiableList(publishers);
    }

    /** How many topics had a message sent. */
    public int usedTopics() {
        return usedTopics;
    }

    /** How many messages nobody may publish. */
    public long skipped() {
        return skipped;
    }

    /** How many messages may not have reached the master; final once the node is closed. */
    public long lost() {
        long lost = 0;
        for (Publisher publisher : publishers) {
            lost += publisher.lost();
        }
        return lost;
    }

    /** Waits until it is known of all messages what has become of them; false if it is not after so long. */
    public boolean awaitSettled(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        for (Publisher publisher : publishers) {
            if (!publisher.awaitSettled(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                return false;
            }
        }
        return true;
    }
}
