package io.zrs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.client.EventStream;
import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.client.Node;
import io.zrs.client.NodeOptions;
import io.zrs.client.Overflow;
import io.zrs.client.Publisher;
import io.zrs.client.PublisherOptions;
import io.zrs.client.Subscription;
import io.zrs.client.SubscriptionOptions;
import io.zrs.client.WhenFull;
import io.zrs.master.Master;
import io.zrs.master.MasterEvent;
import io.zrs.master.MasterOptions;
import io.zrs.model.ErrorCode;
import io.zrs.model.GraphEvent;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The node library and the master, which know each other by the wire alone. */
@Timeout(120)
class NodeAndMasterTest {
    private static final TopicName TOPIC = new TopicName("BARO");
    private static final NodeName TALKER = new NodeName("./my nodes/talker.py");
    private static final NodeName LISTENER = new NodeName("listener");
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Queue<MasterEvent> events = new ConcurrentLinkedQueue<>();
    private Master master = Master.start(MasterOptions.builder().port(0).build(), events::add);
    private final MasterAddress address = new MasterAddress("127.0.0.1", master.port());
    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(Node::close);
        master.close();
    }

    private Node node(NodeName name) {
        Node node = Node.connect(NodeOptions.builder(name).master(address).build());
        nodes.add(node);
        return node;
    }

    private static String text(Subscription subscription) {
        return subscription.receive(LONG).orElseThrow().text();
    }

    @Test
    void hearsTheFirstMessageEveryTime() {
        Node talker = node(TALKER);
        Node listener = node(LISTENER);
        assertEquals(2, talker.protocol());
        for (int round = 0; round < 100; round++) {
            TopicName topic = new TopicName("t" + round);
            boolean publisherFirst = round % 2 == 0;
            Publisher early = publisherFirst ? talker.advertise(topic) : null;
            Subscription subscription = listener.subscribe(topic);
            Publisher publisher = publisherFirst ? early : talker.advertise(topic);
            publisher.publish("m" + round);
            assertEquals("m" + round, text(subscription));
        }
    }

    @Test
    void keepsTopicsApartOfWhichOneStartsTheOther() {
        Node talker = node(TALKER);
        Node listener = node(LISTENER);
        TopicName average = new TopicName("BARO_AVG");
        Subscription baro = listener.subscribe(TOPIC);
        Subscription averages = listener.subscribe(average);
        Publisher toAverage = talker.advertise(average);
        Publisher toBaro = talker.advertise(TOPIC);
        for (int i = 0; i < 100; i++) {
            toAverage.publish("b" + i);
            toBaro.publish("a" + i);
        }
        for (int i = 0; i < 100; i++) {
            assertEquals("a" + i, text(baro));
            assertEquals("b" + i, text(averages));
        }
        assertTrue(events.stream().noneMatch(MasterEvent.Misdirected.class::isInstance));
    }

    @Test
    void aTopicMayHaveACommaInItsName() {
        TopicName topic = new TopicName("a,b");
        Node talker = node(TALKER);
        talker.advertise(topic);
        assertEquals(List.of(topic), talker.topics());
        try (MasterClient client = MasterClient.connect(address, LISTENER, LONG)) {
            assertEquals(List.of(topic), client.topics());
        }
    }

    @Test
    void losesNothingWhereBothEndsBlock() throws InterruptedException {
        Subscription subscription =
                node(LISTENER).subscribe(TOPIC, SubscriptionOptions.DEFAULT.withOverflow(Overflow.BLOCK));
        Publisher publisher = node(TALKER).advertise(TOPIC);
        int count = 100_000;
        Thread publishing = new Thread(() -> IntStream.range(0, count).forEach(i -> publisher.publish("m" + i)));
        publishing.start();
        for (int i = 0; i < count; i++) {
            assertEquals("m" + i, text(subscription));
        }
        publishing.join();
        assertEquals(count, publisher.published());
    }

    @Test
    void carriesLargeMessages() {
        Subscription subscription = node(LISTENER).subscribe(TOPIC);
        byte[] large = new byte[5_000_000];
        large[large.length - 1] = 1;
        Publisher publisher = node(TALKER).advertise(TOPIC);
        publisher.publish(large);
        byte[] received = subscription.receive(LONG).orElseThrow().payload();
        assertEquals(large.length, received.length);
        assertEquals(1, received[large.length - 1]);
    }

    @Test
    void isSeenByTheMaster() {
        Node talker = node(TALKER);
        Publisher publisher = talker.advertise(TOPIC);
        Node listener = node(LISTENER);
        Subscription subscription = listener.subscribe(TOPIC);
        publisher.publish("x");
        assertEquals("x", text(subscription));
        try (MasterClient client = MasterClient.connect(address, new NodeName("observer"), LONG)) {
            TopicInfo seats = new TopicInfo(TOPIC, List.of(talker.id()), List.of(listener.id()));
            assertEquals(List.of(seats), client.graph().topics());
            assertEquals(
                    List.of(talker.id(), listener.id()),
                    client.nodes().stream().map(NodeInfo::id).toList());
            assertEquals(List.of(TOPIC), client.topics());
            assertEquals(1, client.topicStatus(TOPIC).in().messages());
            assertEquals(2, client.registrations(TOPIC).size());
            assertEquals(1, client.registrations(talker.id()).size());
            assertEquals(2, client.statistics().master().nodes());
            assertArrayEquals(
                    new byte[] {'x'}, client.sample(TOPIC).orElseThrow().head());
            subscription.close();
            publisher.close();
            assertEquals(List.of(), client.graph().topics());
        }
    }

    @Test
    void isPingedAndStoppedThroughTheMaster() {
        Queue<String> reasons = new ConcurrentLinkedQueue<>();
        NodeOptions options =
                NodeOptions.builder(TALKER).master(address).onStop(reasons::add).build();
        Node told = Node.connect(options);
        nodes.add(told);
        Node closing = node(LISTENER);
        try (MasterClient client = MasterClient.connect(address, new NodeName("observer"), LONG);
                EventStream changes = client.events()) {
            assertTrue(client.ping(told.id()).byNode());
            client.stop(told.id(), "enough");
            client.stop(closing.id(), "");
            ZrsException e = assertThrows(ZrsException.class, () -> client.evict(told.id()));
            assertEquals(ErrorCode.REFUSED, e.code());
            GraphEvent event = changes.next(LONG).orElseThrow().event();
            assertEquals(closing.id(), ((GraphEvent.NodeLeft) event).node());
            while (reasons.isEmpty()) {
                Thread.onSpinWait();
            }
        }
        assertEquals(List.of("enough"), List.copyOf(reasons));
        assertTrue(closing.isClosed());
        assertFalse(told.isClosed());
    }

    @Test
    void knowsThatAllHasCome() {
        Publisher publisher = node(TALKER).advertise(TOPIC);
        IntStream.range(0, 50_000).forEach(i -> publisher.publish("m" + i));
        publisher.close();
        assertEquals(50_000, publisher.sent());
        assertEquals(0, publisher.lost());
    }

    @Test
    void countsEachPublishersOwnMessagesHoweverSoonItsTopicIsPublishedAgain() {
        Node talker = node(TALKER);
        for (int round = 0; round < 200; round++) {
            Publisher publisher = talker.advertise(TOPIC);
            for (int i = 0; i < 10; i++) {
                publisher.publish("m" + i);
            }
            publisher.close();
            assertEquals(0, publisher.lost(), "lost in round " + round);
        }
    }

    @Test
    void countsWhatIsStillOnItsWayWhenItsTopicIsPublishedAndLeftAgain() throws InterruptedException {
        Node talker = node(TALKER);
        byte[] large = new byte[1 << 20];
        for (int round = 0; round < 10; round++) {
            Publisher first = talker.advertise(TOPIC);
            for (int i = 0; i < 50; i++) {
                first.publish(large);
            }
            Thread closing = new Thread(first::close);
            closing.start();
            while (first.isConnected()) {
                Thread.onSpinWait();
            }
            Publisher second = talker.advertise(TOPIC);
            second.publish("m");
            second.close();
            closing.join();
            assertEquals(0, first.lost() + second.lost(), "lost in round " + round);
        }
    }

    @Test
    void givesALatchedMessageToLaterSubscribersAndToTheNextMaster() {
        Publisher publisher = node(TALKER).advertise(TOPIC, PublisherOptions.DEFAULT.withLatch(true));
        publisher.publish("old");
        publisher.publish("last");
        assertEquals("last", text(node(LISTENER).subscribe(TOPIC)));
        master.close();
        while (publisher.isConnected()) {
            Thread.onSpinWait();
        }
        master = Master.start(MasterOptions.builder().port(address.port()).build(), events::add);
        while (!publisher.isConnected()) {
            Thread.onSpinWait();
        }
        assertEquals("last", text(node(new NodeName("late")).subscribe(TOPIC)));
    }

    @Test
    void hearsWhatTheMasterDroppedForASlowNode() {
        Node slow = Node.connect(NodeOptions.builder(LISTENER)
                .master(address)
                .receiveBufferMessages(1)
                .build());
        nodes.add(slow);
        CountDownLatch through = new CountDownLatch(1);
        Subscription subscription = slow.subscribe(TOPIC, message -> {
            while (through.getCount() > 0) {
                Thread.onSpinWait();
            }
        });
        Publisher publisher = node(TALKER).advertise(TOPIC);
        byte[] large = new byte[1 << 20];
        while (subscription.lost() == 0) {
            for (int i = 0; i < 20; i++) {
                publisher.publish(large);
            }
            slow.refreshLosses();
        }
        through.countDown();
        assertEquals(0, subscription.dropped());
    }

    @Test
    void comesBackToANewMaster() {
        Node talker = node(TALKER);
        Subscription subscription = node(LISTENER).subscribe(TOPIC);
        Publisher publisher = talker.advertise(TOPIC, PublisherOptions.DEFAULT.withWhenFull(WhenFull.DROP));
        publisher.publish("before");
        assertEquals("before", text(subscription));
        master.close();
        while (publisher.isConnected()) {
            Thread.onSpinWait();
        }
        assertFalse(publisher.publish("lost"));
        master = Master.start(MasterOptions.builder().port(address.port()).build(), events::add);
        while (subscription.receive(Duration.ZERO).isEmpty()) {
            publisher.publish("after");
        }
        assertEquals(List.of(TOPIC), talker.topics());
    }

    @Test
    void holdsManyTopics() {
        Node talker = node(TALKER);
        Node listener = node(LISTENER);
        List<TopicName> topics =
                IntStream.range(0, 200).mapToObj(i -> new TopicName("t" + i)).toList();
        topics.forEach(listener::subscribe);
        List<Publisher> publishers = topics.stream().map(talker::advertise).toList();
        publishers.forEach(publisher -> publisher.publish(publisher.topic().value()));
        List<String> heard = topics.stream()
                .map(topic -> listener.receive(LONG).orElseThrow().text())
                .sorted()
                .toList();
        assertEquals(topics.stream().map(TopicName::value).sorted().toList(), heard);
    }
}
