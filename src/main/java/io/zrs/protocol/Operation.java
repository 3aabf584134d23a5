package io.zrs.protocol;

import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What protocol 2 can ask of the master. Lists come in pages; {@code after} is where the last page said that the next
 * begins, 0 for the first.
 */
public sealed interface Operation {
    /** This connection is that node. */
    record Join(NodeId node, NodeDetails details) implements Operation {}

    /** This connection's node ends, and so do all its registrations. */
    record Leave() implements Operation {}

    /** The node publishes on {@code topic}; {@code latch} has the master keep the topic's last message. */
    record Advertise(TopicName topic, boolean latch) implements Operation {}

    /** The node subscribes to {@code topic}. */
    record Subscribe(TopicName topic) implements Operation {}

    /**
     * The node leaves its end of a topic.
     *
     * @param sent how many messages it sent there since it registered: the answer waits for them and says how many came
     */
    record Withdraw(TopicName topic, Role role, OptionalLong sent) implements Operation {}

    /** The node is alive; {@code lost} is what it lost in its own queues in all, where it lost anything. */
    record Heartbeat(List<Loss> lost) implements Operation {
        /** Copies the list. */
        public Heartbeat {
            lost = List.copyOf(lost);
        }
    }

    /** The topics in numbers: one of them, or all. */
    record Topics(Optional<TopicName> topic, long after) implements Operation {}

    /** The nodes: those of one name, or all. */
    record Nodes(Optional<NodeName> node, long after) implements Operation {}

    /** Who is on which topic. */
    record Graph(long after) implements Operation {}

    /** The master and the registrations in numbers: those of one topic, of nodes of one name, of one node, or all. */
    record Statistics(Optional<TopicName> topic, Optional<NodeName> node, Optional<String> instance, long after)
            implements Operation {}

    /** The beginning of a message that came on {@code topic} not long ago. */
    record TakeSample(TopicName topic) implements Operation {}

    /** Does a node answer? {@code instance} where its name is not enough. */
    record Ping(NodeName node, Optional<String> instance) implements Operation {}

    /** A node shall end; {@code reason} is for its log. */
    record Stop(NodeName node, Optional<String> instance, String reason) implements Operation {}

    /** A node that does not answer shall be forgotten. */
    record Evict(NodeId node) implements Operation {}

    /** From now on tell what changes; {@code end} stops it. */
    record Events(boolean end) implements Operation {}

    /** What one end of a topic lost in all. */
    record Loss(TopicName topic, Role role, long messages) {}
}
