package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.Objects;

/**
 * How a publisher treats messages that the network does not take at once.
 *
 * @param queueMessages how many messages may wait for the network, at least 1; their size does not count
 * @param whenFull what happens to the next one
 */
public record PublisherOptions(int queueMessages, WhenFull whenFull) {
    /** 10,000 messages, then block. */
    public static final PublisherOptions DEFAULT = new PublisherOptions(10_000, WhenFull.BLOCK);

    /** Checks the options. */
    public PublisherOptions {
        Objects.requireNonNull(whenFull);
        if (queueMessages < 1) {
            throw new ZrsException(ErrorCode.INVALID, "a publisher's queue needs room for at least 1 message");
        }
    }

    /** These options with another capacity, in messages. */
    public PublisherOptions withQueueMessages(int messages) {
        return new PublisherOptions(messages, whenFull);
    }

    /** These options with another choice for a full queue. */
    public PublisherOptions withWhenFull(WhenFull choice) {
        return new PublisherOptions(queueMessages, choice);
    }
}
