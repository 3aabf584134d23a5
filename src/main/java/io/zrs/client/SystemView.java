package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.GraphSnapshot;
import io.zrs.model.MasterStatus;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** The lists of protocol 2, put together of their pages. */
final class SystemView {
    private final ControlClient client;

    SystemView(ControlClient client) {
        this.client = client;
    }

    /**
     * The topics that have been published. Not by protocol 1's list: its answer has no number, and takes a comma in a name
     * for the end of it.
     */
    List<TopicName> published() {
        return topics(Optional.empty()).topics().stream()
                .filter(TopicStatus::published)
                .map(TopicStatus::topic)
                .toList();
    }

    TopicReading topics(Optional<TopicName> topic) {
        List<TopicStatus> topics = new ArrayList<>();
        long[] stamp = new long[1];
        pages(after -> {
            Result.TopicPage page =
                    (Result.TopicPage) client.perform(new Operation.Topics(topic, after), "tell its topics in numbers");
            topics.addAll(page.topics());
            stamp[0] = page.stamp();
            return page.next();
        });
        return new TopicReading(topics, stamp[0]);
    }

    List<NodeInfo> nodes() {
        List<NodeInfo> nodes = new ArrayList<>();
        pages(after -> {
            Result.NodePage page =
                    (Result.NodePage) client.perform(new Operation.Nodes(Optional.empty(), after), "tell its nodes");
            nodes.addAll(page.nodes());
            return page.next();
        });
        return nodes;
    }

    GraphSnapshot graph() {
        Map<TopicName, Map<Role, List<NodeId>>> seats = new LinkedHashMap<>();
        pages(after -> {
            Result.GraphPage page =
                    (Result.GraphPage) client.perform(new Operation.Graph(after), "tell who is on which topic");
            for (Result.Seat seat : page.seats()) {
                seats.computeIfAbsent(seat.topic(), t -> new LinkedHashMap<>())
                        .computeIfAbsent(seat.role(), r -> new ArrayList<>())
                        .add(seat.node());
            }
            return page.next();
        });
        List<TopicInfo> topics = new ArrayList<>(seats.size());
        seats.forEach((topic, nodes) -> topics.add(new TopicInfo(
                topic, nodes.getOrDefault(Role.PUBLISHER, List.of()), nodes.getOrDefault(Role.SUBSCRIBER, List.of()))));
        return new GraphSnapshot(nodes(), topics);
    }

    SystemStatus statistics(Optional<TopicName> topic, Optional<NodeId> node) {
        Optional<NodeName> name = node.map(NodeId::name);
        Optional<String> instance = node.map(NodeId::instance);
        List<RegistrationStatus> registrations = new ArrayList<>();
        MasterStatus[] master = new MasterStatus[1];
        pages(after -> {
            Result.StatisticsPage page = (Result.StatisticsPage)
                    client.perform(new Operation.Statistics(topic, name, instance, after), "tell anything in numbers");
            registrations.addAll(page.registrations());
            master[0] = page.master();
            return page.next();
        });
        return new SystemStatus(master[0], registrations);
    }

    /** Asks for page after page; {@code ask} takes where one begins and says where the next does. */
    private void pages(LongFunction<OptionalLong> ask) {
        long after = 0;
        OptionalLong next = ask.apply(after);
        while (next.isPresent()) {
            if (next.getAsLong() <= after) {
                throw new ZrsException(
                        ErrorCode.NO_MASTER,
                        "what answers at " + client.master() + " tells a list without end",
                        "check the master's address");
            }
            after = next.getAsLong();
            next = ask.apply(after);
        }
    }
}
