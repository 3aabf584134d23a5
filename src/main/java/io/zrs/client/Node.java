package io.zrs.client;

import io.zrs.model.Message;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A program's connection to a master. Every method may be called from any thread, at any time. */
public final class Node implements AutoCloseable {
    private Node() {}

    /** Connects with default options; errors as {@link #connect(NodeOptions)}. */
    public static Node connect(MasterAddress master, NodeName name) {
        return connect(NodeOptions.builder(name).master(master).build());
    }

    /**
     * Connects to a master.
     *
     * @throws io.zrs.model.ZrsException {@link io.zrs.model.ErrorCode#NO_MASTER} if none answers in time
     */
    public static Node connect(NodeOptions options) {
        throw new UnsupportedOperationException();
    }

    /** The node's name. */
    public NodeName name() {
        throw new UnsupportedOperationException();
    }

    /** Where its master listens. */
    public MasterAddress master() {
        throw new UnsupportedOperationException();
    }

    /** The protocol in use: 1 with an original master, 2 with a zrs master. */
    public int protocol() {
        throw new UnsupportedOperationException();
    }

    /** The master's version; an original master does not tell. */
    public Optional<String> masterVersion() {
        throw new UnsupportedOperationException();
    }

    /** Advertises with {@link PublisherOptions#DEFAULT}. */
    public Publisher advertise(TopicName topic) {
        return advertise(topic, PublisherOptions.DEFAULT);
    }

    /** Registers as a publisher and waits until the way to the master is open. */
    public Publisher advertise(TopicName topic, PublisherOptions options) {
        throw new UnsupportedOperationException();
    }

    /** Subscribes for polling, with {@link SubscriptionOptions#DEFAULT}. */
    public Subscription subscribe(TopicName topic) {
        return subscribe(topic, SubscriptionOptions.DEFAULT);
    }

    /** Subscribes for polling. */
    public Subscription subscribe(TopicName topic, SubscriptionOptions options) {
        throw new UnsupportedOperationException();
    }

    /** Subscribes with a listener. */
    public Subscription subscribe(TopicName topic, MessageListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Takes the message of any polled subscription that came first; empty if none came in time. */
    public Optional<Message> receive(Duration timeout) {
        throw new UnsupportedOperationException();
    }

    /** Takes the oldest message of one polled topic; empty if none came in time. */
    public Optional<Message> receive(TopicName topic, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    /** The topics that have been published, in the order of first registration. */
    public List<TopicName> topics() {
        throw new UnsupportedOperationException();
    }

    /** Writes {@code [name] text}. */
    public void log(String text) {
        throw new UnsupportedOperationException();
    }

    /** Sends what is queued, leaves every topic and closes every connection. Again has no effect. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
