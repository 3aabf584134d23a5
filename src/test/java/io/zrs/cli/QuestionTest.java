package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.completion.Question;
import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.client.PublisherOptions;
import io.zrs.master.Master;
import io.zrs.master.MasterOptions;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionTest {
    @Test
    void tellsWhatTheMasterOfTheLineKnows() throws IOException {
        try (Master master = Master.start(MasterOptions.builder().port(0).build(), event -> {});
                Node node = Node.connect(
                        MasterAddress.parse("127.0.0.1:" + master.port()), new NodeName("./my 'talker:é.py"))) {
            String here = "127.0.0.1:" + master.port();
            node.advertise(new TopicName("/odom"), PublisherOptions.DEFAULT.withLatch(true))
                    .publish("{\"pose\": {\"x\": 1}, \"t\\u0007\": 1}");
            node.subscribe(new TopicName("/b:c"));
            FakeWorld world = new FakeWorld().with("ZRS_MASTER", here);
            String topics = "=/b:c\t0 publishers, 1 subscriber\n=/odom\t1 publisher, 0 subscribers\n";
            assertEquals(topics, answer(world, "topics", "", "echo"));
            // What stands there already need not come again; what is being typed has to.
            assertEquals(
                    topics.substring(0, topics.indexOf("=/odom")), answer(world, "topics", "", "echo", "/odom", ""));
            assertEquals(topics, answer(world, "topics", "/odom", "echo", "/odom"));
            // What is typed goes before the environment.
            FakeWorld elsewhere = new FakeWorld().with("ZRS_MASTER", "127.0.0.1:1");
            assertEquals(topics, answer(elsewhere, "topics", "", "echo", "", "--master=" + here));
            String nodes = answer(world, "nodes", "", "node", "info");
            assertEquals(
                    "=./my 'talker:é.py\t127.0.0.1, pid "
                            + ProcessHandle.current().pid() + "\n",
                    nodes);
            assertEquals(nodes + topics, answer(world, "names", "", "graph"));
            assertTimeoutPreemptively(FakeWorld.PATIENCE, () -> {
                while (answer(world, "fields", "", "echo", "/odom").isEmpty()) {
                    Thread.onSpinWait();
                }
            });
            assertEquals("+pose.\tobject\n", answer(world, "fields", "", "echo", "/odom"));
            assertEquals("+/odom.pose.\tobject\n", answer(world, "targets", "/odom.", "plot", "/odom."));
            assertEquals("+1 < pose.x\tnumber\n", answer(world, "expression", "1 < pose.", "echo", "/od*"));
        }
    }

    @Test
    void isSilentWithoutAMaster() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        FakeWorld world = new FakeWorld().with("ZRS_MASTER", "127.0.0.1:" + closed);
        assertEquals("", answer(world, "topics", "", "echo"));
        assertEquals("", answer(world, "nodes", "", "echo", "--master", "no:port:there"));
        assertEquals("", answer(world, "nonsense", ""));
        assertEquals("", answer(world));
    }

    @Test
    void needsNoMasterForAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("it.yaml"), "args: {rate: 10, red: {}}");
        FakeWorld world = new FakeWorld().with("ZRS_MASTER", "no:port:there");
        assertEquals(
                "+rate:=\tdefault: 10\n+red:=\thas to be given\n",
                answer(world, "arguments", "r", "launch", file.toString(), "r"));
        assertEquals("+red:=\thas to be given\n", answer(world, "arguments", "", "launch", file.toString(), "rate:=2"));
        assertEquals(
                "",
                answer(
                        world,
                        "arguments",
                        "",
                        "launch",
                        directory.resolve("none").toString()));
        assertEquals("", answer(world, "arguments", "", "echo", file.toString()));
    }

    /** One that takes connections and says nothing. */
    @Test
    void givesUpOnASilentMaster() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            FakeWorld world = new FakeWorld().with("ZRS_MASTER", "127.0.0.1:" + silent.getLocalPort());
            new Question(world.context(), Zrs.TREE, List.of("topics", "", "echo"), Duration.ofMillis(50)).answer();
            assertEquals("", world.out() + world.err());
        }
    }

    private static String answer(FakeWorld world, String... words) throws IOException {
        String before = world.out();
        new Question(world.context(), Zrs.TREE, List.of(words), FakeWorld.PATIENCE).answer();
        assertEquals("", world.err());
        return world.out().substring(before.length());
    }
}
