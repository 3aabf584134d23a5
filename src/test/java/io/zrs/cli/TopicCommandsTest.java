package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.OutputClosedException;
import io.zrs.cli.command.Terminal;
import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.client.Node;
import io.zrs.client.Publisher;
import io.zrs.client.Subscription;
import io.zrs.master.Master;
import io.zrs.master.MasterOptions;
import io.zrs.model.Message;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The commands about topics, against a master in this process. */
class TopicCommandsTest {
    private static final TopicName CHATTER = new TopicName("/chatter");

    private Master master = Master.start(MasterOptions.builder().port(0).build(), event -> {});
    private final FakeWorld world = new FakeWorld();

    @AfterEach
    void stop() {
        master.close();
    }

    @Test
    void showsWhatIsPublished() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand echo = RunningCommand.start(world, master.port(), "echo", "/chatter", "-n", "3");
        world.awaitHandling();
        try (Node node = talker()) {
            publish(node, "hello", "{\"x\": 1}", "two\nlines");
        }
        assertEquals(0, echo.code());
        assertEquals("hello\n---\n{\"x\": 1}\n---\ntwo\nlines\n---\n", world.out());
        assertEquals("", world.err());
    }

    @Test
    void namesTheTopicWhereThereAreSeveral() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand echo = RunningCommand.start(world, master.port(), "topic", "echo", "/chatter", "/odom", "-n1");
        world.awaitHandling();
        try (Node node = talker()) {
            publish(node, "hello");
        }
        assertEquals(0, echo.code());
        assertEquals("topic: /chatter\nhello\n---\n", world.out());
    }

    @Test
    void showsJson() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand echo = RunningCommand.start(world, master.port(), "echo", "/chatter", "--json", "-n", "1");
        world.awaitHandling();
        try (Node node = talker()) {
            publish(node, "{\"x\": 1.50}");
        }
        assertEquals(0, echo.code());
        assertEquals("{\"topic\":\"/chatter\",\"stamp\":1772368496.789012,\"data\":{\"x\": 1.50}}\n", world.out());
    }

    @Test
    void echoHasDoneItsJobWhenItIsInterrupted() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand echo = RunningCommand.start(world, master.port(), "echo", "/chatter");
        world.awaitHandling();
        try (Node node = talker()) {
            publish(node, "hello");
        }
        world.awaitOut("hello\n---\n");
        world.interrupt();
        assertEquals(0, echo.code());
    }

    @Test
    void echoTellsWhoSitsThereThatANameMayBeMistyped()
            throws InterruptedException, ExecutionException, TimeoutException {
        world.with(new Terminal(true, true, 0));
        try (Node node = talker()) {
            publish(node, "hello");
        }
        RunningCommand echo = RunningCommand.start(world, master.port(), "echo", "/chater", "/chatter", "/other");
        world.awaitHandling();
        world.interrupt();
        assertEquals(0, echo.code());
        assertEquals(
                "zrs: nobody has published /chater yet; waiting for it; did you mean /chatter?\n"
                        + "zrs: nobody has published /other yet; waiting for it\n",
                world.err());
    }

    @Test
    void echoEndsQuietlyWhenNobodyReads() throws InterruptedException, ExecutionException, TimeoutException {
        world.with(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new OutputClosedException(new IOException("Broken pipe"));
            }
        });
        RunningCommand echo = RunningCommand.start(world, master.port(), "echo", "/chatter");
        world.awaitHandling();
        try (Node node = talker()) {
            publish(node, "hello");
        }
        assertEquals(0, echo.code());
        assertEquals("", world.err());
    }

    @Test
    void pubEndsWhenTheMasterHasIt() throws InterruptedException, ExecutionException, TimeoutException {
        try (Node node = Node.connect(address(), new NodeName("listener"));
                Subscription subscription = node.subscribe(CHATTER)) {
            world.with(new Terminal(true, true, 0));
            assertEquals(
                    0,
                    RunningCommand.start(world, master.port(), "pub", "/chatter", "a", "b c", "")
                            .code());
            assertEquals(List.of("a", "b c", ""), take(subscription, 3));
            assertEquals("zrs: sent 3 messages on /chatter to 1 subscriber\n", world.err());
            assertEquals("", world.out());
        }
    }

    @Test
    void pubRepeatsItsMessagesInTurn() throws InterruptedException, ExecutionException, TimeoutException {
        try (Node node = Node.connect(address(), new NodeName("listener"));
                Subscription subscription = node.subscribe(CHATTER)) {
            String[] words = {"pub", "/chatter", "a", "b", "-r", "200", "-n", "5"};
            assertEquals(0, RunningCommand.start(world, master.port(), words).code());
            assertEquals(List.of("a", "b", "a", "b", "a"), take(subscription, 5));
            assertEquals("zrs: sent 5 messages on /chatter to 1 subscriber\n", world.err());
        }
    }

    @Test
    void pubTellsWhetherItWasDoneWhenItIsInterrupted()
            throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand endless = RunningCommand.start(world, master.port(), "pub", "/chatter", "a", "-r", "50");
        world.awaitHandling();
        world.interrupt();
        assertEquals(0, endless.code());

        FakeWorld other = new FakeWorld();
        RunningCommand counted = RunningCommand.start(other, master.port(), "pub", "/odom", "a", "-r", "1", "-n", "99");
        other.awaitHandling();
        other.interrupt();
        assertEquals(130, counted.code());
    }

    @Test
    void aPubStreamWaitsForItsMasterAndGoesOn() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand pub = RunningCommand.start(world, master.port(), "pub", "/chatter", "a", "-r", "200");
        awaitMessage();
        int port = master.port();
        master.close();
        String gone = "zrs: the master at 127.0.0.1:" + port + " is gone; waiting for it\n";
        awaitErrInTime(world, gone);
        master = Master.start(MasterOptions.builder().port(port).build(), event -> {});
        try (Node node = Node.connect(address(), new NodeName("listener"));
                Subscription subscription = node.subscribe(CHATTER)) {
            assertEquals(List.of("a", "a"), take(subscription, 2));
        }
        world.awaitErr(" is back\n");
        assertEquals(gone + "zrs: the master at 127.0.0.1:" + port + " is back\n", world.err());
        world.interrupt();
        assertEquals(3, pub.code());
        assertTrue(world.err().contains("zrs: perhaps lost "), world.err());
    }

    @Test
    void aPubStreamEndsAtCtrlCWhileItsMasterIsGone() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand endless = RunningCommand.start(world, master.port(), "pub", "/chatter", "a", "-r", "200");
        FakeWorld other = new FakeWorld();
        RunningCommand counted =
                RunningCommand.start(other, master.port(), "pub", "/odom", "a", "-r", "200", "-n", "99999");
        awaitMessage();
        other.awaitHandling();
        master.close();
        awaitErrInTime(world, "is gone; waiting for it");
        awaitErrInTime(other, "is gone; waiting for it");
        world.interrupt();
        other.interrupt();
        assertEquals(3, endless.code());
        assertEquals(130, counted.code());
    }

    /** As {@link FakeWorld#awaitErr}, for what is said only after some time: lets it pass. */
    private static void awaitErrInTime(FakeWorld world, String text) {
        long end = System.nanoTime() + FakeWorld.PATIENCE.toNanos();
        while (!world.err().contains(text) && System.nanoTime() < end) {
            world.pass(Duration.ofSeconds(1));
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
        world.awaitErr(text);
    }

    @Test
    void pubFailsWhenItsMasterIsGoneForGood() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand pub = RunningCommand.start(world, master.port(), "pub", "/chatter", "a", "-n", "999999999");
        try (Node node = Node.connect(address(), new NodeName("listener"));
                Subscription subscription = node.subscribe(CHATTER)) {
            take(subscription, 1);
        }
        master.close();
        assertEquals(1, pub.code());
        assertTrue(world.err().contains("zrs: the master at " + address() + " is gone; "), world.err());
    }

    @Test
    void pubLeavesALatchedMessageBehind() throws InterruptedException, ExecutionException, TimeoutException {
        String[] words = {"pub", "--latch", "/chatter", "first", "last"};
        assertEquals(0, RunningCommand.start(world, master.port(), words).code());
        RunningCommand echo = RunningCommand.start(world, master.port(), "echo", "/chatter", "-n", "1");
        assertEquals(0, echo.code());
        assertEquals("last\n---\n", world.out());
    }

    @Test
    void aStreamEndsAsByCtrlCWhenTheMasterIsAskedToStopIt()
            throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand echo = RunningCommand.start(world, master.port(), "echo", "/chatter");
        world.awaitHandling();
        try (MasterClient client = MasterClient.connect(address(), new NodeName("asker"), FakeWorld.PATIENCE)) {
            NodeInfo tool = client.nodes().get(0);
            assertTrue(tool.details().hidden());
            assertEquals("zrs echo", tool.details().program());
            client.stop(tool.id(), "enough");
        }
        assertEquals(0, echo.code());
        assertEquals("zrs: stopped: enough\n", world.err());
    }

    @Test
    void listsWhatHasBeenPublished() throws InterruptedException, ExecutionException, TimeoutException {
        assertEquals(
                0, RunningCommand.start(world, master.port(), "topic", "list").code());
        assertEquals("", world.out());
        try (Node node = talker()) {
            node.advertise(new TopicName("b"));
            node.advertise(new TopicName("/z"));
            node.advertise(new TopicName("a"));
            assertEquals(
                    0,
                    RunningCommand.start(world, master.port(), "topic", "list").code());
            assertEquals(
                    0,
                    RunningCommand.start(world, master.port(), "topic", "list", "--json")
                            .code());
        }
        assertEquals("/z\na\nb\n{\"topics\":[\"/z\",\"a\",\"b\"]}\n", world.out());
    }

    @Test
    void listsHarmlessNamesOnATerminal() throws InterruptedException, ExecutionException, TimeoutException {
        world.with(new Terminal(true, true, 0));
        try (Node node = talker()) {
            node.advertise(new TopicName("/a\u202eb"));
            assertEquals(
                    0,
                    RunningCommand.start(world, master.port(), "topic", "list").code());
        }
        assertEquals("/a\\u202eb\n", world.out());
    }

    @Test
    void readsTheAddressFromTheEnvironment() throws InterruptedException, ExecutionException, TimeoutException {
        world.with("ZRS_MASTER", address().toString());
        assertEquals(0, RunningCommand.start(world, "topic", "list", "--json").code());
        assertEquals("{\"topics\":[]}\n", world.out());
    }

    @Test
    void saysInOneLineThatThereIsNoMaster()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertEquals(1, RunningCommand.start(world, free, "topic", "list").code());
        assertEquals(1, world.err().lines().count(), world.err());
        assertTrue(world.err().startsWith("zrs: no master answers at 127.0.0.1:" + free + "; "), world.err());
    }

    /** Waits until the master has had a message of the stream: one that it will never have confirmed. */
    private void awaitMessage() {
        try (Node node = Node.connect(address(), new NodeName("listener"));
                Subscription subscription = node.subscribe(CHATTER)) {
            assertEquals(List.of("a"), take(subscription, 1));
        }
    }

    private Node talker() {
        return Node.connect(address(), new NodeName("talker"));
    }

    private void publish(Node node, String... payloads) {
        Publisher publisher = node.advertise(CHATTER);
        for (String payload : payloads) {
            publisher.publish(payload);
        }
    }

    private MasterAddress address() {
        return new MasterAddress("127.0.0.1", master.port());
    }

    private static List<String> take(Subscription subscription, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(
                    subscription.receive(FakeWorld.PATIENCE).map(Message::text).orElse("nothing came"));
        }
        return texts;
    }
}
