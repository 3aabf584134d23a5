package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.GraphEvent;
import io.zrs.model.MasterStatus;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.Volume;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Push;
import io.zrs.protocol.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A look into a system. */
@Timeout(120)
class MasterClientTest {
    private static final TopicName TOPIC = new TopicName("t");
    private static final TopicName OTHER = new TopicName("other");
    private static final NodeId TALKER = new NodeId(new NodeName("talker"), "one");
    private static final NodeId LISTENER = new NodeId(new NodeName("listener"), "two");
    private static final MasterStatus MASTER =
            new MasterStatus("1", 1, 2, 3, 4, 5, 6, Volume.NONE, Volume.NONE, Volume.NONE, 7, 8, 9);

    private final ScriptedMaster master = new ScriptedMaster();
    private final MasterClient client = MasterClient.connect(master.address(), new NodeName("tool"), Await.DEADLINE);

    @AfterEach
    void close() {
        client.close();
        master.close();
    }

    private static ZrsException failure(Runnable call) {
        return assertThrows(ZrsException.class, call::run);
    }

    private static TopicStatus status(TopicName topic) {
        return new TopicStatus(
                topic, 1, 2, true, false, Volume.NONE, Volume.NONE, Volume.NONE, Volume.NONE, OptionalLong.empty());
    }

    private static NodeInfo info(NodeId id) {
        return new NodeInfo(id, 2, "127.0.0.1", NodeDetails.UNKNOWN, 1);
    }

    private static RegistrationStatus registration(TopicName topic, NodeId node) {
        return new RegistrationStatus(topic, Role.PUBLISHER, node, "", false, Volume.NONE, Volume.NONE, Volume.NONE);
    }

    @Test
    void isNoNode() {
        client.topicStatus();
        assertEquals(List.of(), master.operations(Operation.Join.class));
    }

    @Test
    void readsTopicsPageByPage() {
        master.answers().answerBy(operation -> {
            long after = ((Operation.Topics) operation).after();
            return after == 0
                    ? new Result.TopicPage(List.of(status(TOPIC)), 5, OptionalLong.of(1))
                    : new Result.TopicPage(List.of(status(OTHER)), 6, OptionalLong.empty());
        });
        assertEquals(List.of(status(TOPIC), status(OTHER)), client.topicStatus());
        assertEquals(new TopicReading(List.of(status(TOPIC), status(OTHER)), 6), client.readTopics());
    }

    @Test
    void readsOneTopic() {
        master.answers()
                .answerBy(operation -> ((Operation.Topics) operation).topic().equals(Optional.of(TOPIC))
                        ? new Result.TopicPage(List.of(status(TOPIC)), 5, OptionalLong.empty())
                        : new Result.Refused(ErrorCode.NOT_FOUND, "there is no topic other"));
        assertEquals(status(TOPIC), client.topicStatus(TOPIC));
        ZrsException e = failure(() -> client.topicStatus(OTHER));
        assertEquals(ErrorCode.NOT_FOUND, e.code());
        assertEquals("there is no topic other", e.getMessage());
    }

    @Test
    void givesUpOnAListWithoutEnd() {
        master.answers().answerBy(operation -> new Result.TopicPage(List.of(), 5, OptionalLong.of(0)));
        assertEquals(ErrorCode.NO_MASTER, failure(client::topicStatus).code());
    }

    @Test
    void putsTheGraphTogether() {
        master.answers().answerBy(operation -> {
            if (operation instanceof Operation.Nodes) {
                return new Result.NodePage(List.of(info(TALKER), info(LISTENER)), OptionalLong.empty());
            }
            boolean first = ((Operation.Graph) operation).after() == 0;
            return first
                    ? new Result.GraphPage(
                            List.of(
                                    new Result.Seat(TOPIC, Role.PUBLISHER, TALKER),
                                    new Result.Seat(OTHER, Role.SUBSCRIBER, TALKER)),
                            OptionalLong.of(2))
                    : new Result.GraphPage(
                            List.of(new Result.Seat(TOPIC, Role.SUBSCRIBER, LISTENER)), OptionalLong.empty());
        });
        assertEquals(List.of(info(TALKER), info(LISTENER)), client.nodes());
        assertEquals(
                List.of(
                        new TopicInfo(TOPIC, List.of(TALKER), List.of(LISTENER)),
                        new TopicInfo(OTHER, List.of(), List.of(TALKER))),
                client.graph().topics());
    }

    @Test
    void readsStatistics() {
        RegistrationStatus first = registration(TOPIC, TALKER);
        RegistrationStatus second = registration(OTHER, TALKER);
        master.answers()
                .answerBy(operation -> ((Operation.Statistics) operation).after() == 0
                        ? new Result.StatisticsPage(MASTER, List.of(first), OptionalLong.of(1))
                        : new Result.StatisticsPage(MASTER, List.of(second), OptionalLong.empty()));
        assertEquals(new SystemStatus(MASTER, List.of(first, second)), client.statistics());
        assertEquals(List.of(first, second), client.registrations(TOPIC));
        client.registrations(TALKER);
        List<Operation.Statistics> asked = master.operations(Operation.Statistics.class);
        assertEquals(Optional.of(TOPIC), asked.get(2).topic());
        assertEquals(Optional.of("one"), asked.get(4).instance());
    }

    @Test
    void takesASampleIfThereIsOne() {
        master.answers()
                .answerBy(
                        operation -> ((Operation.TakeSample) operation).topic().equals(TOPIC)
                                ? new Result.Sampled(100, new byte[] {1, 2}, 3)
                                : new Result.Refused(ErrorCode.NOT_FOUND, "no message seen"));
        assertEquals(100, client.sample(TOPIC).orElseThrow().size());
        assertEquals(Optional.empty(), client.sample(OTHER));
    }

    @Test
    void pingsStopsAndEvicts() {
        master.answers()
                .answerBy(operation -> operation instanceof Operation.Ping
                        ? new Result.Pong("one", true, 1_000)
                        : operation instanceof Operation.Stop ? new Result.Stopping("one") : new Result.Done());
        PingResult ping = client.ping(TALKER);
        assertTrue(ping.byNode());
        assertEquals(Duration.ofNanos(1_000), ping.fromMaster());
        assertTrue(ping.total().toNanos() > 0);
        client.stop(TALKER, "enough");
        client.evict(TALKER);
        assertEquals(
                List.of(new Operation.Stop(TALKER.name(), Optional.of("one"), "enough")),
                master.operations(Operation.Stop.class));
        assertEquals(List.of(new Operation.Evict(TALKER)), master.operations(Operation.Evict.class));
    }

    @Test
    void pingsSideBySide() {
        master.answerBy(request -> request.equals("ping")
                        && master.operations(Operation.Ping.class).size() == 1
                ? Optional.of("ERROR it cannot be asked")
                : null);
        master.answers().answerBy(operation -> new Result.Pong("two", true, 1_000));
        Answers<PingResult> answers = client.pings(List.of(TALKER, LISTENER, LISTENER));
        assertEquals(ErrorCode.REFUSED, failure(answers::next).code());
        // Nobody has asked for the other answers yet.
        Await.until(
                "all have gone off",
                () -> master.operations(Operation.Ping.class).size() == 3);
        assertEquals(Duration.ofNanos(1_000), answers.next().fromMaster());
        assertTrue(answers.next().total().toNanos() > 0);
    }

    @Test
    void asksNoMoreAtOnceThanAMasterBears() {
        master.answers().answerBy(operation -> new Result.Done());
        List<NodeId> many = new ArrayList<>(Collections.nCopies(3 * Pipeline.MAX_UNDER_WAY, TALKER));
        many.add(LISTENER);
        Answers<NodeId> answers = client.evictions(many);
        for (NodeId node : many) {
            assertEquals(node, answers.next());
        }
        assertEquals(many.size(), master.operations(Operation.Evict.class).size());
    }

    @Test
    void givesUpPingsWhoseMasterGoes() {
        master.answerBy(request -> request.equals("ping") ? Optional.empty() : null);
        MasterClient impatient = MasterClient.connect(master.address(), new NodeName("tool"), Duration.ofMillis(300));
        Answers<PingResult> answers = impatient.pings(List.of(TALKER, LISTENER));
        Thread end = new Thread(() -> {
            Await.until(
                    "it was asked",
                    () -> master.operations(Operation.Ping.class).size() == 2);
            master.close();
        });
        end.start();
        assertEquals(ErrorCode.NO_MASTER, failure(answers::next).code());
        assertEquals(ErrorCode.NO_MASTER, failure(answers::next).code());
        impatient.close();
    }

    @Test
    void passesTheMastersRefusalOn() {
        master.answers().answerBy(operation -> new Result.Refused(ErrorCode.REFUSED, "it answers"));
        ZrsException e = failure(() -> client.evict(TALKER));
        assertEquals(ErrorCode.REFUSED, e.code());
        assertEquals("the master refuses: it answers", e.getMessage());
    }

    @Test
    void tellsEvents() {
        try (EventStream events = client.events()) {
            assertEquals(Optional.empty(), events.next(Duration.ZERO));
            Instant stamp = Instant.ofEpochSecond(10);
            GraphEvent event = new GraphEvent.TopicAdded(TOPIC);
            master.push(new Push.Event(event, stamp));
            assertEquals(
                    new TimedEvent(event, stamp), events.next(Await.DEADLINE).orElseThrow());
        }
    }

    @Test
    void endsTheWaitForEvents() throws InterruptedException {
        EventStream events = client.events();
        ErrorCode[] code = new ErrorCode[1];
        Thread waiting = new Thread(
                () -> code[0] = failure(() -> events.next(Duration.ofDays(1))).code());
        waiting.start();
        events.close();
        waiting.join();
        assertEquals(ErrorCode.CLOSED, code[0]);
        events.close();
    }

    @Test
    void tellsThatEventsMayBeMissing() {
        try (EventStream events = client.events()) {
            master.push(new Push.Event(new GraphEvent.TopicAdded(TOPIC), Instant.EPOCH));
            assertTrue(events.next(Await.DEADLINE).isPresent());
            master.close();
            ZrsException e = failure(() -> events.next(Await.DEADLINE));
            assertEquals(ErrorCode.NO_MASTER, e.code());
        }
    }

    @Test
    void noticesAMasterThatFallsSilent() {
        Duration probe = Duration.ofMillis(20);
        try (EventStream events = EventStream.open(
                master.address(), new NodeName("tool"), Await.DEADLINE, probe, Duration.ofMillis(200))) {
            assertEquals(Optional.empty(), events.next(Duration.ofMillis(50)));
            Await.until("it answers", () -> {
                events.next(Duration.ZERO);
                return !master.operations(Operation.Heartbeat.class).isEmpty();
            });
            master.answerBy(request -> Optional.empty());
            ZrsException e = failure(() -> events.next(Await.DEADLINE));
            assertEquals(ErrorCode.NO_MASTER, e.code());
        }
    }

    @Test
    void saysWhatAnOriginalMasterDoesNotTell() {
        try (OriginalMaster original = new OriginalMaster();
                MasterClient tool = MasterClient.connect(original.address(), new NodeName("tool"), Await.DEADLINE)) {
            List<Consumer<MasterClient>> calls = List.of(
                    MasterClient::topicStatus,
                    c -> c.topicStatus(TOPIC),
                    MasterClient::statistics,
                    c -> c.registrations(TOPIC),
                    c -> c.registrations(TALKER),
                    c -> c.sample(TOPIC),
                    c -> c.ping(TALKER),
                    c -> c.stop(TALKER, ""),
                    c -> c.evict(TALKER),
                    MasterClient::events);
            for (Consumer<MasterClient> call : calls) {
                ZrsException e = failure(() -> call.accept(tool));
                assertEquals(ErrorCode.REFUSED, e.code());
                assertTrue(e.getMessage().startsWith("an original ZeROSMQ master does not tell "), e.getMessage());
                assertEquals("use 'zrs master'", e.remedy());
            }
        }
    }

    @Test
    void readsTheGraphOfAnOriginalMaster() {
        try (OriginalMaster original = new OriginalMaster();
                Node node = Node.connect(original.address(), new NodeName("both.py"));
                MasterClient tool = MasterClient.connect(original.address(), new NodeName("tool"), Await.DEADLINE)) {
            node.advertise(TOPIC);
            node.subscribe(TOPIC);
            NodeId both = new NodeId(new NodeName("both"), "p1.1");
            assertEquals(
                    List.of(new TopicInfo(TOPIC, List.of(both), List.of(both))),
                    tool.graph().topics());
            assertEquals(List.of(new NodeInfo(both, 1, "", NodeDetails.UNKNOWN, 2)), tool.nodes());
        }
    }
}
