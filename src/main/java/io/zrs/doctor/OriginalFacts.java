package io.zrs.doctor;

import io.zrs.model.TopicName;
import java.util.List;

/**
 * A running system, as far as an original ZeROSMQ master tells it.
 *
 * @param published the topics that were ever published
 * @param heard those of them with a publisher and a subscriber
 */
public record OriginalFacts(List<TopicName> published, List<TopicName> heard) {
    /** Copies the lists. */
    public OriginalFacts {
        published = List.copyOf(published);
        heard = List.copyOf(heard);
    }
}
