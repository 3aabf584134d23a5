package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Taking all that waits at once. */
@Timeout(120)
class NodeReceiveManyTest {
    private static final TopicName A = new TopicName("a");
    private static final TopicName B = new TopicName("b");

    private final ScriptedMaster master = new ScriptedMaster();
    private final Node node = Node.connect(master.address(), new NodeName("listener"));
    private final Node talker = Node.connect(master.address(), new NodeName("talker"));
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Consumer<Message> into = message -> taken.add(message.text());

    @AfterEach
    void close() {
        node.close();
        talker.close();
        master.close();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    @Test
    void takesSoManyAtMostInTheOrderOfArrival() {
        Subscription a = node.subscribe(A);
        Subscription b = node.subscribe(B);
        Publisher toA = talker.advertise(A);
        Publisher toB = talker.advertise(B);
        for (int i = 0; i < 20; i++) {
            (i % 3 == 0 ? toB : toA).publish(Integer.toString(i));
            int sent = i + 1;
            Await.until("it is there", () -> a.received() + b.received() == sent);
        }
        assertEquals(7, node.receive(into, 7, Await.DEADLINE));
        assertEquals(numbers(0, 7), taken);
        assertEquals("7", node.receive(Duration.ZERO).orElseThrow().text());
        assertEquals("9", node.receive(B, Duration.ZERO).orElseThrow().text());
        assertEquals(11, node.receive(into, Integer.MAX_VALUE, Duration.ZERO));
        List<String> expected = new ArrayList<>(numbers(0, 20));
        expected.removeAll(List.of("7", "9"));
        assertEquals(expected, taken);
        assertEquals(0, node.receive(into, 1, Duration.ofMillis(1)));
        assertEquals(0, node.receive(into, 1, Duration.ofSeconds(-1)));
    }

    @Test
    void wantsAtLeastOne() {
        ZrsException e = assertThrows(ZrsException.class, () -> node.receive(into, 0, Duration.ZERO));
        assertEquals(ErrorCode.INVALID, e.code());
    }

    @Test
    void putsBackWhatComesBehindAFailure() {
        Subscription a = node.subscribe(A, SubscriptionOptions.DEFAULT.withQueueMessages(12));
        Publisher publisher = talker.advertise(A);
        numbers(0, 10).forEach(publisher::publish);
        Await.until("all came", () -> a.received() == 10);
        Consumer<Message> failing = message -> {
            into.accept(message);
            if (message.text().equals("3")) {
                publisher.publish("10");
                Await.until("one more came", () -> a.received() == 11);
                throw new IllegalStateException("as told");
            }
        };
        assertThrows(IllegalStateException.class, () -> node.receive(failing, 8, Duration.ZERO));
        assertEquals("4", a.receive(Duration.ZERO).orElseThrow().text());
        taken.add("4");
        assertEquals(6, node.receive(into, 100, Duration.ZERO));
        assertEquals(numbers(0, 11), taken);
        assertEquals(0, a.dropped());
        numbers(11, 30).forEach(publisher::publish);
        Await.until("the rest came", () -> a.received() == 30);
        assertEquals(7, a.dropped(), "bounds count as before");
        assertEquals(12, node.receive(into, 100, Duration.ZERO));
        assertEquals(numbers(18, 30), taken.subList(11, 23));
    }

    @Test
    void makesRoomForAQueueThatBlocks() {
        Subscription blocking = node.subscribe(A, new SubscriptionOptions(10, 1 << 20, Overflow.BLOCK));
        Publisher publisher = talker.advertise(A);
        numbers(0, 5_000).forEach(publisher::publish);
        while (taken.size() < 5_000) {
            int before = taken.size();
            int got = node.receive(into, 7, Await.DEADLINE);
            assertEquals(before + got, taken.size());
        }
        assertEquals(numbers(0, 5_000), taken);
        assertEquals(0, blocking.dropped());
    }

    @Test
    void endsAWaitByAnInterruptAndByClosing() throws InterruptedException {
        node.subscribe(A);
        List<Object> ends = new CopyOnWriteArrayList<>();
        Thread first = new Thread(() -> {
            ends.add(node.receive(into, 5, Duration.ofDays(1_000_000)));
            ends.add(Thread.interrupted());
        });
        first.start();
        Await.until("it waits", () -> first.getState() == Thread.State.TIMED_WAITING);
        first.interrupt();
        first.join();
        assertEquals(List.of(0, true), ends);
        Thread second =
                new Thread(() -> ends.add(assertThrows(ZrsException.class, () -> node.receive(into, 5, Await.DEADLINE))
                        .code()));
        second.start();
        Await.until("it waits", () -> second.getState() == Thread.State.TIMED_WAITING);
        node.close();
        second.join();
        assertEquals(ErrorCode.CLOSED, ends.get(2));
    }
}
