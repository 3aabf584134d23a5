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

    /** The greeting of the master that it was last registered with; written as the port is. */
    volatile long greeting;

    /** Whether messages come; guarded by the routes' lock. */
    boolean active;

    private long droppedBefore;
    private long lostBefore;
    private long lostNow;

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

    /** Keeps what a subscription that is leaving dropped. */
    synchronized void count(Subscription leaving) {
        droppedBefore += leaving.dropped();
    }

    /** How many messages its subscriptions dropped, those that have left included. */
    synchronized long dropped() {
        long dropped = droppedBefore;
        for (Subscription subscription : subscriptions) {
            dropped += subscription.dropped();
        }
        return dropped;
    }

    /** The master says how many messages it dropped in all: less than before from one that has counted anew. */
    synchronized void lost(long messages) {
        if (messages < lostNow) {
            lostBefore += lostNow;
        }
        lostNow = messages;
    }

    /** How many messages masters dropped. */
    synchronized long lost() {
        return lostBefore + lostNow;
    }

    /** Whether the frame's first word, which ends at {@code wordEnd}, is this topic. */
    boolean matches(byte[] frame, int wordEnd) {
        return Arrays.equals(frame, 0, wordEnd, name, 0, name.length);
    }

    Message message(byte[] frame, int wordEnd) {
        return new Message(topic, frame, wordEnd + 1);
    }
}
