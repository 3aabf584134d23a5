package io.zrs.cli.topic;

import io.zrs.cli.command.NodeNames;
import io.zrs.cli.command.NotFound;
import io.zrs.client.MasterClient;
import io.zrs.model.ErrorCode;
import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeId;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.ZrsException;
import io.zrs.output.PayloadType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one topic.
 *
 * @param topic its name
 * @param type what its payloads are; empty if that is not known
 * @param status the topic in numbers; empty if its master does not count
 * @param publishers who publishes, by name; empty if the master does not tell
 * @param subscribers who subscribes, by name
 * @param names what the nodes are called
 */
record TopicReport(
        TopicName topic,
        Optional<PayloadType> type,
        Optional<TopicStatus> status,
        Optional<List<End>> publishers,
        List<End> subscribers,
        NodeNames names) {
    /**
     * A node on the topic.
     *
     * @param node which
     * @param status in numbers; empty if its master does not count
     */
    record End(NodeId node, Optional<RegistrationStatus> status) {}

    /**
     * Asks for it.
     *
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if there is no such topic, with the one that was probably meant
     */
    static TopicReport read(MasterClient master, TopicName topic) {
        return TopicSurvey.isOriginal(master) ? readOriginal(master, topic) : readCounted(master, topic);
    }

    private static TopicReport readCounted(MasterClient master, TopicName topic) {
        TopicStatus status = status(master, topic);
        List<RegistrationStatus> registrations = master.registrations(topic);
        // Asked last, so that whoever registered just before is among them.
        NodeNames names = NodeNames.of(master.nodes());
        return new TopicReport(
                topic,
                TopicSurvey.type(master, status),
                Optional.of(status),
                Optional.of(ends(registrations, Role.PUBLISHER)),
                ends(registrations, Role.SUBSCRIBER),
                names);
    }

    /** The topic in numbers; errors as {@link #read}. */
    static TopicStatus status(MasterClient master, TopicName topic) {
        try {
            return master.topicStatus(topic);
        } catch (ZrsException e) {
            throw e.code() == ErrorCode.NOT_FOUND ? NotFound.topic(topic, TopicSurvey.names(master)) : e;
        }
    }

    private static List<End> ends(List<RegistrationStatus> registrations, Role role) {
        return registrations.stream()
                .filter(registration -> registration.role() == role)
                .map(registration -> new End(registration.node(), Optional.of(registration)))
                .sorted(Comparator.comparing(End::node))
                .toList();
    }

    /** Who publishes is on its map only where somebody subscribes; who subscribes to what is published always is. */
    private static TopicReport readOriginal(MasterClient master, TopicName topic) {
        List<TopicName> topics = master.topics();
        if (!topics.contains(topic)) {
            throw NotFound.topic(topic, topics);
        }
        GraphSnapshot graph = master.graph();
        Optional<TopicInfo> connected = graph.topics().stream()
                .filter(info -> info.name().equals(topic))
                .findFirst();
        return new TopicReport(
                topic,
                Optional.empty(),
                Optional.empty(),
                connected.map(info -> ends(info.publishers())),
                ends(connected.map(TopicInfo::subscribers).orElse(List.of())),
                NodeNames.of(graph.nodes()));
    }

    private static List<End> ends(List<NodeId> nodes) {
        return nodes.stream()
                .sorted()
                .map(node -> new End(node, Optional.empty()))
                .toList();
    }
}
