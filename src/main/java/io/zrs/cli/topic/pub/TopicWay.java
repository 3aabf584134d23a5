package io.zrs.cli.topic.pub;

import io.zrs.client.Publisher;
import io.zrs.model.ZrsException;

/** A topic that messages go to, and how many went. */
final class TopicWay {
    private static final int UNKNOWN = -1;

    private final Publisher publisher;
    private int subscribers = UNKNOWN;

    TopicWay(Publisher publisher) {
        this.publisher = publisher;
    }

    Publisher publisher() {
        return publisher;
    }

    /** How many messages went. */
    long sent() {
        return publisher.published();
    }

    /** How many nodes subscribed when that was last asked; less than 0 where it is not known. */
    int subscribers() {
        return subscribers;
    }

    /** Asks the master how many nodes subscribe now; one that cannot tell leaves it at what is known. */
    void askSubscribers() {
        try {
            subscribers = publisher.subscribers();
        } catch (ZrsException e) {
            // A master that is gone: the way of the messages finds out, and tells.
            subscribers = Math.max(subscribers, UNKNOWN);
        }
    }

    /** Asks again, and keeps the larger number: who came for one message has left when that is there. */
    void askOnceMore() {
        int before = subscribers;
        askSubscribers();
        subscribers = Math.max(before, subscribers);
    }
}
