package io.zrs.doctor;

import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A running system that a test puts together, node by node. */
final class FakeSystem {
    private final List<NodeInfo> nodes = new ArrayList<>();
    private final List<RegistrationStatus> before = new ArrayList<>();
    private final List<RegistrationStatus> after = new ArrayList<>();
    private final List<NodeId> silent = new ArrayList<>();
    private final List<NodeId> unasked = new ArrayList<>();
    private final Map<String, TopicStatus> special = new LinkedHashMap<>();

    NodeId node(String name, String instance, int protocol, boolean hidden) {
        NodeId id = new NodeId(new NodeName(name), instance);
        NodeDetails details = protocol == 1
                ? NodeDetails.UNKNOWN
                : new NodeDetails(4000 + nodes.size(), "robot", "", "0.1.0", hidden);
        nodes.add(new NodeInfo(id, protocol, "192.168.1.7", details, 1));
        return id;
    }

    NodeId node(String name) {
        return node(name, "i" + nodes.size(), 2, false);
    }

    /** A registration that is the same at both moments. */
    void end(NodeId node, Role role, String topic, long messages) {
        end(node, role, topic, true, messages, 0, 0, 0);
    }

    void end(
            NodeId node,
            Role role,
            String topic,
            boolean connected,
            long messages,
            long lostBefore,
            long lost,
            long waits) {
        before.add(status(node, role, topic, connected, messages, lostBefore, waits));
        after.add(status(node, role, topic, connected, messages, lost, waits));
    }

    private static RegistrationStatus status(
            NodeId node, Role role, String topic, boolean connected, long messages, long lost, long waits) {
        return new RegistrationStatus(
                new TopicName(topic),
                role,
                node,
                connected ? "192.168.1.7:4000" : "",
                connected,
                volume(messages),
                new Volume(waits / 1000, waits),
                volume(lost));
    }

    private static Volume volume(long messages) {
        return new Volume(messages, messages * 100);
    }

    void silent(NodeId node) {
        silent.add(node);
    }

    void unasked(NodeId node) {
        unasked.add(node);
    }

    /** A topic with more than its registrations say. */
    void topic(String name, boolean published, boolean latched, long lost, long idleMillis) {
        special.put(name, topic(name, published, latched, lost, OptionalLong.of(idleMillis)));
    }

    private TopicStatus topic(String name, boolean published, boolean latched, long lost, OptionalLong idle) {
        int publishers = count(name, Role.PUBLISHER);
        return new TopicStatus(
                new TopicName(name),
                publishers,
                count(name, Role.SUBSCRIBER),
                published || publishers > 0,
                latched,
                Volume.NONE,
                Volume.NONE,
                volume(lost),
                Volume.NONE,
                idle);
    }

    private int count(String topic, Role role) {
        return (int) after.stream()
                .filter(end -> end.role() == role && end.topic().toString().equals(topic))
                .count();
    }

    private long lost(String topic) {
        return after.stream()
                .filter(end ->
                        end.role() == Role.SUBSCRIBER && end.topic().toString().equals(topic))
                .mapToLong(end -> end.lost().messages())
                .sum();
    }

    SystemFacts facts() {
        Map<String, TopicStatus> topics = new LinkedHashMap<>();
        for (RegistrationStatus end : after) {
            String name = end.topic().toString();
            topics.computeIfAbsent(name, n -> topic(n, false, false, lost(n), OptionalLong.of(100)));
        }
        topics.putAll(special);
        return new SystemFacts(
                List.copyOf(topics.values()),
                before,
                after,
                Duration.ofSeconds(2),
                nodes,
                silent,
                unasked,
                id -> nodes.stream().filter(n -> n.name().equals(id.name())).count() > 1
                        ? id.toString()
                        : id.name().toString());
    }
}
