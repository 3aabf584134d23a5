package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.Version;
import io.zrs.model.Volume;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Push;
import io.zrs.protocol.Result;
import io.zrs.protocol.json.ClientMessage;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a node and a zrs master say to each other beside messages. */
@Timeout(120)
class NodeMembershipTest {
    private static final TopicName TOPIC = new TopicName("t");
    private static final NodeName NAME = new NodeName("node");

    private final ScriptedMaster master = new ScriptedMaster();
    private final Queue<String> reasons = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        master.close();
    }

    private NodeOptions.Builder options() {
        return NodeOptions.builder(NAME).master(master.address());
    }

    private static Result.Lost lost(Role role, long messages) {
        return new Result.Lost(TOPIC, role, new Volume(messages, 10 * messages));
    }

    @Test
    void saysWhatItIs() {
        try (Node node = Node.connect(options().program("zrs test").hidden(true).build())) {
            Operation.Join join = master.operations(Operation.Join.class).get(0);
            assertEquals(node.id(), join.node());
            NodeDetails details = join.details();
            assertEquals(ProcessHandle.current().pid(), details.pid());
            assertEquals("zrs test", details.program());
            assertEquals(Version.current(), details.version());
            assertTrue(details.hidden());
        }
    }

    @Test
    void differsFromANodeOfItsName() {
        try (Node one = Node.connect(options().build());
                Node two = Node.connect(options().build())) {
            assertEquals(one.name(), two.name());
            assertNotEquals(one.id(), two.id());
            assertTrue(one.id().instance().matches("[0-9a-f]{16}"));
        }
    }

    @Test
    void refusesAProgramThatIsNoLine() {
        assertThrows(ZrsException.class, () -> options().program("two\nlines").build());
    }

    @Test
    void saysWhoseItsDataConnectionsAre() {
        try (Node node = Node.connect(options().build())) {
            node.advertise(TOPIC).publish("x");
            node.subscribe(TOPIC);
            Await.until("the message is carried", () -> master.carriedCount() == 1);
            String instance = node.id().instance();
            assertEquals(List.of(instance), master.topics().marks());
            assertEquals(List.of(instance), master.topics().gates());
        }
    }

    @Test
    void saysThatAPublisherIsPatientAlsoLater() {
        try (Node node = Node.connect(options().build())) {
            Publisher first = node.advertise(TOPIC);
            first.publish("x");
            node.advertise(TOPIC, PublisherOptions.DEFAULT.withPatience(true));
            node.advertise(TOPIC, PublisherOptions.DEFAULT.withPatience(true)).publish("y");
            Await.until("the messages are carried", () -> master.carriedCount() == 2);
            String instance = node.id().instance();
            assertEquals(
                    List.of(instance, instance + " patient"), master.topics().marks());
            assertTrue(first.awaitSettled(Duration.ofSeconds(20)));
        }
    }

    @Test
    void tellsTheTopicsFromOfTheMaster() {
        try (Node node = Node.connect(options().build())) {
            node.advertise(TOPIC);
            assertEquals(List.of(TOPIC), node.topics());
        }
    }

    @Test
    void showsThatItLivesAndWhatItLost() {
        try (Node node = Node.connect(options().build())) {
            Subscription subscription = node.subscribe(TOPIC, SubscriptionOptions.DEFAULT.withQueueMessages(1));
            Publisher publisher = node.advertise(TOPIC);
            publisher.publish("1");
            publisher.publish("2");
            publisher.publish("3");
            Await.until("two are dropped", () -> subscription.dropped() == 2);
            Operation.Loss loss = new Operation.Loss(TOPIC, Role.SUBSCRIBER, 2);
            Await.until(
                    "a heartbeat says so",
                    () -> master.operations(Operation.Heartbeat.class).stream()
                            .anyMatch(beat -> beat.lost().equals(List.of(loss))));
        }
    }

    @Test
    void hearsWhatTheMasterDropped() {
        Subscription subscription;
        try (Node node = Node.connect(options().build())) {
            subscription = node.subscribe(TOPIC);
            assertEquals(0, subscription.lost());
            master.answers().drops(List.of(lost(Role.SUBSCRIBER, 5)));
            Await.until("a heartbeat brings it", () -> subscription.lost() == 5);
            master.answers().drops(List.of(lost(Role.SUBSCRIBER, 7)));
            node.refreshLosses();
            assertEquals(7, subscription.lost());
            master.answers().drops(List.of());
            node.refreshLosses();
            assertEquals(7, subscription.lost(), "a master that counts anew takes nothing back");
            master.answers().drops(List.of(lost(Role.SUBSCRIBER, 1), lost(Role.PUBLISHER, 3)));
        }
        assertEquals(8, subscription.lost(), "asked once more at the end");
    }

    @Test
    void knowsHowLongTheMasterHasBeenSilent() {
        try (Node node = Node.connect(options().build())) {
            master.answerBy(request -> request.equals("heartbeat") ? Optional.empty() : null);
            Await.until("a question has no answer", () -> node.silence().toMillis() > 100);
            assertTrue(node.isConnected());
            master.answerBy(request -> null);
            Await.until("the next one has", () -> node.silence().isZero());
        }
    }

    @Test
    void asksAnOriginalMasterNothingThatItWouldNotSurvive() {
        try (OriginalMaster original = new OriginalMaster();
                Node node = Node.connect(original.address(), new NodeName("n"))) {
            assertEquals(Duration.ZERO, node.silence());
            node.advertise(TOPIC);
            assertEquals(Duration.ZERO, node.silence());
        }
    }

    @Test
    void joinsAgainWhenTheMasterForgotIt() {
        try (Node node = Node.connect(options().build())) {
            Publisher publisher = node.advertise(TOPIC);
            master.answerBy(request -> request.equals("heartbeat") ? Optional.of("ERROR who are you") : null);
            Await.until(
                    "it joins again",
                    () -> master.operations(Operation.Join.class).size() > 1);
            master.answerBy(request -> null);
            assertEquals(
                    node.id(), master.operations(Operation.Join.class).get(1).node());
            Await.until("it registers again", () -> Collections.frequency(master.requests(), "advertise t") > 1);
            assertTrue(publisher.publish("x"));
            Await.until("it is carried", () -> master.carriedCount() == 1);
        }
    }

    @Test
    void answersAPingWhileItsListenerIsBusy() throws InterruptedException {
        CountDownLatch listening = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (Node node = Node.connect(options().build())) {
            node.subscribe(TOPIC, message -> {
                listening.countDown();
                Await.until("the test is through", () -> done.getCount() == 0);
            });
            node.advertise(TOPIC).publish("go");
            listening.await();
            master.push(new Push.Ping(42));
            Await.until("the node answers", () -> master.acknowledged().contains(new ClientMessage.Answer(42, true)));
            done.countDown();
        }
    }

    @Test
    void closesWhenTheMasterAsksForIt() {
        Node node = Node.connect(options().build());
        assertFalse(node.isClosed());
        master.push(new Push.Stop(7, "enough"));
        Await.until("it is closed", node::isClosed);
        Await.until(
                "it said that it heard",
                () -> master.acknowledged().equals(List.of(new ClientMessage.Answer(7, true))));
        Await.until("it has left", () -> master.requests().contains("leave"));
    }

    @Test
    void leavesItToTheProgramHowToStop() {
        try (Node node = Node.connect(options().onStop(reasons::add).build())) {
            master.push(new Push.Stop(1, "enough"));
            Await.until("the program hears", () -> List.copyOf(reasons).equals(List.of("enough")));
            Await.until(
                    "it said that it heard",
                    () -> master.acknowledged().equals(List.of(new ClientMessage.Answer(1, true))));
            assertFalse(node.isClosed());
            node.advertise(TOPIC);
        }
    }

    @Test
    void outlivesAProgramThatFailsToStop() {
        try (RecordingLog log = new RecordingLog();
                Node node = Node.connect(options()
                        .onStop(reason -> {
                            throw new IllegalStateException("no");
                        })
                        .build())) {
            master.push(new Push.Stop(1, ""));
            Await.until("it is logged", () -> !log.messages().isEmpty());
            node.advertise(TOPIC);
        }
    }

    @Test
    void closesAfterAnErrorAndSaysWhy() {
        try (RecordingLog log = new RecordingLog()) {
            Node node = Node.connect(options().build());
            Subscription subscription = node.subscribe(TOPIC);
            Error error = new OutOfMemoryError("as if");
            node.fail(error);
            ZrsException e = assertThrows(ZrsException.class, () -> node.receive(Duration.ofDays(1)));
            assertEquals(ErrorCode.CLOSED, e.code());
            assertSame(error, e.getCause());
            assertThrows(ZrsException.class, () -> subscription.receive(Duration.ofDays(1)));
            Await.until("it has left", () -> master.requests().contains("leave"));
            assertEquals(List.of("the node node closes after an error"), log.messages());
        }
    }

    @Test
    void aWatcherTellsWhatEndedIt() {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        Error error = new OutOfMemoryError("as if");
        SocketWatcher watcher = new SocketWatcher(
                "zrs-test",
                () -> {
                    throw error;
                },
                failures::add);
        watcher.start();
        Await.until("it tells", () -> !failures.isEmpty());
        watcher.close();
        assertSame(error, failures.peek());
    }
}
