package io.zrs.registry;

import io.zrs.model.TopicName;

/** Told of who comes and goes, in the order in which it happens. */
public interface RegistryListener {
    /** A node is there. */
    default void nodeJoined(RegisteredNode node) {}

    /** A node has gone; it has no registrations any more. {@code reason} is a few words. */
    default void nodeLeft(RegisteredNode node, String reason) {}

    /** A topic has its first registration. */
    default void topicAdded(TopicName topic) {}

    /** A topic's last registration has gone. */
    default void topicRemoved(TopicName topic) {}

    /** A node was granted its end of a topic. */
    default void joined(Registration registration) {}

    /**
     * A node has left its end of a topic.
     *
     * @param reason a few words for a log line
     */
    default void left(Registration registration, String reason) {}

    /** From now on this data connection is that registration's, whosever it was before. */
    default void carried(Registration registration, long data) {}

    /** The node behind this control or data connection was given up: the connection shall be closed. */
    default void givenUp(long connection) {}
}
