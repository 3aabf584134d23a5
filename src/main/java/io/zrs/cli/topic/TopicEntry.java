package io.zrs.cli.topic;

import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.output.PayloadType;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A topic in a list. What the master did not tell, or was not asked, is empty.
 *
 * @param topic its name
 * @param publishers how many nodes publish on it
 * @param subscribers how many nodes subscribe to it
 * @param published whether anybody ever published on it
 * @param latched whether its last message is kept for later subscribers
 * @param type what its payloads are
 */
record TopicEntry(
        TopicName topic,
        OptionalInt publishers,
        OptionalInt subscribers,
        boolean published,
        boolean latched,
        Optional<PayloadType> type) {
    static TopicEntry of(TopicStatus status, Optional<PayloadType> type) {
        return new TopicEntry(
                status.topic(),
                OptionalInt.of(status.publishers()),
                OptionalInt.of(status.subscribers()),
                status.published(),
                status.latched(),
                type);
    }

    /** Whether somebody publishes on it, as far as is known, or a message is kept as if. */
    boolean isPublished() {
        return latched || publishers.orElse(published ? 1 : 0) > 0;
    }

    /** Whether somebody is known to subscribe to it. */
    boolean isSubscribed() {
        return subscribers.orElse(0) > 0;
    }

    /** The word for its type, or {@code unknown}. */
    String typeWord() {
        return TypeText.word(type);
    }
}
