package io.zrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import io.zrs.model.NodeId;
import io.zrs.model.NodeName;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    private static List<NodeName> names(List<NodeId> nodes) {
        return nodes.stream().map(NodeId::name).toList();
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
        Subscription subscription = node(LISTENER).subscribe(TOPIC);
        try (MasterClient client = MasterClient.connect(address, new NodeName("observer"), LONG)) {
            TopicInfo topic = client.graph().topics().get(0);
            assertEquals(TOPIC, topic.name());
            assertEquals(List.of(TALKER), names(topic.publishers()));
            assertEquals(List.of(LISTENER), names(topic.subscribers()));
            assertEquals(List.of(TOPIC), client.topics());
            subscription.close();
            publisher.close();
            assertEquals(List.of(), client.graph().topics());
        }
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
