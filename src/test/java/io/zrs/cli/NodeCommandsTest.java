package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.client.NodeOptions;
import io.zrs.client.Publisher;
import io.zrs.client.Subscription;
import io.zrs.master.Master;
import io.zrs.master.MasterOptions;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The commands about nodes, against a master and nodes in this process. */
class NodeCommandsTest {
    private static final TopicName CHATTER = new TopicName("/chatter");
    private static final long PID = ProcessHandle.current().pid();

    private final Master master = Master.start(MasterOptions.builder().port(0).build(), event -> {});
    private final Node talker = node("talker", false);
    private final Node listener = node("listener", false);
    private final Node tool = node("tool", true);

    @AfterEach
    void stop() {
        talker.close();
        listener.close();
        tool.close();
        master.close();
    }

    private Node node(String name, boolean hidden) {
        return Node.connect(NodeOptions.builder(new NodeName(name))
                .master(new MasterAddress("127.0.0.1", master.port()))
                .hidden(hidden)
                .program("test")
                .build());
    }

    /** Runs a command to its end; its world. */
    private FakeWorld zrs(int code, String... words) throws InterruptedException, ExecutionException, TimeoutException {
        return zrs(new FakeWorld(), code, words);
    }

    private FakeWorld zrs(FakeWorld world, int code, String... words)
            throws InterruptedException, ExecutionException, TimeoutException {
        assertEquals(code, RunningCommand.start(world, master.port(), words).code(), world.err());
        return world;
    }

    @Test
    void listsNodes() throws InterruptedException, ExecutionException, TimeoutException {
        assertEquals("listener\ntalker\n", zrs(0, "node", "list").out());
        String place = "127.0.0.1, pid " + PID + " \t";
        assertEquals(
                place + "listener\n" + place + "talker\n" + place + "tool\n",
                zrs(0, "node", "list", "-a").out());
        assertEquals("2\n", zrs(0, "node", "list", "-c").out());
        assertTrue(zrs(0, "node", "list", "--json")
                .out()
                .startsWith("{\"nodes\":[{\"name\":\"listener\",\"instance\":\""
                        + listener.id().instance() + "\",\"protocol\":2,"));
    }

    @Test
    void tellsNodesOfOneNameApart() throws InterruptedException, ExecutionException, TimeoutException {
        try (Node other = node("talker", false)) {
            String list = zrs(0, "node", "list").out();
            assertEquals(3, list.lines().count(), list);
            assertEquals(
                    2, list.lines().filter(line -> line.startsWith("talker#")).count(), list);
            FakeWorld refused = zrs(1, "node", "kill", "talker");
            assertTrue(refused.err().startsWith("zrs: there are 2 nodes talker: talker#"), refused.err());
            assertFalse(talker.isClosed());
            zrs(0, "node", "kill", other.id().toString());
            assertTrue(other.isClosed());
            assertEquals("listener\ntalker\n", zrs(0, "node", "list").out());
        }
    }

    @Test
    void describesANode() throws InterruptedException, ExecutionException, TimeoutException {
        try (Subscription subscription = listener.subscribe(CHATTER);
                Publisher publisher = talker.advertise(CHATTER)) {
            publisher.publish("hello");
            assertTrue(subscription.receive(FakeWorld.PATIENCE).isPresent());
            String info = zrs(0, "node", "info", "talker").out();
            String start = "-".repeat(80)
                    + "\nNode [talker]\nPublications: \n * /chatter [text]\n\nSubscriptions: None\n\n\n"
                    + "contacting node 127.0.0.1, pid " + PID + " ... answered in ";
            assertTrue(info.startsWith(start), info);
            assertTrue(info.contains("\n    * to: listener\n    * direction: outbound\n"), info);
            assertTrue(info.contains("\n    * passed: 1 message, "), info);
            String json = zrs(0, "node", "info", "listener", "tool", "--json").out();
            assertEquals(2, json.lines().count(), json);
            assertTrue(json.contains("\"subscriptions\":[{\"topic\":\"/chatter\",\"type\":\"text\"}]"), json);
        }
    }

    @Test
    void asksForASignOfLife() throws InterruptedException, ExecutionException, TimeoutException {
        String out = zrs(0, "node", "ping", "talker", "-c", "1").out();
        assertTrue(out.startsWith("zrs: node is [talker]\npinging talker with a timeout of 3.0s\nreply from "), out);
        assertEquals(
                2,
                zrs(0, "node", "ping", "-a", "--json")
                        .out()
                        .lines()
                        .filter(line -> line.contains("\"answered\":true,\"via\":\"node\""))
                        .count());
        assertEquals(
                "zrs: there is no node talkr; did you mean talker?\n",
                zrs(1, "node", "ping", "talkr").err());
    }

    @Test
    void asksUntilCtrlC() throws InterruptedException, ExecutionException, TimeoutException {
        FakeWorld world = new FakeWorld();
        RunningCommand ping = RunningCommand.start(world, master.port(), "node", "ping", "talker");
        world.awaitOut("time=");
        world.interrupt();
        assertEquals(0, ping.code());
        assertTrue(world.streaming());
    }

    @Test
    void endsNodes() throws InterruptedException, ExecutionException, TimeoutException {
        assertEquals(
                "killing talker\nkilled\n", zrs(0, "node", "kill", "talker").out());
        assertTrue(talker.isClosed());
        assertEquals("killing listener\nkilled\n", zrs(0, "node", "kill", "-a").out());
        assertTrue(listener.isClosed());
        assertFalse(tool.isClosed());
        assertEquals("zrs: there are no nodes\n", zrs(0, "node", "kill", "-a").err());
    }

    @Test
    void endsTheNodeThatSomebodyChooses() throws InterruptedException, ExecutionException, TimeoutException {
        FakeWorld world =
                new FakeWorld().with(new Terminal(true, true, true, 0)).typing("2\n");
        assertEquals("killing talker\nkilled\n", zrs(world, 0, "node", "kill").out());
        assertTrue(world.err().startsWith("1. listener\n2. talker\n\n"), world.err());
        assertTrue(talker.isClosed());
    }

    @Test
    void findsNothingToCleanUp() throws InterruptedException, ExecutionException, TimeoutException {
        FakeWorld world = zrs(0, "node", "cleanup");
        assertEquals("zrs: every node answers; there is nothing to clean up\n", world.err());
    }
}
