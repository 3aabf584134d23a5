package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.protocol.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A publisher's bound in bytes, which is of what the master has not confirmed. */
@Timeout(60)
class PublisherWindowTest {
    private static final TopicName TOPIC = new TopicName("t");
    private static final byte[] LARGE = new byte[100_000];
    private static final PublisherOptions SMALL = PublisherOptions.DEFAULT.withQueueBytes(1 << 20);

    private final ScriptedMaster master = new ScriptedMaster();
    private final Node node = Node.connect(master.address(), new NodeName("node"));
    private final List<Boolean> results = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        node.close();
        master.close();
    }

    private Thread publishOneMore(Publisher publisher) {
        Thread thread = new Thread(() -> {
            results.add(publisher.publish(LARGE));
            results.add(Thread.interrupted());
        });
        thread.start();
        Await.until("it waits", () -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }

    private Publisher full() {
        Publisher publisher = node.advertise(TOPIC, SMALL);
        master.readsIngress(false);
        for (int i = 0; i < 10; i++) {
            assertTrue(publisher.offer(LARGE, 0, LARGE.length, Duration.ZERO));
        }
        assertFalse(publisher.offer(LARGE, 0, LARGE.length, Duration.ZERO));
        return publisher;
    }

    @Test
    void waitsForAConfirmation() throws InterruptedException {
        Publisher publisher = full();
        Thread waiting = publishOneMore(publisher);
        master.readsIngress(true);
        waiting.join();
        assertEquals(List.of(true, false), results);
        publisher.close();
        assertEquals(11, master.carriedCount());
        assertEquals(0, publisher.lost());
        List<Operation.Statistics> asked = master.operations(Operation.Statistics.class);
        assertEquals(Optional.of(TOPIC), asked.get(0).topic());
        assertEquals(Optional.of(node.id().instance()), asked.get(0).instance());
    }

    @Test
    void waitsUntilTheMasterHasAll() throws InterruptedException {
        Publisher publisher = full();
        assertFalse(publisher.awaitSettled(Duration.ZERO));
        assertFalse(publisher.awaitSettled(Duration.ofMillis(1)));
        Thread waiting = new Thread(() -> results.add(publisher.awaitSettled(Duration.ofDays(1))));
        waiting.start();
        Await.until("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);
        master.readsIngress(true);
        waiting.join();
        assertEquals(List.of(true), results);
        assertEquals(10, master.carriedCount());
    }

    @Test
    void dropsWhatIsOverIt() {
        Publisher publisher = node.advertise(TOPIC, SMALL.withWhenFull(WhenFull.DROP));
        master.readsIngress(false);
        IntStream.range(0, 30).forEach(i -> publisher.publish(LARGE));
        assertEquals(10, publisher.published());
        assertEquals(20, publisher.dropped());
        master.readsIngress(true);
        Await.until("there is room again", () -> publisher.publish(LARGE));
        publisher.close();
        assertEquals(publisher.published(), master.carriedCount());
    }

    @Test
    void takesAMessageThatIsLonger() {
        Publisher publisher = node.advertise(TOPIC, SMALL.withQueueBytes(1_000));
        for (int i = 0; i < 20; i++) {
            assertTrue(publisher.publish(LARGE));
        }
        Await.until("all are carried", () -> master.carriedCount() == 20);
    }

    @Test
    void sendsOnAndOn() {
        Publisher one = node.advertise(TOPIC, SMALL);
        Publisher two = node.advertise(new TopicName("other"), SMALL);
        for (int i = 0; i < 500; i++) {
            assertTrue(one.publish(LARGE));
            assertTrue(two.publish(LARGE));
        }
        one.close();
        two.close();
        assertEquals(1_000, master.carriedCount());
        assertEquals(0, one.lost() + two.lost());
    }

    @Test
    void endsAWaitByAnInterrupt() throws InterruptedException {
        Publisher publisher = full();
        Thread waiting = publishOneMore(publisher);
        waiting.interrupt();
        waiting.join();
        assertEquals(List.of(false, true), results);
        assertEquals(1, publisher.dropped());
        master.readsIngress(true);
    }

    @Test
    void endsAWaitByClosing() throws InterruptedException {
        Publisher publisher = full();
        Thread waiting = publishOneMore(publisher);
        publisher.close();
        waiting.join();
        assertEquals(List.of(false, false), results);
        assertEquals(10, publisher.published());
    }

    /** The registration outlives the connection, so the master's count never reaches what was sent. */
    @Test
    void countsWhatWasLostWithAConnectionNoMore() throws InterruptedException {
        Publisher publisher = full();
        Thread waiting = publishOneMore(publisher);
        master.topics().breaksIngress = true;
        Await.until("the connection has ended", () -> !master.topics().breaksIngress);
        master.readsIngress(true);
        waiting.join();
        assertEquals(List.of(true, false), results);
        assertEquals(1, master.operations(Operation.Advertise.class).size());
        for (int i = 0; i < 100; i++) {
            assertTrue(publisher.publish(LARGE));
        }
        Await.until(
                "all but the first ten are confirmed",
                () -> publisher.sender().tally().confirmed() == 101);
        publisher.close();
        assertEquals(10, publisher.lost());
    }

    /** Both are one registration to the master, whose count never reaches what both sent. */
    @Test
    void doesNotWaitForWhatAPublisherBeforeItCouldNotSend() throws InterruptedException {
        NodeOptions hasty = NodeOptions.builder(new NodeName("hasty"))
                .master(master.address())
                .flushTimeout(Duration.ofSeconds(2))
                .build();
        try (Node other = Node.connect(hasty)) {
            Publisher before = other.advertise(TOPIC);
            master.readsIngress(false);
            for (int i = 0; i < 300; i++) {
                assertTrue(before.publish(LARGE));
            }
            Thread closing = new Thread(before::close);
            closing.start();
            Await.until("it closes", () -> before.sender().isClosed());
            Publisher publisher = other.advertise(TOPIC, SMALL);
            assumeTrue(closing.isAlive(), "this machine is too busy for the two to meet");
            for (int i = 0; i < 10; i++) {
                assertTrue(publisher.publish(LARGE));
            }
            closing.join();
            master.readsIngress(true);
            for (int i = 0; i < 100; i++) {
                assertTrue(publisher.offer(LARGE, 0, LARGE.length, Await.DEADLINE), "message " + i);
            }
            Await.until(
                    "all of the second are there",
                    () -> publisher.sender().tally().confirmed() >= 110);
        }
    }
}
