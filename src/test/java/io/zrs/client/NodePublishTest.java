package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

@Timeout(120)
class NodePublishTest {
    private static final TopicName TOPIC = new TopicName("BARO");
    private static final NodeName NAME = new NodeName("./my nodes/talker.py");

    private final ScriptedMaster master = new ScriptedMaster();
    private final Node node = Node.connect(master.address(), NAME);

    @AfterEach
    void close() {
        node.close();
        master.close();
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private Thread start(Runnable body) {
        Thread thread = new Thread(body);
        thread.start();
        return thread;
    }

    @Test
    void losesNothingRightAfterAdvertising() {
        List<String> expected = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            Publisher publisher = node.advertise(new TopicName("t" + round));
            publisher.publish("first " + round);
            expected.add("t" + round + " first " + round);
        }
        Await.until("all are carried", () -> master.carriedCount() >= expected.size());
        assertEquals(
                expected.stream().sorted().toList(),
                master.carried().stream().sorted().toList());
    }

    @Test
    void joinsWithItsFullName() {
        node.advertise(TOPIC).close();
        assertEquals(
                List.of("join ./my nodes/talker.py", "advertise BARO", "withdraw BARO publisher"),
                master.requests().subList(1, 4));
    }

    @Test
    void whatIsLongerThanTheMasterTakesIsRefusedBeforeItIsSent() {
        Publisher publisher = node.advertise(TOPIC);
        byte[] most = new byte[ScriptedAnswers.MAX_MESSAGE_BYTES - "BARO ".length() - 9];
        assertTrue(publisher.publish(most));
        byte[] more = new byte[most.length + 1];
        for (Executable sending : List.<Executable>of(
                () -> publisher.publish(more), () -> publisher.offer(more, 0, more.length, Duration.ZERO))) {
            ZrsException e = assertThrows(ZrsException.class, sending);
            assertEquals(ErrorCode.INVALID, e.code());
            assertEquals(
                    "a message of 67108851 bytes on BARO is longer than the 67108850 that the master takes",
                    e.getMessage());
        }
        assertEquals(1, publisher.published());
        assertEquals(0, publisher.dropped());
    }

    @Test
    void waitsForTheGate() throws InterruptedException {
        master.opensIngress(false);
        AtomicReference<Publisher> advertised = new AtomicReference<>();
        Thread advertising = start(() -> advertised.set(node.advertise(TOPIC)));
        Await.until("the request is there", () -> master.requests().size() == 3);
        assertEquals(null, advertised.get());
        master.opensIngress(true);
        advertising.join();
        assertTrue(advertised.get().isConnected());
    }

    @Test
    void givesUpOnAGateThatStaysShut() {
        master.opensIngress(false);
        NodeOptions options = NodeOptions.builder(NAME)
                .master(master.address())
                .requestTimeout(Duration.ofSeconds(1))
                .build();
        try (Node impatient = Node.connect(options)) {
            ZrsException e = assertThrows(ZrsException.class, () -> impatient.advertise(TOPIC));
            assertEquals(ErrorCode.TIMEOUT, e.code());
        }
        assertTrue(master.requests().contains("withdraw BARO publisher"), "it has left again");
    }

    @Test
    void sendsTextAndBytesAsTheyAre() {
        Publisher publisher = node.advertise(TOPIC);
        assertTrue(publisher.publish("grüße, \n 温度"));
        assertTrue(publisher.publish(""));
        assertTrue(publisher.publish(new byte[] {'x', ' ', 'y'}));
        Await.until("all are carried", () -> master.carriedCount() == 3);
        assertEquals(List.of("BARO grüße, \n 温度", "BARO ", "BARO x y"), master.carried());
        assertEquals(3, publisher.published());
        assertEquals(0, publisher.dropped());
        assertEquals(TOPIC, publisher.topic());
    }

    @Test
    void keepsTopicsApartOfWhichOneStartsTheOther() {
        Publisher baro = node.advertise(TOPIC);
        Publisher average = node.advertise(new TopicName("BARO_AVG"));
        for (int i = 0; i < 100; i++) {
            baro.publish("a" + i);
            average.publish("b" + i);
        }
        Await.until("all are carried", () -> master.carriedCount() >= 200);
        assertEquals(200, master.carried().stream().distinct().count());
        assertEquals(200, master.carriedCount());
    }

    @Test
    void dropsAndCountsWhatDoesNotFit() {
        Publisher publisher = node.advertise(
                TOPIC, PublisherOptions.DEFAULT.withQueueMessages(10).withWhenFull(WhenFull.DROP));
        master.readsIngress(false);
        byte[] large = new byte[100_000];
        int sent = 0;
        while (publisher.dropped() < 50) {
            publisher.publish(large);
            sent++;
        }
        assertEquals(sent, publisher.published() + publisher.dropped());
        master.readsIngress(true);
        Await.until("what was taken is carried", () -> master.carriedCount() == publisher.published());
        Await.until("there is room again", () -> publisher.publish("last"));
        Await.until("the last is carried", () -> master.carriedCount() == publisher.published());
    }

    @Test
    void blocksUntilThereIsRoom() throws InterruptedException {
        Publisher publisher = node.advertise(TOPIC, PublisherOptions.DEFAULT.withQueueMessages(10));
        master.readsIngress(false);
        int count = 300;
        List<Thread> threads = IntStream.range(0, 3)
                .mapToObj(i -> start(() -> {
                    for (int j = 0; j < count / 3; j++) {
                        assertTrue(publisher.publish(new byte[100_000]));
                    }
                }))
                .toList();
        Await.until(
                "all threads wait", () -> threads.stream().allMatch(t -> t.getState() == Thread.State.TIMED_WAITING));
        assertTrue(publisher.published() < count, "not everything fits");
        master.readsIngress(true);
        join(threads);
        assertEquals(count, publisher.published());
        assertEquals(0, publisher.dropped());
        Await.until("all are carried", () -> master.carriedCount() == count);
    }

    @Test
    void endsAWaitByClosingAndByInterrupting() throws InterruptedException {
        Publisher publisher = node.advertise(TOPIC, PublisherOptions.DEFAULT.withQueueMessages(10));
        master.readsIngress(false);
        List<Boolean> interrupted = new ArrayList<>();
        Thread first = start(() -> {
            while (publisher.publish(new byte[100_000])) {
                Thread.onSpinWait();
            }
            interrupted.add(Thread.currentThread().isInterrupted());
        });
        Await.until("it waits", () -> first.getState() == Thread.State.TIMED_WAITING);
        first.interrupt();
        first.join();
        assertEquals(List.of(true), interrupted);
        assertEquals(1, publisher.dropped());
        Thread second = start(() -> {
            while (publisher.publish(new byte[100_000])) {
                Thread.onSpinWait();
            }
        });
        Await.until("the next waits", () -> second.getState() == Thread.State.TIMED_WAITING);
        master.readsIngress(true);
        publisher.close();
        second.join();
        assertEquals(ErrorCode.CLOSED, failure(() -> publisher.publish("x")).code());
        Await.until("what was taken is carried", () -> master.carriedCount() == publisher.published());
    }

    private static ZrsException failure(Runnable call) {
        return assertThrows(ZrsException.class, call::run);
    }

    @Test
    void sharesAPublisherAmongThreads() throws InterruptedException {
        Publisher publisher = node.advertise(TOPIC);
        int threads = 4;
        int each = 5_000;
        join(IntStream.range(0, threads)
                .mapToObj(i -> start(() -> IntStream.range(0, each).forEach(j -> publisher.publish(i + " " + j))))
                .toList());
        Await.until("all are carried", () -> master.carriedCount() >= threads * each);
        List<String> carried = master.carried();
        for (int i = 0; i < threads; i++) {
            String start = "BARO " + i + " ";
            assertEquals(
                    IntStream.range(0, each).mapToObj(j -> start + j).toList(),
                    carried.stream().filter(text -> text.startsWith(start)).toList());
        }
    }

    @Test
    void sharesAConnectionAmongPublishersOfATopic() {
        Publisher one = node.advertise(TOPIC);
        Publisher two = node.advertise(TOPIC, PublisherOptions.DEFAULT.withWhenFull(WhenFull.DROP));
        one.publish("1");
        one.close();
        assertFalse(one.isConnected());
        assertTrue(two.isConnected());
        two.publish("2");
        Await.until("both are carried", () -> master.carriedCount() == 2);
        assertEquals(List.of("BARO 1", "BARO 2"), master.carried());
        assertEquals(3, master.requests().size(), "asked once, and not left");
        two.close();
        two.close();
        assertEquals(4, master.requests().size());
    }

    @Test
    void sendsEverythingBeforeItCloses() {
        Publisher publisher = node.advertise(TOPIC);
        for (int i = 0; i < 5_000; i++) {
            publisher.publish("message " + i);
        }
        publisher.close();
        Await.until("all are carried", () -> master.carriedCount() == 5_000);
        assertEquals(
                IntStream.range(0, 5_000).mapToObj(i -> "BARO message " + i).toList(), master.carried());
    }

    @Test
    void withstandsAStormOfInterrupts() throws InterruptedException {
        Publisher publisher = node.advertise(TOPIC);
        Thread publishing = start(() -> {
            for (int i = 0; i < 20_000; i++) {
                publisher.publish(Integer.toString(i));
                Thread.interrupted();
            }
        });
        while (publishing.isAlive()) {
            publishing.interrupt();
        }
        publishing.join();
        assertTrue(publisher.published() > 0);
        assertEquals(20_000, publisher.published() + publisher.dropped());
        Await.until("what was taken is carried", () -> master.carriedCount() == publisher.published());
        assertEquals(publisher.published(), master.carried().stream().distinct().count());
    }

    @Test
    void listsTopicsAndLogs() {
        List<String> lines = new ArrayList<>();
        NodeOptions options = NodeOptions.builder(NAME)
                .master(master.address())
                .log(lines::add)
                .build();
        try (Node other = Node.connect(options)) {
            other.advertise(TOPIC);
            assertEquals(List.of(TOPIC), other.topics());
            other.log("temperature is 3");
            assertEquals(List.of("[./my nodes/talker.py] temperature is 3"), lines);
        }
    }

    @Test
    void passesARefusalOn() {
        master.answerBy(request -> Optional.of("ERROR too many topics"));
        ZrsException e = failure(() -> node.advertise(TOPIC));
        assertEquals(ErrorCode.REFUSED, e.code());
        assertTrue(e.getMessage().endsWith("too many topics"), e.getMessage());
    }

    @Test
    void usesOnePayloadForManyMessages() {
        Publisher publisher = node.advertise(TOPIC);
        byte[] payload = "one".getBytes(StandardCharsets.UTF_8);
        publisher.publish(payload);
        System.arraycopy("two".getBytes(StandardCharsets.UTF_8), 0, payload, 0, 3);
        publisher.publish(payload);
        Await.until("both are carried", () -> master.carriedCount() == 2);
        assertEquals(List.of("BARO one", "BARO two"), master.carried());
    }
}
