package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.protocol.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What publishers know of messages that did not reach their master. */
@Timeout(120)
class PublisherLossTest {
    private static final TopicName TOPIC = new TopicName("t");
    private static final NodeName NAME = new NodeName("node");

    private ScriptedMaster master = new ScriptedMaster();
    private final Node node = Node.connect(master.address(), NAME);

    @AfterEach
    void close() {
        node.close();
        master.close();
    }

    private static void publish(Publisher publisher, int messages) {
        for (int i = 0; i < messages; i++) {
            assertTrue(publisher.publish("m" + i));
        }
    }

    private void restart(Publisher publisher) {
        int port = master.address().port();
        master.close();
        Await.until("the loss is seen", () -> !publisher.isConnected());
        master = new ScriptedMaster(port);
        Await.until("the way is open", publisher::isConnected);
    }

    @Test
    void asksWhatCameWhenItCloses() {
        Publisher publisher = node.advertise(TOPIC);
        publish(publisher, 10);
        publisher.close();
        Operation.Withdraw withdraw =
                master.operations(Operation.Withdraw.class).get(0);
        assertEquals(OptionalLong.of(10), withdraw.sent());
        assertEquals(10, publisher.sent());
        assertEquals(0, publisher.lost());
    }

    @Test
    void countsWhatDidNotCome() {
        Publisher publisher = node.advertise(TOPIC);
        publish(publisher, 10);
        master.answers().swallows(3);
        publisher.close();
        assertEquals(3, publisher.lost());
    }

    @Test
    void countsWhatDidNotComeWhenTheNodeCloses() {
        Publisher publisher = node.advertise(TOPIC);
        Publisher other = node.advertise(new TopicName("other"));
        publish(publisher, 10);
        master.answers().swallows(3);
        node.close();
        assertEquals(3, publisher.lost());
        assertEquals(0, other.lost());
    }

    @Test
    void countsAllThatMayBeLostWithAMaster() {
        Publisher publisher = node.advertise(TOPIC);
        master.answers().swallows(1_000);
        publish(publisher, 10);
        Await.until("all are carried", () -> master.carriedCount() == 10);
        restart(publisher);
        assertEquals(10, publisher.lost());
        publish(publisher, 4);
        publisher.close();
        assertEquals(10, publisher.lost(), "the new master has the rest");
        assertEquals(14, publisher.sent());
    }

    @Test
    void doesNotCountWhatTheOldMasterConfirmed() {
        Publisher publisher = node.advertise(TOPIC);
        publish(publisher, 10);
        Await.until(
                "the master is asked and answers",
                () -> publisher.sender().tally().isConfirmed());
        restart(publisher);
        assertEquals(0, publisher.lost());
        publisher.close();
        assertEquals(0, publisher.lost());
    }

    @Test
    void countsAllThatMayBeLostIfTheMasterIsGoneAtTheEnd() {
        Publisher publisher = node.advertise(TOPIC);
        master.answers().swallows(1_000);
        publish(publisher, 10);
        Await.until("all are carried", () -> master.carriedCount() == 10);
        master.close();
        Await.until("the loss is seen", () -> !publisher.isConnected());
        node.close();
        assertEquals(10, publisher.lost());
    }

    @Test
    void countsOverPublishersThatFollowEachOther() {
        Publisher first = node.advertise(TOPIC);
        publish(first, 5);
        Publisher second = node.advertise(TOPIC);
        first.close();
        publish(second, 5);
        second.close();
        Operation.Withdraw withdraw =
                master.operations(Operation.Withdraw.class).get(0);
        assertEquals(OptionalLong.of(10), withdraw.sent());
        assertEquals(0, second.lost());
        assertEquals(5, second.sent());
    }

    @Test
    void tellsWhatAnOriginalMasterDidNotTakeInTime() {
        try (ScriptedMaster original = new ScriptedMaster()) {
            original.answerBy(request -> request.startsWith("LIST") ? Optional.of("") : null);
            NodeOptions options = NodeOptions.builder(NAME)
                    .master(original.address())
                    .flushTimeout(Duration.ofMillis(300))
                    .build();
            try (Node hasty = Node.connect(options)) {
                Publisher publisher = hasty.advertise(TOPIC);
                publish(publisher, 3);
                Await.until("they are carried", () -> original.carriedCount() == 3);
                original.readsIngress(false);
                String large = "x".repeat(1 << 20);
                for (int i = 0; i < 50; i++) {
                    assertTrue(publisher.publish(large));
                }
                publisher.close();
                assertTrue(publisher.lost() > 0);
                assertTrue(publisher.lost() <= publisher.sent());
            }
        }
    }

    @Test
    void givesItsLastMessageToANewMasterIfLatched() {
        Publisher latched = node.advertise(TOPIC, PublisherOptions.DEFAULT.withLatch(true));
        assertTrue(master.operations(Operation.Advertise.class).get(0).latch());
        publish(latched, 3);
        Await.until("all are carried", () -> master.carriedCount() == 3);
        restart(latched);
        Await.until("the last is carried again", () -> master.carriedCount() == 1);
        assertEquals(List.of("t m2"), master.carried());
        assertTrue(master.operations(Operation.Advertise.class).get(0).latch());
        assertEquals(3, latched.published());
        assertEquals(4, latched.sent());
        latched.close();
        assertEquals(
                OptionalLong.of(1),
                master.operations(Operation.Withdraw.class).get(1).sent());
    }

    @Test
    void latchesATopicThatItPublishesAlready() {
        node.advertise(TOPIC);
        node.advertise(TOPIC, PublisherOptions.DEFAULT.withLatch(true));
        assertEquals(
                List.of(false, true),
                master.operations(Operation.Advertise.class).stream()
                        .map(Operation.Advertise::latch)
                        .toList());
    }
}
