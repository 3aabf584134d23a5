package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.Version;
import io.zrs.model.ZrsException;
import io.zrs.protocol.MapTopic;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Request;
import io.zrs.protocol.json.JsonCodec;
import io.zrs.protocol.legacy.LegacyCodec;
import io.zrs.registry.Registration;
import io.zrs.registry.Registry;
import java.util.List;

/** Decides what nodes ask by protocol 1. */
final class Protocol1 {
    private static final int MAX_MAP_NODES = 10_000;

    /** The map has an edge for each pair of publisher and subscriber, with both names and the topic's. */
    private static final long MAX_MAP_CHARS = 4 << 20;

    private final Registry registry;
    private final Topics topics;
    private final String version;

    Protocol1(Registry registry, Topics topics) {
        this.registry = registry;
        this.topics = topics;
        this.version = Version.current();
    }

    /** The reply to a request's text. */
    Reply answer(String text, ControlSession session) {
        try {
            return decide(LegacyCodec.decodeRequest(text), session);
        } catch (ZrsException e) {
            return new Reply.Failed(e.code(), e.getMessage());
        }
    }

    private Reply decide(Request request, ControlSession session) {
        if (request instanceof Request.Publish r) {
            return grant(session, r.node(), Role.PUBLISHER, r.topic());
        } else if (request instanceof Request.Subscribe r) {
            return grant(session, r.node(), Role.SUBSCRIBER, r.topic());
        } else if (request instanceof Request.StopPublishing r) {
            return withdraw(session, r.node(), Role.PUBLISHER, r.topic());
        } else if (request instanceof Request.StopSubscribing r) {
            return withdraw(session, r.node(), Role.SUBSCRIBER, r.topic());
        } else if (request instanceof Request.ListTopics) {
            return new Reply.Topics(registry.publishedTopics());
        } else if (request instanceof Request.Map) {
            return map();
        }
        return new Reply.Welcome(JsonCodec.PROTOCOL, version);
    }

    private Reply grant(ControlSession session, NodeName node, Role role, TopicName topic) {
        Reply.Granted granted = topics.port(topic, role);
        registry.register(session.id(), node, role, topic, session.connection().remoteHost());
        return granted;
    }

    private Reply withdraw(ControlSession session, NodeName node, Role role, TopicName topic) {
        registry.withdraw(session.id(), node, role, topic, session.connection().remoteHost());
        return new Reply.Acknowledged();
    }

    private Reply map() {
        if (registry.size() > MAX_MAP_NODES) {
            return new Reply.Failed(ErrorCode.REFUSED, "the map would have " + registry.size() + " nodes");
        }
        List<MapTopic> map = registry.topics(0)
                .map(topic -> new MapTopic(
                        topic.topic(), names(topic.topic(), Role.PUBLISHER), names(topic.topic(), Role.SUBSCRIBER)))
                .toList();
        long chars = map.stream().mapToLong(Protocol1::edgeChars).sum();
        if (chars > MAX_MAP_CHARS) {
            return new Reply.Failed(ErrorCode.REFUSED, "the map would have " + chars + " characters");
        }
        return new Reply.Map(map);
    }

    private List<NodeName> names(TopicName topic, Role role) {
        return registry.on(topic).stream()
                .filter(r -> r.role() == role)
                .map(Registration::node)
                .toList();
    }

    private static long edgeChars(MapTopic topic) {
        long publishers = topic.publishers().size();
        long subscribers = topic.subscribers().size();
        return publishers * subscribers * topic.name().value().length()
                + publishers * chars(topic.subscribers())
                + subscribers * chars(topic.publishers());
    }

    private static long chars(List<NodeName> nodes) {
        return nodes.stream().mapToLong(node -> node.value().length()).sum();
    }
}
