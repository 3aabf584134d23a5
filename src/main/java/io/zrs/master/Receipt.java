package io.zrs.master;

import io.zrs.registry.Registration;
import java.util.function.LongConsumer;

/** A wait for all that a publisher says it sent, up to the end of the connection that it came over. */
final class Receipt {
    private final Topic topic;
    private final Registration publisher;
    private final long sent;
    private final TopicLink link;
    private final LongConsumer done;
    private boolean isDone;

    Receipt(Topic topic, Registration publisher, long sent, TopicLink link, LongConsumer done) {
        this.topic = topic;
        this.publisher = publisher;
        this.sent = sent;
        this.link = link;
        this.done = done;
    }

    /** Whether the wait is over, and whoever asked has been told. */
    boolean isDone() {
        return isDone;
    }

    /** How many messages have come so far. */
    long received() {
        return topic.volumeOf(publisher).passed().messages();
    }

    /** Ends the wait if there is nothing to wait for any more. */
    void check() {
        if (link == null || link.connection().isClosed() || !link.isCarrying(publisher) || received() >= sent) {
            finish();
        }
    }

    /** Ends the wait with what has come, now; has no effect if it is over. */
    void finish() {
        if (!isDone) {
            isDone = true;
            topic.over(this);
            done.accept(received());
        }
    }
}
