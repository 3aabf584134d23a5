package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.Volume;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Result;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Publishing within a time, by who keeps what was not taken. */
@Timeout(120)
class PublisherOfferTest {
    private static final TopicName TOPIC = new TopicName("t");
    private static final byte[] LARGE = new byte[100_000];

    private final ScriptedMaster master = new ScriptedMaster();
    private final Node node = Node.connect(master.address(), new NodeName("node"));

    @AfterEach
    void close() {
        node.close();
        master.close();
    }

    private Publisher small() {
        return node.advertise(TOPIC, PublisherOptions.DEFAULT.withQueueMessages(10));
    }

    private static Thread start(Runnable body) {
        Thread thread = new Thread(body);
        thread.start();
        return thread;
    }

    private static void awaitItsWait(Thread thread) {
        Await.until("it waits", () -> thread.getState() == Thread.State.TIMED_WAITING);
    }

    @Test
    void sendsAPartOfAnArray() {
        Publisher publisher = node.advertise(TOPIC);
        byte[] lines = "one\ntwo\n".getBytes(StandardCharsets.UTF_8);
        assertTrue(publisher.offer(lines, 4, 3, Duration.ZERO));
        assertTrue(publisher.offer(lines, 8, 0, Duration.ZERO));
        assertTrue(publisher.offer("grüße", Duration.ofDays(1_000_000)));
        lines[4] = 'T';
        Await.until("all are carried", () -> master.carriedCount() == 3);
        assertEquals(List.of("t two", "t ", "t grüße"), master.carried());
        assertEquals(3, publisher.published());
    }

    @Test
    void refusesAPartThatTheArrayDoesNotHave() {
        Publisher publisher = node.advertise(TOPIC);
        for (int[] part : new int[][] {{-1, 2}, {0, 5}, {3, 2}, {2, -1}, {5, 0}}) {
            assertThrows(
                    IndexOutOfBoundsException.class,
                    () -> publisher.offer(new byte[4], part[0], part[1], Duration.ZERO));
        }
        assertEquals(0, publisher.published());
    }

    @Test
    void leavesWhatDoesNotFitToTheCaller() {
        Publisher publisher = small();
        master.readsIngress(false);
        int taken = 0;
        int refused = 0;
        while (refused < 50) {
            boolean took = publisher.offer(LARGE, 0, LARGE.length, Duration.ofSeconds(-(refused % 2)));
            taken += took ? 1 : 0;
            refused += took ? 0 : 1;
        }
        int expected = taken + 1;
        assertEquals(taken, publisher.published());
        assertEquals(0, publisher.dropped());
        master.readsIngress(true);
        assertTrue(publisher.offer("kept", Await.DEADLINE));
        Await.until("all are carried", () -> master.carriedCount() == expected);
        assertEquals("t kept", master.carried().get(taken));
    }

    @Test
    void waitsForRoomAlthoughThePublisherDrops() throws InterruptedException {
        Publisher publisher = node.advertise(
                TOPIC, PublisherOptions.DEFAULT.withQueueMessages(10).withWhenFull(WhenFull.DROP));
        master.readsIngress(false);
        int count = 100;
        List<Boolean> results = new CopyOnWriteArrayList<>();
        Thread offering = start(() -> {
            for (int i = 0; i < count; i++) {
                results.add(publisher.offer(LARGE, 0, LARGE.length, Await.DEADLINE));
            }
        });
        awaitItsWait(offering);
        assertTrue(results.size() < count, "not everything fits");
        master.readsIngress(true);
        offering.join();
        assertEquals(Collections.nCopies(count, true), results);
        assertEquals(0, publisher.dropped());
    }

    @Test
    void endsAWaitByAnInterruptAndByClosing() throws InterruptedException {
        Publisher publisher = small();
        master.readsIngress(false);
        Runnable untilRefused = () -> {
            while (publisher.offer(LARGE, 0, LARGE.length, Await.DEADLINE)) {
                Thread.onSpinWait();
            }
        };
        List<Boolean> interrupted = new CopyOnWriteArrayList<>();
        Thread first = start(() -> {
            untilRefused.run();
            interrupted.add(Thread.interrupted());
        });
        awaitItsWait(first);
        first.interrupt();
        first.join();
        assertEquals(List.of(true), interrupted);
        List<ErrorCode> ends = new CopyOnWriteArrayList<>();
        Thread second = start(() -> {
            untilRefused.run();
            ends.add(refusal(publisher));
        });
        awaitItsWait(second);
        master.readsIngress(true);
        publisher.close();
        second.join();
        assertEquals(List.of(ErrorCode.CLOSED), ends);
        assertEquals(0, publisher.dropped());
        Await.until("what was taken is carried", () -> master.carriedCount() == publisher.published());
    }

    private static ErrorCode refusal(Publisher publisher) {
        return assertThrows(ZrsException.class, () -> publisher.offer("x", Duration.ZERO))
                .code();
    }

    /** Those that cannot get messages yet do not count, and neither do publishers. */
    @Test
    void asksForSubscribers() {
        Publisher publisher = node.advertise(TOPIC);
        master.answers()
                .answerBy(operation -> operation instanceof Operation.Statistics
                        ? new Result.StatisticsPage(
                                ScriptedAnswers.MASTER,
                                List.of(
                                        registration(Role.PUBLISHER, true),
                                        registration(Role.SUBSCRIBER, true),
                                        registration(Role.SUBSCRIBER, false),
                                        registration(Role.SUBSCRIBER, true)),
                                OptionalLong.empty())
                        : null);
        assertEquals(2, publisher.subscribers());
        Operation.Statistics asked =
                master.operations(Operation.Statistics.class).get(0);
        assertEquals(TOPIC, asked.topic().orElseThrow());
    }

    private RegistrationStatus registration(Role role, boolean connected) {
        return new RegistrationStatus(
                TOPIC, role, node.id(), "127.0.0.1:1", connected, Volume.NONE, Volume.NONE, Volume.NONE);
    }
}
