package io.zrs.cli.node;

import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import io.zrs.output.PayloadType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a master knows of a node.
 *
 * @param node the node
 * @param reachable whether the node can be asked; an original master asks nobody
 * @param publications topics that it publishes on, by name
 * @param subscriptions topics that it subscribes to, by name
 * @param peers who is on the other end of them
 * @param traffic its ends of topics in numbers; empty where the master does not tell
 */
record NodeReport(
        NodeInfo node,
        boolean reachable,
        List<TypedTopic> publications,
        List<TypedTopic> subscriptions,
        List<Peer> peers,
        List<RegistrationStatus> traffic) {
    /** A topic, and what its messages are: {@code text}; empty if that is not known. */
    record TypedTopic(TopicName topic, String type) {
        static TypedTopic of(TopicName topic, SystemView system) {
            String type = system.isOriginal()
                    ? ""
                    : system.sample(topic)
                            .map(sample -> PayloadType.of(sample).kind().word())
                            .orElse("");
            return new TypedTopic(topic, type);
        }
    }

    /** A node on the other end of a topic; {@code role} is the end of the node that the report is about. */
    record Peer(TopicName topic, Role role, NodeId node) {}

    static NodeReport of(NodeInfo node, GraphSnapshot graph, SystemView system) {
        List<RegistrationStatus> traffic = system.isOriginal() ? List.of() : system.registrations(node.id());
        List<TopicInfo> topics = graph.topics().stream()
                .sorted(Comparator.comparing(topic -> topic.name().value()))
                .toList();
        return new NodeReport(
                node,
                !system.isOriginal(),
                typed(on(topics, Role.PUBLISHER, node.id()), system),
                typed(on(topics, Role.SUBSCRIBER, node.id()), system),
                peers(topics, node.id()),
                traffic.stream()
                        .sorted(Comparator.comparing((RegistrationStatus end) -> end.role())
                                .thenComparing(end -> end.topic().value()))
                        .toList());
    }

    private static List<TypedTopic> typed(List<TopicName> topics, SystemView system) {
        return topics.stream().map(topic -> TypedTopic.of(topic, system)).toList();
    }

    private static List<TopicName> on(List<TopicInfo> topics, Role role, NodeId node) {
        return topics.stream()
                .filter(topic -> topic.nodes(role).contains(node))
                .map(TopicInfo::name)
                .toList();
    }

    private static List<Peer> peers(List<TopicInfo> topics, NodeId node) {
        List<Peer> peers = new ArrayList<>();
        for (Role role : Role.values()) {
            Role other = role == Role.PUBLISHER ? Role.SUBSCRIBER : Role.PUBLISHER;
            for (TopicInfo topic : topics) {
                if (topic.nodes(role).contains(node)) {
                    topic.nodes(other).stream().sorted().forEach(peer -> peers.add(new Peer(topic.name(), role, peer)));
                }
            }
        }
        return peers;
    }
}
