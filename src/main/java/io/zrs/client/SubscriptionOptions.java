package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.Objects;

/**
 * How much a polled subscription keeps until the program takes it. A subscription with a listener has no queue.
 *
 * @param queueMessages how many messages may wait, at least 1
 * @param queueBytes how many bytes of payload may wait, at least 1; one message that is longer is kept all the same
 * @param overflow what happens when either bound is reached
 */
public record SubscriptionOptions(int queueMessages, long queueBytes, Overflow overflow) {
    /** 10,000 messages or 64 MiB, then the oldest go. */
    public static final SubscriptionOptions DEFAULT = new SubscriptionOptions(10_000, 64L << 20, Overflow.DROP_OLDEST);

    /** Checks the options. */
    public SubscriptionOptions {
        Objects.requireNonNull(overflow);
        if (queueMessages < 1 || queueBytes < 1) {
            throw new ZrsException(ErrorCode.INVALID, "a subscription's queue needs room for at least 1 message");
        }
    }

    /** These options with another capacity, in messages. */
    public SubscriptionOptions withQueueMessages(int messages) {
        return new SubscriptionOptions(messages, queueBytes, overflow);
    }

    /** These options with another capacity, in bytes of payload. */
    public SubscriptionOptions withQueueBytes(long bytes) {
        return new SubscriptionOptions(queueMessages, bytes, overflow);
    }

    /** These options with another choice for a full queue. */
    public SubscriptionOptions withOverflow(Overflow choice) {
        return new SubscriptionOptions(queueMessages, queueBytes, choice);
    }
}
