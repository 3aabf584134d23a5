package io.zrs.client;

import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The way of one topic's messages from the master to the node's subscriptions. */
final class Route {
    private final TopicName topic;
    private final byte[] name;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    /** The master's port; 0 before the first connection. Written with the receiver's socket lock held. */
    volatile int port;

    /** Whether messages come; guarded by the routes' lock, as is the next. */
    boolean active;

    boolean wasActive;

    Route(TopicName topic) {
        this.topic = topic;
        name = topic.bytes();
    }

    TopicName topic() {
        return topic;
    }

    List<Subscription> subscriptions() {
        return subscriptions;
    }

    /** Whether the frame's first word, which ends at {@code wordEnd}, is this topic. */
    boolean matches(byte[] frame, int wordEnd) {
        return Arrays.equals(frame, 0, wordEnd, name, 0, name.length);
    }

    Message message(byte[] frame, int wordEnd) {
        return new Message(topic, Frames.payload(frame, wordEnd));
    }
}
