package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class NodeCloseTest {
    private static final TopicName TOPIC = new TopicName("t");
    private static final NodeName NAME = new NodeName("node");

    private final ScriptedMaster master = new ScriptedMaster();

    @AfterEach
    void close() {
        master.close();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .collect(Collectors.toSet());
    }

    private static ErrorCode code(Runnable call) {
        return assertThrows(ZrsException.class, call::run).code();
    }

    private Node busyNode() {
        Node node = Node.connect(master.address(), NAME);
        node.advertise(TOPIC).publish("x");
        node.subscribe(TOPIC);
        node.subscribe(new TopicName("other"), message -> {});
        return node;
    }

    @Test
    void leavesNoThread() {
        busyNode().close();
        Set<Thread> before = threads();
        busyNode().close();
        Set<Thread> left = threads();
        left.removeAll(before);
        left.removeIf(thread -> !thread.isAlive());
        // The last thing that ZeroMQ's threads do after they have told that they are through is to end.
        left.forEach(thread -> Await.until(thread + " ends", () -> !thread.isAlive()));
        assertTrue(left.stream().noneMatch(Thread::isAlive));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void leavesNoDescriptor() {
        for (int warmUp = 0; warmUp < 3; warmUp++) {
            busyNode().close();
        }
        int before = descriptors();
        for (int round = 0; round < 10; round++) {
            busyNode().close();
        }
        // The master may take a moment to see that connections are gone.
        Await.until("descriptors are back at " + before, () -> descriptors() <= before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void leavesNoDescriptorOfAClosedTopic() {
        try (Node node = busyNode()) {
            node.advertise(new TopicName("p")).close();
            int before = descriptors();
            for (int round = 0; round < 20; round++) {
                node.advertise(new TopicName("p")).close();
            }
            Await.until("descriptors are back at " + before, () -> descriptors() <= before);
        }
    }

    private static int descriptors() {
        return new File("/proc/self/fd").list().length;
    }

    @Test
    void refusesEverythingAfterwards() {
        Node node = Node.connect(master.address(), NAME);
        Publisher publisher = node.advertise(TOPIC);
        Subscription subscription = node.subscribe(TOPIC);
        node.close();
        assertEquals(ErrorCode.CLOSED, code(() -> node.advertise(TOPIC)));
        assertEquals(ErrorCode.CLOSED, code(() -> node.subscribe(TOPIC)));
        assertEquals(ErrorCode.CLOSED, code(() -> node.receive(Duration.ZERO)));
        assertEquals(ErrorCode.CLOSED, code(() -> node.receive(TOPIC, Duration.ZERO)));
        assertEquals(ErrorCode.CLOSED, code(node::topics));
        assertEquals(ErrorCode.CLOSED, code(() -> publisher.publish("x")));
        assertEquals(ErrorCode.CLOSED, code(() -> subscription.receive(Duration.ZERO)));
        publisher.close();
        subscription.close();
        node.close();
    }

    @Test
    void leavesAZrsMasterAtOnce() {
        busyNode().close();
        List<String> last = master.requests();
        assertEquals(List.of("withdraw t publisher", "leave"), last.subList(last.size() - 2, last.size()));
    }

    @Test
    void closesWhatTheMasterRefusesToClose() {
        try (Node node = Node.connect(master.address(), NAME)) {
            Publisher publisher = node.advertise(TOPIC);
            Subscription subscription = node.subscribe(TOPIC);
            master.answerBy(request -> request.startsWith("withdraw") ? Optional.of("ERROR not now") : null);
            publisher.close();
            subscription.close();
            assertTrue(master.requests().containsAll(List.of("withdraw t publisher", "withdraw t subscriber")));
        }
    }

    @Test
    void sendsEverythingFirst() {
        Node node = Node.connect(master.address(), NAME);
        Publisher publisher = node.advertise(TOPIC);
        IntStream.range(0, 5_000).forEach(i -> publisher.publish("m" + i));
        node.close();
        Await.until("all are carried", () -> master.carriedCount() == 5_000);
    }

    @Test
    void canBeClosedByManyAndFromAListener() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            Node node = busyNode();
            CountDownLatch closed = new CountDownLatch(1);
            TopicName last = new TopicName("last");
            node.subscribe(last, message -> {
                node.close();
                closed.countDown();
            });
            Publisher publisher = node.advertise(last);
            Set<String> unexpected = new ConcurrentSkipListSet<>();
            List<Thread> threads = IntStream.range(0, 4)
                    .mapToObj(i -> new Thread(i % 2 == 0 ? () -> use(publisher, unexpected) : node::close))
                    .toList();
            publisher.publish("close");
            closed.await();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(Set.of(), unexpected);
        }
    }

    private static void use(Publisher publisher, Set<String> unexpected) {
        try {
            while (publisher.publish("more")) {
                Thread.onSpinWait();
            }
        } catch (ZrsException e) {
            if (e.code() != ErrorCode.CLOSED) {
                unexpected.add(e.toString());
            }
        }
    }

    @Test
    void endsWaitsOfOthers() throws InterruptedException {
        Node node = Node.connect(master.address(), NAME);
        master.opensIngress(false);
        master.answersGate(false);
        List<Runnable> calls = List.of(
                () -> node.advertise(TOPIC),
                () -> node.subscribe(new TopicName("s")),
                () -> node.receive(Duration.ofDays(1)));
        Set<ErrorCode> codes = new ConcurrentSkipListSet<>();
        List<Thread> threads = calls.stream()
                .map(call -> new Thread(() -> codes.add(code(call))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            Await.until("it waits", () -> thread.getState() == Thread.State.TIMED_WAITING);
        }
        Await.until("both are asked", () -> master.requests().size() == 4);
        node.close();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(Set.of(ErrorCode.CLOSED), codes);
    }

    @Test
    void endsTheWaitOfAListenerThatPublishes() {
        Node node = Node.connect(master.address(), NAME);
        Publisher publisher = node.advertise(TOPIC);
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch listening = new CountDownLatch(1);
        Set<Boolean> taken = new ConcurrentSkipListSet<>();
        node.subscribe(new TopicName("in"), message -> {
            called.countDown();
            Await.until("the loss is seen", () -> !publisher.isConnected());
            listening.countDown();
            taken.add(publisher.publish("late"));
        });
        node.advertise(new TopicName("in")).publish("go");
        assertDoesNotThrow(() -> called.await());
        master.close();
        assertDoesNotThrow(() -> listening.await());
        node.close();
        assertEquals(Set.of(false), taken);
        assertEquals(1, publisher.dropped());
    }

    @Test
    void doesNotWaitForAMasterThatIsGone() {
        Node node = busyNode();
        Publisher publisher = node.advertise(new TopicName("lost"));
        master.close();
        Await.until("the loss is seen", () -> !publisher.isConnected());
        node.close();
        assertEquals(ErrorCode.CLOSED, code(node::topics));
    }

    /** Its requests alone would be waited for for a day each. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesUpAMasterThatNoLongerAnswers(boolean subscribes) {
        Node node = Node.connect(NodeOptions.builder(NAME)
                .master(master.address())
                .requestTimeout(Duration.ofDays(1))
                .flushTimeout(Duration.ZERO)
                .build());
        Publisher publisher = node.advertise(TOPIC);
        if (subscribes) {
            node.subscribe(new TopicName("other"));
        }
        master.readsIngress(false);
        master.answerBy(request -> Optional.empty());
        publisher.publish("unconfirmed");
        node.close();
        assertEquals(1, publisher.lost());
        assertEquals(ErrorCode.CLOSED, code(node::topics));
    }
}
