package io.zrs.master;

import io.zrs.zmtp.Backlog;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a topic's patient publishers back while a subscriber is behind, so that nothing has to be dropped for their sake.
 *
 * <p>A subscriber is behind when a quarter of its budget waits, and has caught up when half of that has gone: what a
 * publisher's next read may bring, and a message of half a budget, still find room. While all queues together are half full,
 * where the longest has to give way before its own budget is used up, a subscriber is behind with whatever waits.
 */
final class Patience {
    private static final int PART = 4;

    private final List<SubscriberLink> subscribers;
    private final Backlog backlog;
    private final List<PublisherLink> publishers = new ArrayList<>();

    /** One that the publishers are held back for; null while they are not. */
    private SubscriberLink awaited;

    /** How many subscribers there were when reads were limited. */
    private int limitedFor;

    /** {@code subscribers} is the topic's own list, {@code backlog} that of all queues. */
    Patience(List<SubscriberLink> subscribers, Backlog backlog) {
        this.subscribers = subscribers;
        this.backlog = backlog;
    }

    /** Whether there is anybody to hold back. */
    boolean isOn() {
        return !publishers.isEmpty();
    }

    /** From now on holds this publisher back, too. */
    void add(PublisherLink publisher) {
        publishers.add(publisher);
        limitReads();
        if (awaited != null) {
            publisher.connection().pause();
        }
        check();
    }

    /** What one read brings goes to every subscriber; a quarter of the budget, and half of the bound of all, have room for it. */
    private void limitReads() {
        limitedFor = subscribers.size();
        long share = backlog.limit() / 2 / Math.max(1, limitedFor);
        for (PublisherLink publisher : publishers) {
            long most = Math.min(share, publisher.connection().queueBytes() / PART);
            publisher.connection().limitReads((int) Math.max(1, Math.min(Integer.MAX_VALUE, most)));
        }
    }

    /** The publisher has left. */
    void remove(PublisherLink publisher) {
        publishers.remove(publisher);
        if (publishers.isEmpty()) {
            awaited = null;
        }
    }

    /** Messages have been handed to the subscribers: is one behind now? */
    void check() {
        if (subscribers.size() != limitedFor) {
            limitReads();
        }
        if (awaited == null) {
            awaited = firstAbove(1);
            if (awaited != null) {
                publishers.forEach(publisher -> publisher.connection().pause());
            }
        }
    }

    /** Some of what waited for this subscriber has gone. */
    void drained(SubscriberLink subscriber) {
        if (subscriber == awaited && !isAbove(subscriber, 2)) {
            proceed();
        }
    }

    /** This subscriber is no longer in the list. */
    void left(SubscriberLink subscriber) {
        if (subscriber == awaited) {
            proceed();
        }
    }

    private void proceed() {
        awaited = firstAbove(2);
        if (awaited == null) {
            publishers.forEach(publisher -> publisher.connection().resume());
        }
    }

    private SubscriberLink firstAbove(int divisor) {
        for (int i = 0; i < subscribers.size(); i++) {
            if (isAbove(subscribers.get(i), divisor)) {
                return subscribers.get(i);
            }
        }
        return null;
    }

    private boolean isAbove(SubscriberLink subscriber, int divisor) {
        long waiting = subscriber.connection().waitingBytes();
        return waiting > 0
                && (backlog.isCrowded() || waiting > subscriber.connection().queueBytes() / PART / divisor);
    }
}
