package io.zrs.cli.doctor;

import io.zrs.cli.command.Context;
import io.zrs.client.EventStream;
import io.zrs.client.MasterClient;
import io.zrs.client.Node;
import io.zrs.client.NodeOptions;
import io.zrs.client.TimedEvent;
import io.zrs.doctor.Attempt;
import io.zrs.doctor.MasterFacts;
import io.zrs.model.GraphEvent;
import io.zrs.model.MasterStatus;
import io.zrs.model.NodeName;
import io.zrs.model.TopicStatus;
import io.zrs.model.Version;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The master, which is asked; it sees a tool's node come and go. */
final class LiveMaster {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_PORTS = 4;
    private static final int ROUND_TRIPS = 3;

    private final Context context;
    private final MasterClient client;
    private final ProcessTable processes;

    LiveMaster(Context context, MasterClient client, ProcessTable processes) {
        this.context = context;
        this.client = client;
        this.processes = processes;
    }

    MasterFacts facts() {
        Duration roundTrip = roundTrip();
        if (client.protocol() == 1) {
            return facts(roundTrip, Optional.empty(), Optional.empty(), List.of());
        }
        List<TopicStatus> topics = client.topicStatus();
        MasterStatus status = client.statistics().master();
        try (EventStream events = client.events()) {
            Instant before = context.clock().instant();
            try (Node node = join()) {
                Optional<Duration> ahead = ahead(events, node, before);
                return facts(roundTrip, Optional.of(status), ahead, knock(node, topics));
            }
        }
    }

    /** The shortest of some: the first ones also load classes here. */
    private Duration roundTrip() {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < ROUND_TRIPS; i++) {
            long start = System.nanoTime();
            client.topics();
            shortest = Math.min(shortest, System.nanoTime() - start);
        }
        return Duration.ofNanos(shortest);
    }

    private MasterFacts facts(
            Duration roundTrip,
            Optional<MasterStatus> status,
            Optional<Duration> ahead,
            List<MasterFacts.DataPort> ports) {
        return new MasterFacts(
                client.master().toString(),
                client.protocol(),
                client.masterVersion().orElse(""),
                Version.current(),
                roundTrip,
                status,
                ahead,
                status.flatMap(
                        s -> processes.descriptors(s.pid(), client.master().port())),
                ports);
    }

    private Node join() {
        return Node.connect(NodeOptions.builder(
                        new NodeName("zrs_doctor_" + ProcessHandle.current().pid()))
                .master(client.master())
                .connectTimeout(PATIENCE)
                .requestTimeout(PATIENCE)
                .log(context::note)
                .program("zrs doctor")
                .hidden(true)
                .build());
    }

    /**
     * The master tells when the node joined: by its clock that was between two moments of this one. What that leaves open
     * is taken for agreement.
     */
    private Optional<Duration> ahead(EventStream events, Node node, Instant before) {
        Instant after = context.clock().instant();
        Optional<TimedEvent> event = events.next(PATIENCE);
        while (event.isPresent()) {
            if (event.get().event() instanceof GraphEvent.NodeJoined joined
                    && joined.node().id().equals(node.id())) {
                Instant stamp = event.get().stamp();
                if (stamp.isBefore(before)) {
                    return Optional.of(Duration.between(before, stamp));
                }
                return Optional.of(stamp.isAfter(after) ? Duration.between(after, stamp) : Duration.ZERO);
            }
            event = events.next(PATIENCE);
        }
        return Optional.empty();
    }

    /** Those whose port is open anyway; one whose port has to be opened where there is none of them. */
    private static List<TopicStatus> worthTrying(List<TopicStatus> topics) {
        List<TopicStatus> open = topics.stream()
                .filter(topic -> topic.subscribers() > 0)
                .limit(MOST_PORTS)
                .toList();
        return open.isEmpty() ? topics.stream().limit(1).toList() : open;
    }

    /** Tries data ports of topics that are there anyway: a topic made for this would stay. */
    private List<MasterFacts.DataPort> knock(Node node, List<TopicStatus> topics) {
        List<MasterFacts.DataPort> ports = new ArrayList<>();
        for (TopicStatus topic : worthTrying(topics)) {
            try {
                InetAddress host = InetAddress.getByName(client.master().host());
                Attempt attempt = Knock.at(host, node.subscriberPort(topic.topic()));
                ports.add(new MasterFacts.DataPort(topic.topic().toString(), attempt));
                if (attempt.outcome() != Attempt.Outcome.OPEN) {
                    return ports;
                }
            } catch (IOException e) {
                return ports; // the host's name was known a moment ago
            }
        }
        return ports;
    }
}
