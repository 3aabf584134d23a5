package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.Objects;

/**
 * How a publisher treats messages that the network does not take at once, and what becomes of its last one.
 *
 * @param queueMessages how many messages may wait for the network, at least 1
 * @param queueBytes how many bytes, topics included, may be on their way to a zrs master that has not confirmed them, at
 *     least 1; one longer message is taken all the same when nothing else is. An original master confirms nothing: with one,
 *     only {@code queueMessages} bounds what waits, so choose fewer where messages are large
 * @param whenFull what happens to the next one
 * @param latch whether a zrs master keeps the topic's last message, of whichever publisher, and hands it to each later
 *     subscriber; it does so from then on, also when the publisher has gone. An original master does not
 * @param patient whether a zrs master holds this publisher back while a subscriber of the topic is behind, instead of dropping the
 *     subscriber's oldest messages: for a program that can wait, and publishes as fast as all subscribers take it. One that is
 *     stopped holds it up until it goes on or leaves. Other publishers of the topic are not held back, and if they send more
 *     than a subscriber takes, messages are dropped as ever, whoever's is the oldest; so is a message of more than half of
 *     the master's {@code --queue}. It holds for all publishers of the topic in this node, from the first patient one on. An original master
 *     knows no such thing, and drops what a subscriber does not take
 */
public record PublisherOptions(int queueMessages, long queueBytes, WhenFull whenFull, boolean latch, boolean patient) {
    /** 10,000 messages or 64 MiB, then block; neither latched nor patient. */
    public static final PublisherOptions DEFAULT =
            new PublisherOptions(10_000, 64L << 20, WhenFull.BLOCK, false, false);

    /** Checks the options. */
    public PublisherOptions {
        Objects.requireNonNull(whenFull);
        if (queueMessages < 1 || queueBytes < 1) {
            throw new ZrsException(ErrorCode.INVALID, "a publisher's queue needs room for at least 1 message");
        }
    }

    /** These options with another capacity, in messages. */
    public PublisherOptions withQueueMessages(int messages) {
        return new PublisherOptions(messages, queueBytes, whenFull, latch, patient);
    }

    /** These options with another capacity, in bytes. */
    public PublisherOptions withQueueBytes(long bytes) {
        return new PublisherOptions(queueMessages, bytes, whenFull, latch, patient);
    }

    /** These options with another choice for a full queue. */
    public PublisherOptions withWhenFull(WhenFull choice) {
        return new PublisherOptions(queueMessages, queueBytes, choice, latch, patient);
    }

    /** These options with another choice for later subscribers. */
    public PublisherOptions withLatch(boolean choice) {
        return new PublisherOptions(queueMessages, queueBytes, whenFull, choice, patient);
    }

    /** These options with another choice for slow subscribers. */
    public PublisherOptions withPatience(boolean choice) {
        return new PublisherOptions(queueMessages, queueBytes, whenFull, latch, choice);
    }
}
