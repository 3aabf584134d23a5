package io.zrs.master;

import io.zrs.registry.Registration;
import java.util.function.LongConsumer;

/**
 * A wait for all that a publisher says it sent. It is over when that has come or the connection that it came over has
 * ended; a connection that has not said yet whose it is may be the one.
 */
final class Receipt {
    private final Topic topic;
    private final Registration publisher;
    private final long sent;
    private final LongConsumer done;
    private TopicLink marked;
    private boolean isDone;

    Receipt(Topic topic, Registration publisher, long sent, LongConsumer done) {
        this.topic = topic;
        this.publisher = publisher;
        this.sent = sent;
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

    /** Whether this publisher's messages are waited for. */
    boolean isFor(Registration registration) {
        return registration == publisher;
    }

    /** Ends the wait if there is nothing to wait for any more. */
    void check() {
        TopicLink current = topic.linkOf(publisher);
        if (current != null && current.hasMark()) {
            marked = current;
        }
        boolean ended = marked != null && marked.connection().isClosed();
        if (received() >= sent || ended || (current == null && !topic.expectsMark())) {
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
