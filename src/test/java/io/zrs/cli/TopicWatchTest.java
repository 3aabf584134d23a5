package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.client.Publisher;
import io.zrs.master.Master;
import io.zrs.master.MasterOptions;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code zrs topic list --watch}, against a master in this process. */
class TopicWatchTest {
    private Master master = Master.start(MasterOptions.builder().port(0).build(), event -> {});
    private final FakeWorld world = new FakeWorld();

    @AfterEach
    void stop() {
        master.close();
    }

    @Test
    void tellsEachChangeUntilItIsInterrupted() throws InterruptedException, ExecutionException, TimeoutException {
        try (Node node = node()) {
            Publisher there = node.advertise(new TopicName("/there"));
            RunningCommand watch = RunningCommand.start(world, master.port(), "topic", "list", "--watch");
            world.awaitOut("+ /there\n");
            Publisher more = node.advertise(new TopicName("/more"));
            world.awaitOut("+ /more\n");
            more.close();
            world.awaitOut("- /more\n");
            there.close();
            world.awaitOut("- /there\n");
            world.interrupt();
            assertEquals(0, watch.code());
        }
        assertEquals("+ /there\n+ /more\n- /more\n- /there\n", world.out());
        assertEquals("", world.err());
        assertTrue(world.streaming());
    }

    @Test
    void tellsOnlyWhatTheListIsAbout() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand watch =
                RunningCommand.start(world, master.port(), "topic", "list", "--watch", "-s", "/b", "--json");
        world.awaitHandling();
        try (Node node = node()) {
            node.advertise(new TopicName("/b/published"));
            node.subscribe(new TopicName("/a"));
            node.subscribe(new TopicName("/b/c"));
            world.awaitOut("{\"event\":\"added\",\"topic\":\"/b/c\",\"stamp\":1772368496.789012}\n");
        }
        world.awaitOut("{\"event\":\"removed\",\"topic\":\"/b/c\",\"stamp\":1772368496.789012}\n");
        world.interrupt();
        assertEquals(0, watch.code());
        assertEquals(2, world.out().lines().count(), world.out());
    }

    @Test
    void seesTypesComeOnATerminal() throws InterruptedException, ExecutionException, TimeoutException {
        world.with(new Terminal(true, true, 0));
        RunningCommand watch = RunningCommand.start(world, master.port(), "topic", "list", "--watch", "-t");
        world.awaitOut("(no topics)");
        try (Node node = node()) {
            Publisher publisher = node.advertise(new TopicName("/odom"));
            world.awaitOut("/odom [unknown]");
            publisher.publish("{\"x\": 1}");
            world.awaitOut("/odom [json]");
        }
        world.interrupt();
        assertEquals(0, watch.code());
    }

    @Test
    void waitsForItsMasterAndGoesOn() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand watch = RunningCommand.start(world, master.port(), "topic", "list", "--watch");
        try (Node node = node()) {
            Publisher publisher = node.advertise(new TopicName("/chatter"));
            world.awaitOut("+ /chatter\n");
            publisher.close();
            world.awaitOut("- /chatter\n");
        }
        int port = master.port();
        master.close();
        world.awaitErr("zrs: the master at 127.0.0.1:" + port + " is gone; waiting for it\n");
        master = Master.start(MasterOptions.builder().port(port).build(), event -> {});
        world.awaitErr("zrs: the master at 127.0.0.1:" + port + " is back\n");
        try (Node node = node()) {
            node.advertise(new TopicName("/again"));
            world.awaitOut("+ /again\n");
        }
        world.interrupt();
        assertEquals(0, watch.code());
        assertEquals(2, world.err().lines().count(), world.err());
    }

    @Test
    void needsAMasterToBeginWith() throws InterruptedException, ExecutionException, TimeoutException {
        int port = master.port();
        master.close();
        assertEquals(
                1, RunningCommand.start(world, port, "topic", "list", "--watch").code());
        assertTrue(world.err().startsWith("zrs: no master answers at 127.0.0.1:" + port + "; "), world.err());
    }

    private Node node() {
        return Node.connect(new MasterAddress("127.0.0.1", master.port()), new NodeName("talker"));
    }
}
