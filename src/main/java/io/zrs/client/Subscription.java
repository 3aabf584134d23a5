package io.zrs.client;

import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.time.Duration;
import java.util.Optional;

/** A topic that a node receives. Every method may be called from any thread, at any time. */
public final class Subscription implements AutoCloseable {
    Subscription() {}

    /** The topic. */
    public TopicName topic() {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes the oldest message; for a polled subscription only.
     *
     * @param timeout how long to wait for one; zero does not wait
     * @return empty if none came in time, or the calling thread is interrupted
     * @throws io.zrs.model.ZrsException {@link io.zrs.model.ErrorCode#CLOSED} after close,
     *     {@link io.zrs.model.ErrorCode#INVALID} if this subscription has a listener
     */
    public Optional<Message> receive(Duration timeout) {
        throw new UnsupportedOperationException();
    }

    /** How many messages came. */
    public long received() {
        throw new UnsupportedOperationException();
    }

    /** How many of them were dropped because the queue was full. */
    public long dropped() {
        throw new UnsupportedOperationException();
    }

    /** Unsubscribes. Again has no effect. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
