package io.zrs.client;

import io.zrs.model.TopicName;

/** The right to publish on one topic. Every method may be called from any thread, at any time. */
public final class Publisher implements AutoCloseable {
    Publisher() {}

    /** The topic. */
    public TopicName topic() {
        throw new UnsupportedOperationException();
    }

    /**
     * Publishes text, as UTF-8.
     *
     * @return false if it was dropped, because the queue is full or the master gone
     * @throws io.zrs.model.ZrsException {@link io.zrs.model.ErrorCode#CLOSED} after close
     */
    public boolean publish(String text) {
        throw new UnsupportedOperationException();
    }

    /** Publishes bytes; they are copied. As {@link #publish(String)} otherwise. */
    public boolean publish(byte[] payload) {
        throw new UnsupportedOperationException();
    }

    /** How many messages were taken for sending. */
    public long published() {
        throw new UnsupportedOperationException();
    }

    /** How many messages were dropped here. */
    public long dropped() {
        throw new UnsupportedOperationException();
    }

    /** Whether the way to the master is open for this topic. */
    public boolean isConnected() {
        throw new UnsupportedOperationException();
    }

    /** Stops publishing: sends what is queued, then leaves the topic. Again has no effect. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
