package io.zrs.protocol;

import io.zrs.model.NodeName;
import io.zrs.model.TopicName;

/** What a node asks of the master. */
public sealed interface Request {
    /** May {@code node} publish on {@code topic}, and through which port? */
    record Publish(NodeName node, TopicName topic) implements Request {}

    /** May {@code node} subscribe to {@code topic}, and through which port? */
    record Subscribe(NodeName node, TopicName topic) implements Request {}

    /** {@code node} no longer publishes on {@code topic}. */
    record StopPublishing(NodeName node, TopicName topic) implements Request {}

    /** {@code node} is no longer subscribed to {@code topic}. */
    record StopSubscribing(NodeName node, TopicName topic) implements Request {}

    /** Which topics have been published? */
    record ListTopics(NodeName node) implements Request {}

    /** Who talks to whom, as DOT source? */
    record Map() implements Request {}

    /** Which protocol does the master speak? On the wire this looks like {@link ListTopics} to an original master. */
    record Hello(NodeName node) implements Request {}
}
