package io.zrs.doctor;

import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.TopicStatus;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A running system at two moments, as a zrs master tells it.
 *
 * @param topics every topic, at the second moment
 * @param before every registration at the first moment
 * @param after every registration at the second
 * @param between the time from the one to the other
 * @param nodes every node, hidden ones included
 * @param silent nodes that do not answer a ping
 * @param unasked nodes that there was no time to ask
 * @param names what nodes are called, so that each can be told from the others
 */
public record SystemFacts(
        List<TopicStatus> topics,
        List<RegistrationStatus> before,
        List<RegistrationStatus> after,
        Duration between,
        List<NodeInfo> nodes,
        List<NodeId> silent,
        List<NodeId> unasked,
        Function<NodeId, String> names) {
    /** Copies the lists. */
    public SystemFacts {
        topics = List.copyOf(topics);
        before = List.copyOf(before);
        after = List.copyOf(after);
        nodes = List.copyOf(nodes);
        silent = List.copyOf(silent);
        unasked = List.copyOf(unasked);
    }
}
