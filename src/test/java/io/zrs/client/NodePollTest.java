package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class NodePollTest {
    private static final TopicName A = new TopicName("a");
    private static final TopicName B = new TopicName("b");

    private final ScriptedMaster master = new ScriptedMaster();
    private final Node node = Node.connect(master.address(), new NodeName("listener"));
    private final Node talker = Node.connect(master.address(), new NodeName("talker"));

    @AfterEach
    void close() {
        node.close();
        talker.close();
        master.close();
    }

    private static String text(Optional<Message> message) {
        return message.orElseThrow().text();
    }

    @Test
    void takesFromAnyTopicInTheOrderOfArrival() {
        Subscription a = node.subscribe(A);
        Subscription b = node.subscribe(B);
        Publisher toA = talker.advertise(A);
        Publisher toB = talker.advertise(B);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            (i % 3 == 0 ? toB : toA).publish("m" + i);
            expected.add("m" + i);
            int sent = i + 1;
            Await.until("it is there", () -> a.received() + b.received() == sent);
        }
        List<String> taken = IntStream.range(0, 20)
                .mapToObj(i -> text(node.receive(Await.DEADLINE)))
                .toList();
        assertEquals(expected, taken);
        assertEquals(Optional.empty(), node.receive(Duration.ZERO));
    }

    @Test
    void takesFromOneTopic() {
        Subscription a = node.subscribe(A);
        Subscription b = node.subscribe(B);
        talker.advertise(A).publish("1");
        talker.advertise(B).publish("2");
        assertEquals("2", text(node.receive(B, Await.DEADLINE)));
        assertEquals(Optional.empty(), node.receive(B, Duration.ZERO));
        assertEquals("1", text(a.receive(Await.DEADLINE)));
        assertEquals(Optional.empty(), b.receive(Duration.ofMillis(1)));
    }

    @Test
    void needsASubscription() {
        ZrsException e = assertThrows(ZrsException.class, () -> node.receive(A, Duration.ZERO));
        assertEquals(ErrorCode.NOT_FOUND, e.code());
        assertEquals(Optional.empty(), node.receive(Duration.ZERO));
    }

    @Test
    void dropsTheOldestAndCounts() {
        Subscription few = node.subscribe(A, SubscriptionOptions.DEFAULT.withQueueMessages(10));
        Subscription small = node.subscribe(A, SubscriptionOptions.DEFAULT.withQueueBytes(30));
        Publisher publisher = talker.advertise(A);
        IntStream.range(100, 200).forEach(i -> publisher.publish(Integer.toString(i)));
        Await.until("all came", () -> few.received() == 100 && small.received() == 100);
        assertEquals(90, few.dropped());
        assertEquals(90, small.dropped());
        IntStream.range(190, 200).forEach(i -> assertEquals(Integer.toString(i), text(few.receive(Duration.ZERO))));
        IntStream.range(190, 200).forEach(i -> assertEquals(Integer.toString(i), text(node.receive(Duration.ZERO))));
        assertEquals(Optional.empty(), node.receive(Duration.ZERO));
    }

    @Test
    void keepsOneMessageThatIsLargerThanTheQueue() {
        Subscription small = node.subscribe(A, SubscriptionOptions.DEFAULT.withQueueBytes(10));
        Publisher publisher = talker.advertise(A);
        publisher.publish("1");
        publisher.publish("x".repeat(1000));
        Await.until("both came", () -> small.received() == 2);
        assertEquals(1000, text(small.receive(Duration.ZERO)).length());
        assertEquals(1, small.dropped());
    }

    @Test
    void blocksWithoutLossAndStillSubscribes() {
        SubscriptionOptions options = new SubscriptionOptions(10, 1 << 20, Overflow.BLOCK);
        Subscription blocking = node.subscribe(A, options);
        Publisher publisher = talker.advertise(A);
        int count = 20_000;
        IntStream.range(0, count).forEach(i -> publisher.publish(Integer.toString(i)));
        Await.until("the queue is full", () -> blocking.received() == 10);
        Subscription other = node.subscribe(B);
        talker.advertise(B).publish("through");
        for (int i = 0; i < count; i++) {
            assertEquals(Integer.toString(i), text(blocking.receive(Await.DEADLINE)));
        }
        assertEquals("through", text(other.receive(Await.DEADLINE)));
        assertEquals(0, blocking.dropped());
        assertEquals(count, blocking.received());
    }

    @Test
    void endsAWaitByAnInterrupt() throws InterruptedException {
        node.subscribe(A);
        List<Object> seen = new ArrayList<>();
        Thread waiting = new Thread(() -> {
            seen.add(node.receive(Duration.ofDays(1_000_000)));
            seen.add(Thread.interrupted());
        });
        waiting.start();
        Await.until("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);
        waiting.interrupt();
        waiting.join();
        assertEquals(List.of(Optional.empty(), true), seen);
    }

    @Test
    void endsAWaitByClosing() throws InterruptedException {
        Subscription subscription = node.subscribe(A);
        List<ErrorCode> codes = new ArrayList<>();
        Thread waiting =
                new Thread(() -> codes.add(assertThrows(ZrsException.class, () -> subscription.receive(Await.DEADLINE))
                        .code()));
        waiting.start();
        Await.until("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);
        subscription.close();
        waiting.join();
        assertEquals(List.of(ErrorCode.CLOSED), codes);
    }

    @Test
    void letsManyThreadsTake() throws InterruptedException {
        Subscription subscription = node.subscribe(A);
        Publisher publisher = talker.advertise(A);
        int count = 3_000;
        List<String> taken = new CopyOnWriteArrayList<>();
        List<Thread> threads = IntStream.range(0, 3)
                .mapToObj(i -> new Thread(() -> {
                    for (int j = 0; j < count / 3; j++) {
                        taken.add(text(node.receive(Await.DEADLINE)));
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        IntStream.range(0, count).forEach(i -> publisher.publish(Integer.toString(i)));
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(count, taken.stream().distinct().count());
        assertTrue(subscription.receive(Duration.ZERO).isEmpty());
    }
}
