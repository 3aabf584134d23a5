package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A master that goes and comes back, on other data ports. */
@Timeout(120)
class NodeRecoveryTest {
    private static final TopicName TOPIC = new TopicName("t");
    private static final NodeName NAME = new NodeName("node");

    private ScriptedMaster master = new ScriptedMaster();
    private final Node node = Node.connect(master.address(), NAME);

    @AfterEach
    void close() {
        node.close();
        master.close();
    }

    private void restart() {
        int port = master.address().port();
        master.close();
        master = new ScriptedMaster(port);
    }

    @Test
    void dropsAndCountsUntilTheMasterIsBack() {
        Publisher publisher = node.advertise(TOPIC, PublisherOptions.DEFAULT.withWhenFull(WhenFull.DROP));
        assertTrue(publisher.publish("before"));
        Await.until("it is carried", () -> master.carriedCount() == 1);
        int port = master.address().port();
        master.close();
        Await.until("the loss is seen", () -> !publisher.isConnected());
        assertFalse(publisher.publish("lost"));
        assertEquals(1, publisher.dropped());
        master = new ScriptedMaster(port);
        Await.until("the way is open", publisher::isConnected);
        assertTrue(publisher.publish("after"));
        Await.until("it is carried", () -> master.carriedCount() == 1);
        assertEquals(List.of("t after"), master.carried());
        assertEquals(2, publisher.published());
    }

    @Test
    void blocksUntilTheMasterIsBack() throws InterruptedException {
        Publisher publisher = node.advertise(TOPIC);
        int port = master.address().port();
        master.close();
        Await.until("the loss is seen", () -> !publisher.isConnected());
        Thread publishing = new Thread(() -> assertTrue(publisher.publish("kept")));
        publishing.start();
        Await.until("it waits", () -> publishing.getState() == Thread.State.TIMED_WAITING);
        master = new ScriptedMaster(port);
        publishing.join();
        Await.until("it is carried", () -> master.carriedCount() == 1);
        assertEquals(List.of("t kept"), master.carried());
    }

    @Test
    void hearsAgain() {
        Subscription subscription = node.subscribe(TOPIC);
        Publisher publisher = node.advertise(TOPIC, PublisherOptions.DEFAULT.withWhenFull(WhenFull.DROP));
        publisher.publish("1");
        assertEquals("1", subscription.receive(Await.DEADLINE).orElseThrow().text());
        for (int round = 0; round < 3; round++) {
            String text = "round " + round;
            restart();
            Await.until("both ways are open", () -> {
                publisher.publish(text);
                return subscription
                        .receive(Duration.ZERO)
                        .filter(message -> message.text().equals(text))
                        .isPresent();
            });
        }
        assertTrue(master.requests().containsAll(List.of("advertise t", "subscribe t")));
    }

    @Test
    void comesBackAfterARequestThatNobodyAnswered() {
        NodeOptions options = NodeOptions.builder(new NodeName("impatient"))
                .master(master.address())
                .requestTimeout(Duration.ofSeconds(1))
                .build();
        try (Node impatient = Node.connect(options)) {
            Publisher publisher = impatient.advertise(TOPIC);
            int port = master.address().port();
            master.close();
            Await.until("the loss is seen", () -> !publisher.isConnected());
            assertEquals(
                    ErrorCode.NO_MASTER,
                    assertThrows(ZrsException.class, impatient::topics).code());
            master = new ScriptedMaster(port);
            Await.until("the way is open", publisher::isConnected);
        }
    }

    @Test
    void comesBackWithTheTopicsThatAreNotRefusedAndTriesTheOthersAgain() {
        try (RecordingLog log = new RecordingLog()) {
            Publisher refused = node.advertise(new TopicName("refused"));
            Subscription heard = node.subscribe(new TopicName("refused"));
            Publisher taken = node.advertise(new TopicName("taken"));
            int port = master.address().port();
            master.close();
            Await.until("the loss is seen", () -> !taken.isConnected());
            master = new ScriptedMaster(port);
            master.answerBy(request -> request.endsWith(" refused") ? Optional.of("ERROR no more") : null);
            Await.until("one is back", taken::isConnected);
            assertFalse(refused.isConnected());
            Await.until("it is logged", () -> !log.messages().isEmpty());
            Await.until("it is tried again", () -> Collections.frequency(master.requests(), "advertise refused") > 1);
            assertEquals(List.of("cannot rejoin refused: the master refuses: no more"), log.messages(), "told once");
            master.answerBy(request -> null);
            Await.until("the other is back", refused::isConnected);
            Await.until("the subscription, too", () -> {
                refused.publish("x");
                return heard.receive(Duration.ZERO).isPresent();
            });
            assertEquals(1, Collections.frequency(master.requests(), "advertise taken"));
        }
    }

    @Test
    void joinsTheNextMasterUnderItsInstance() {
        Operation.Join first = master.operations(Operation.Join.class).get(0);
        restart();
        Await.until("it joins", () -> !master.operations(Operation.Join.class).isEmpty());
        assertEquals(first, master.operations(Operation.Join.class).get(0));
    }

    @Test
    void goesOnWithAnOriginalMasterAndBack() {
        Subscription subscription = node.subscribe(TOPIC);
        Publisher publisher = node.advertise(TOPIC, PublisherOptions.DEFAULT.withWhenFull(WhenFull.DROP));
        int port = master.address().port();
        for (int protocol : new int[] {1, 2}) {
            String text = "protocol " + protocol;
            master.close();
            Await.until("the loss is seen", () -> !publisher.isConnected());
            if (protocol == 1) {
                master = new ScriptedMaster(port, request -> request.startsWith("LIST") ? Optional.of("") : null);
            } else {
                master = new ScriptedMaster(port);
            }
            Await.until("both ways are open", () -> {
                publisher.publish(text);
                return subscription
                        .receive(Duration.ZERO)
                        .filter(message -> message.text().equals(text))
                        .isPresent();
            });
            assertEquals(protocol, node.protocol());
            assertEquals(protocol == 1, master.operations(Operation.class).isEmpty());
        }
    }

    @Test
    void tellsWhetherItsMasterIsThere() {
        assertTrue(node.isConnected());
        for (int round = 0; round < 3; round++) {
            int port = master.address().port();
            master.close();
            Await.until("the loss is seen", () -> !node.isConnected());
            master = new ScriptedMaster(port);
            Await.until("it is back", node::isConnected);
        }
        node.close();
        assertFalse(node.isConnected());
    }
}
