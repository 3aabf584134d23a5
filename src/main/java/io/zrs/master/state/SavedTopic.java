package io.zrs.master.state;

import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A topic, its ports and its nodes of protocol 1.
 *
 * @param name the topic
 * @param published whether it was ever published
 * @param publisherPort the port that publishers connect to, 1 to 65535; empty while nobody has asked for it
 * @param subscriberPort the port that subscribers connect to, likewise
 * @param nodes its registrations of protocol 1, in the order of registration
 */
public record SavedTopic(
        TopicName name,
        boolean published,
        OptionalInt publisherPort,
        OptionalInt subscriberPort,
        List<SavedNode> nodes) {
    /** Copies the list. */
    public SavedTopic {
        Objects.requireNonNull(name);
        Objects.requireNonNull(publisherPort);
        Objects.requireNonNull(subscriberPort);
        nodes = List.copyOf(nodes);
    }

    /** The port for nodes of this role. */
    public OptionalInt port(Role role) {
        return role == Role.PUBLISHER ? publisherPort : subscriberPort;
    }
}
