package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class NodeSubscribeTest {
    private static final TopicName TOPIC = new TopicName("BARO");
    private static final TopicName LONGER = new TopicName("BARO_AVG");
    private static final NodeName NAME = new NodeName("listener");

    private final ScriptedMaster master = new ScriptedMaster();
    private final Node node = Node.connect(master.address(), NAME);
    private final Node talker = Node.connect(master.address(), new NodeName("talker"));
    private final Queue<Message> heard = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        node.close();
        talker.close();
        master.close();
    }

    private List<String> texts() {
        return heard.stream().map(Message::text).toList();
    }

    @Test
    void hearsEverythingOnceSubscribed() {
        List<String> expected = new ArrayList<>();
        for (int round = 0; round < 30; round++) {
            TopicName topic = new TopicName("t" + round);
            Publisher publisher = talker.advertise(topic);
            node.subscribe(topic, heard::add);
            publisher.publish("m" + round);
            expected.add("m" + round);
        }
        Await.until("all are heard", () -> heard.size() >= expected.size());
        assertEquals(
                expected.stream().sorted().toList(), texts().stream().sorted().toList());
    }

    @Test
    void hearsInOrder() {
        Subscription subscription = node.subscribe(TOPIC, heard::add);
        Publisher publisher = talker.advertise(TOPIC);
        List<String> expected =
                IntStream.range(0, 20_000).mapToObj(i -> i + ", \nü").toList();
        expected.forEach(publisher::publish);
        Await.until("all are heard", () -> heard.size() == expected.size());
        assertEquals(expected, texts());
        assertEquals(TOPIC, heard.element().topic());
        assertEquals(20_000, subscription.received());
        assertEquals(0, subscription.dropped());
        assertEquals(TOPIC, subscription.topic());
    }

    @Test
    void waitsForTheGate() throws InterruptedException {
        master.answersGate(false);
        AtomicReference<Subscription> subscribed = new AtomicReference<>();
        Thread subscribing = new Thread(() -> subscribed.set(node.subscribe(TOPIC)));
        subscribing.start();
        Await.until("the request is there", () -> master.requests().contains("subscribe BARO"));
        assertEquals(null, subscribed.get());
        master.answersGate(true);
        subscribing.join();
        assertEquals(TOPIC, subscribed.get().topic());
    }

    @Test
    void givesUpOnAGateThatStaysShut() {
        master.answersGate(false);
        NodeOptions options = NodeOptions.builder(NAME)
                .master(master.address())
                .requestTimeout(Duration.ofSeconds(1))
                .build();
        try (Node impatient = Node.connect(options)) {
            ZrsException e = assertThrows(ZrsException.class, () -> impatient.subscribe(TOPIC));
            assertEquals(ErrorCode.TIMEOUT, e.code());
            assertTrue(master.requests().contains("withdraw BARO subscriber"), "it has left again");
            master.answersGate(true);
            impatient.subscribe(TOPIC).close();
        }
    }

    @Test
    void subscribesAndPublishesFromAListener() {
        Publisher publisher = talker.advertise(TOPIC);
        Publisher other = talker.advertise(LONGER);
        CountDownLatch subscribed = new CountDownLatch(1);
        node.subscribe(TOPIC, message -> {
            if (message.text().equals("0")) {
                node.subscribe(LONGER, heard::add);
                subscribed.countDown();
            }
            heard.add(message);
        });
        List<String> expected =
                IntStream.range(0, 5_000).mapToObj(Integer::toString).toList();
        expected.forEach(publisher::publish);
        Await.until("the listener has subscribed", () -> subscribed.getCount() == 0);
        other.publish("late");
        Await.until("all are heard", () -> heard.size() == 5_001);
        assertEquals(
                expected, texts().stream().filter(text -> !text.equals("late")).toList());
        assertTrue(texts().contains("late"));
    }

    @Test
    void goesOnAfterAListenerFailsAndLogsIt() {
        RecordingLog log = new RecordingLog();
        try (log) {
            node.subscribe(TOPIC, message -> {
                heard.add(message);
                throw new IllegalStateException("on purpose");
            });
            Publisher publisher = talker.advertise(TOPIC);
            publisher.publish("1");
            publisher.publish("2");
            Await.until("both are heard and logged", () -> log.messages().size() == 2);
        }
        assertEquals(List.of("1", "2"), texts());
        assertEquals("the listener of BARO failed", log.messages().get(0));
    }

    @Test
    void keepsTopicsApartOfWhichOneStartsTheOther() {
        node.subscribe(TOPIC, heard::add);
        Publisher average = talker.advertise(LONGER);
        node.subscribe(LONGER, heard::add);
        Publisher baro = talker.advertise(TOPIC);
        average.publish("average");
        baro.publish("baro");
        Await.until("both are heard", () -> heard.size() == 2);
        heard.forEach(message -> assertEquals(message.topic().equals(TOPIC) ? "baro" : "average", message.text()));
    }

    @Test
    void givesEachSubscriptionOfATopicEveryMessage() {
        Subscription first = node.subscribe(TOPIC, heard::add);
        Subscription second = node.subscribe(TOPIC);
        assertEquals(
                1, master.requests().stream().filter("subscribe BARO"::equals).count());
        Publisher publisher = talker.advertise(TOPIC);
        publisher.publish("1");
        Await.until("the first hears", () -> heard.size() == 1);
        assertEquals("1", second.receive(Await.DEADLINE).orElseThrow().text());
        first.close();
        publisher.publish("2");
        assertEquals("2", second.receive(Await.DEADLINE).orElseThrow().text());
        assertEquals(1, heard.size());
        assertFalse(master.requests().contains("withdraw BARO subscriber"));
        second.close();
        second.close();
        assertTrue(master.requests().contains("withdraw BARO subscriber"));
    }

    @Test
    void subscribesAgainAfterUnsubscribing() {
        Publisher publisher = talker.advertise(TOPIC);
        for (int round = 0; round < 20; round++) {
            Subscription subscription = node.subscribe(TOPIC);
            publisher.publish("m" + round);
            assertEquals(
                    "m" + round,
                    subscription.receive(Await.DEADLINE).orElseThrow().text());
            subscription.close();
            assertEquals(
                    ErrorCode.CLOSED,
                    assertThrows(ZrsException.class, () -> subscription.receive(Duration.ZERO))
                            .code());
        }
    }

    @Test
    void unsubscribesFromItsListener() {
        AtomicReference<Subscription> own = new AtomicReference<>();
        CountDownLatch known = new CountDownLatch(1);
        own.set(node.subscribe(TOPIC, message -> {
            heard.add(message);
            Await.until("the subscription is known", () -> known.getCount() == 0);
            own.get().close();
        }));
        known.countDown();
        Subscription witness = node.subscribe(TOPIC);
        Publisher publisher = talker.advertise(TOPIC);
        publisher.publish("1");
        publisher.publish("2");
        assertEquals("1", witness.receive(Await.DEADLINE).orElseThrow().text());
        assertEquals("2", witness.receive(Await.DEADLINE).orElseThrow().text());
        assertEquals(List.of("1"), texts());
    }

    @Test
    void refusesToPollAListener() {
        Subscription subscription = node.subscribe(TOPIC, heard::add);
        assertEquals(
                ErrorCode.INVALID,
                assertThrows(ZrsException.class, () -> subscription.receive(Duration.ZERO))
                        .code());
        assertEquals(
                ErrorCode.NOT_FOUND,
                assertThrows(ZrsException.class, () -> node.receive(TOPIC, Duration.ZERO))
                        .code());
    }
}
