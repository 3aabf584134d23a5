package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.client.NodeOptions;
import io.zrs.client.PublisherOptions;
import io.zrs.client.Subscription;
import io.zrs.master.Master;
import io.zrs.master.MasterOptions;
import io.zrs.model.Message;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands that look at topics, against a master in this process. */
class TopicLookTest {
    private static final TopicName CHATTER = new TopicName("/chatter");
    private static final TopicName ODOM = new TopicName("/odom");
    private static final TopicName MAP = new TopicName("/map");

    private final Master master = Master.start(MasterOptions.builder().port(0).build(), event -> {});
    private final List<Node> nodes = new ArrayList<>();

    /** One publisher, two listeners of one name, a tool; one topic that only its last message is left of. */
    @BeforeEach
    void fill() {
        Node talker = node("talker", false);
        talker.advertise(CHATTER);
        Node first = node("listener", false);
        Node second = node("listener", false);
        List<Subscription> subscriptions = List.of(first.subscribe(ODOM), second.subscribe(ODOM));
        node("watcher", true).subscribe(CHATTER);
        talker.advertise(ODOM).publish("{\"pose\": {\"x\": 1.5}, \"tags\": [\"a\"]}");
        for (Subscription subscription : subscriptions) {
            Optional<Message> message = subscription.receive(FakeWorld.PATIENCE);
            assertTrue(message.isPresent());
        }
        Node mapper = node("mapper", false);
        Subscription seen = second.subscribe(MAP);
        mapper.advertise(MAP, PublisherOptions.DEFAULT.withLatch(true)).publish("42");
        assertTrue(seen.receive(FakeWorld.PATIENCE).isPresent());
        seen.close();
        mapper.close();
    }

    private Node node(String name, boolean hidden) {
        Node node = Node.connect(NodeOptions.builder(new NodeName(name))
                .master(new MasterAddress("127.0.0.1", master.port()))
                .hidden(hidden)
                .build());
        nodes.add(node);
        return node;
    }

    @AfterEach
    void stop() {
        nodes.forEach(Node::close);
        master.close();
    }

    @Test
    void listsWhatSomebodyIsOnAndWhatIsLatched() throws Exception {
        assertEquals("/chatter\n/map\n/odom\n", zrs("topic", "list"));
        assertEquals("/chatter [unknown]\n/map [number]\n/odom [json]\n", zrs("topic", "list", "-t"));
        assertEquals("3\n", zrs("topic", "list", "--count-topics"));
        assertEquals("/odom\n", zrs("topic", "list", "/odom"));
        assertEquals("{\"topics\":[\"/chatter\",\"/odom\"]}\n", zrs("topic", "list", "-s", "--json"));
        assertEquals("""

                Published topics:
                 * /chatter [unknown] 1 publisher
                 * /map [number] 0 publishers
                 * /odom [json] 1 publisher

                Subscribed topics:
                 * /chatter [unknown] 1 subscriber
                 * /odom [json] 2 subscribers

                """, zrs("topic", "list", "--verbose"));
    }

    @Test
    void forgetsWhoLeavesAtOnce() throws Exception {
        nodes.get(0).close();
        assertEquals("/chatter\n/map\n/odom\n", zrs("topic", "list", "-a"));
        assertEquals("/map\n", zrs("topic", "list", "-p"));
    }

    @Test
    void showsWhoIsOnATopic() throws Exception {
        long pid = ProcessHandle.current().pid();
        String info = zrs("topic", "info", "/odom");
        String listener = " \\* listener#\\S{4,} \\(127\\.0\\.0\\.1, pid " + pid + "\\)\n";
        String expected = "Type: json\n\nPublishers: \n \\* talker \\(127\\.0\\.0\\.1, pid " + pid
                + "\\)\n\nSubscribers: \n" + listener + listener + "\n\n";
        assertTrue(info.matches(expected), info);
    }

    @Test
    void countsToolsAndShowsThemOnDemand() throws Exception {
        assertTrue(
                zrs("topic", "info", "/chatter").contains("Subscribers: None\n   and 1 hidden tool (-a shows it)\n"));
        assertTrue(zrs("topic", "info", "/chatter", "-a").contains("Subscribers: \n * watcher (127.0.0.1, pid "));
        assertTrue(zrs("topic", "info", "/chatter", "--json").contains("\"node\":\"watcher\""));
    }

    @Test
    void showsNumbers() throws Exception {
        String info = zrs("topic", "info", "-v", "/map");
        assertTrue(info.contains("Latched: yes\nLast message: "), info);
        assertTrue(info.contains("In: 1 message, "), info);
        assertTrue(info.contains("Out: 1 message, "), info);
        assertTrue(info.contains("Waiting: none\nLost: none\n\nPublishers: None\n\nSubscribers: None\n\n\n"), info);
    }

    @Test
    void tellsTypes() throws Exception {
        assertEquals("json\n{\"pose\": {\"x\": number}, \"tags\": [text]}\n", zrs("topic", "type", "/odom"));
        assertEquals("number\n", zrs("topic", "type", "/map"));
        assertEquals(
                "{\"topic\":\"/odom\",\"type\":\"json\",\"shape\":{\"pose\":{\"x\":\"number\"},\"tags\":[\"text\"]},"
                        + "\"complete\":true}\n",
                zrs("topic", "type", "/odom", "--json"));
    }

    @Test
    void waitsForAMessageWhereTheMasterHasSeenNone() throws Exception {
        FakeWorld world = new FakeWorld();
        assertEquals(
                4,
                RunningCommand.start(world, master.port(), "topic", "type", "/chatter", "--timeout", "50ms")
                        .code());
        assertEquals("zrs: no message came on /chatter in 0.05 s; wait longer with --timeout\n", world.err());
    }

    @Test
    void findsTopicsByType() throws Exception {
        assertEquals("/odom\n", zrs("topic", "find", "json"));
        assertEquals("/map\n", zrs("topic", "find", "number"));
        assertEquals("", zrs("topic", "find", "binary"));
        assertEquals("1\n", zrs("topic", "find", "json", "-c"));
        assertEquals("{\"count\":0}\n", zrs("topic", "find", "text", "-c", "--json"));
        assertEquals("/odom\n", zrs("topic", "find", ".pose.x"));
        assertEquals("{\"topics\":[]}\n", zrs("topic", "find", ".pose.z", "--json"));
    }

    @Test
    void helpsWithANameThatIsNotQuiteRight() throws Exception {
        for (String command : List.of("info", "type")) {
            assertEquals(
                    "zrs: there is no topic /chater; did you mean /chatter?\n", failure("topic", command, "/chater"));
            assertEquals("zrs: there is no topic odom; did you mean /odom?\n", failure("topic", command, "odom"));
            assertEquals("zrs: there is no topic /x; see 'zrs topic list -a'\n", failure("topic", command, "/x"));
        }
    }

    private String zrs(String... words) throws InterruptedException, ExecutionException, TimeoutException {
        FakeWorld world = new FakeWorld();
        int code = RunningCommand.start(world, master.port(), words).code();
        assertEquals("", world.err());
        assertEquals(0, code);
        return world.out();
    }

    private String failure(String... words) throws InterruptedException, ExecutionException, TimeoutException {
        FakeWorld world = new FakeWorld();
        assertEquals(1, RunningCommand.start(world, master.port(), words).code());
        assertEquals("", world.out());
        return world.err();
    }
}
