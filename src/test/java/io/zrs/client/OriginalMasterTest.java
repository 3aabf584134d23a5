package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.MapTopic;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Everything against a master of the first generation, which must survive it. */
@Timeout(120)
class OriginalMasterTest {
    private static final TopicName TOPIC = new TopicName("BARO");
    private static final NodeName NAME = new NodeName("./my nodes/a.py");

    private OriginalMaster master = new OriginalMaster();
    private final Node node = Node.connect(master.address(), NAME);
    private final Queue<Message> heard = new ConcurrentLinkedQueue<>();

    @AfterEach
    void theMasterLivesAndAnswers() {
        node.close();
        try (MasterClient client = MasterClient.connect(master.address(), NAME, Await.DEADLINE)) {
            client.topics();
        }
        assertTrue(master.isAlive());
        master.close();
    }

    private static ErrorCode code(Runnable call) {
        return assertThrows(ZrsException.class, call::run).code();
    }

    /** An original master does not tell when a subscription is active: only a message that comes through does. */
    private void open(Publisher publisher) {
        Await.until("the subscription is active", () -> {
            publisher.publish("open?");
            return !heard.isEmpty();
        });
        publisher.publish("open");
        Await.until(
                "the last of these came",
                () -> heard.stream().anyMatch(m -> m.text().equals("open")));
        heard.clear();
    }

    @Test
    void speaksProtocolOne() {
        assertEquals(1, node.protocol());
        assertEquals(Optional.empty(), node.masterVersion());
        assertEquals(List.of(), node.topics());
        node.advertise(TOPIC);
        node.advertise(new TopicName("BARO_AVG"));
        assertEquals(List.of(TOPIC, new TopicName("BARO_AVG")), node.topics());
    }

    @Test
    void carriesMessages() {
        node.subscribe(TOPIC, heard::add);
        Publisher publisher = node.advertise(TOPIC);
        open(publisher);
        List<String> texts =
                IntStream.range(0, 500).mapToObj(i -> "grüße, \n" + i).toList();
        texts.forEach(publisher::publish);
        Await.until("all are heard", () -> heard.size() == 500);
        assertEquals(texts, heard.stream().map(Message::text).toList());
    }

    @Test
    void polls() {
        Subscription subscription = node.subscribe(TOPIC);
        Publisher publisher = node.advertise(TOPIC);
        Await.until("a message comes through", () -> {
            publisher.publish("hello");
            return subscription.receive(Duration.ZERO).isPresent();
        });
    }

    @Test
    void leavesWithoutAWord() {
        node.advertise(TOPIC).close();
        node.subscribe(TOPIC).close();
        assertEquals(List.of(TOPIC), node.topics());
        try (MasterClient client = MasterClient.connect(master.address(), NAME, Await.DEADLINE)) {
            assertEquals(ErrorCode.REFUSED, code(() -> client.request(new Request.StopPublishing(NAME, TOPIC))));
            assertEquals(ErrorCode.REFUSED, code(() -> client.request(new Request.StopSubscribing(NAME, TOPIC))));
        }
    }

    @Test
    void keepsFromItWhatItWouldNotSurvive() {
        assertEquals(ErrorCode.INVALID, code(() -> node.advertise(new TopicName("温度"))));
        Publisher publisher = node.advertise(TOPIC);
        node.subscribe(TOPIC, heard::add);
        open(publisher);
        byte[] latin1 = "ü".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(ErrorCode.INVALID, code(() -> publisher.publish(latin1)));
        assertTrue(publisher.publish("ü".getBytes(StandardCharsets.UTF_8)));
        Await.until("the good one is heard", () -> heard.size() == 1);
    }

    @Test
    void readsItsMap() {
        node.advertise(TOPIC);
        try (MasterClient client = MasterClient.connect(master.address(), new NodeName("sub1.py"), Await.DEADLINE)) {
            client.request(new Request.Subscribe(new NodeName("sub1.py"), TOPIC));
            client.request(new Request.Publish(new NodeName("pub1.py"), new TopicName("other")));
            client.request(new Request.Subscribe(new NodeName("sub 2.py"), new TopicName("other")));
            Reply.Map map = (Reply.Map) client.request(new Request.Map());
            assertEquals(
                    new MapTopic(new TopicName("other"), List.of(new NodeName("pub1")), List.of(new NodeName("sub_2"))),
                    map.topics().get(map.topics().size() - 1));
        }
    }

    @Test
    void takesOffersOfTextAlone() {
        Publisher publisher = node.advertise(TOPIC);
        node.subscribe(TOPIC, heard::add);
        open(publisher);
        byte[] line = "<grüße>".getBytes(StandardCharsets.UTF_8);
        assertTrue(publisher.offer(line, 1, line.length - 2, Duration.ZERO));
        Await.until("it is heard", () -> heard.size() == 1);
        assertEquals("grüße", heard.remove().text());
        assertEquals(ErrorCode.INVALID, code(() -> publisher.offer(line, 1, 3, Duration.ZERO)), "half an ü");
        assertTrue(publisher.offer("after", Duration.ZERO));
        Await.until("the next is heard", () -> heard.size() == 1);
        assertEquals("after", heard.remove().text());
    }

    @Test
    void countsSubscribersByTheirNames() {
        try (Node talker = Node.connect(master.address(), new NodeName("talker.py"));
                Node one = Node.connect(master.address(), new NodeName("one"));
                Node two = Node.connect(master.address(), new NodeName("two"))) {
            Publisher publisher = talker.advertise(TOPIC);
            talker.advertise(new TopicName("other"));
            assertEquals(0, publisher.subscribers());
            one.subscribe(TOPIC);
            assertEquals(1, publisher.subscribers());
            two.subscribe(TOPIC);
            two.subscribe(new TopicName("other"));
            assertEquals(2, publisher.subscribers());
        }
    }

    @Test
    void seesItGoAndComeBack() {
        assertTrue(node.isConnected());
        int port = master.address().port();
        master.close();
        Await.until("the loss is seen", () -> !node.isConnected());
        master = new OriginalMaster(port);
        Await.until("it is back", node::isConnected);
        assertEquals(List.of(), node.topics());
    }
}
