package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.client.NodeOptions;
import io.zrs.client.PublisherOptions;
import io.zrs.master.Master;
import io.zrs.master.MasterOptions;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code zrs graph} and {@code zrs graph diff}, against a master in this process. */
class GraphCommandTest {
    private final Master master = Master.start(MasterOptions.builder().port(0).build(), event -> {});
    private final List<Node> nodes = new ArrayList<>();

    @TempDir
    private Path directory;

    private Node node(String name, boolean hidden) {
        Node node = Node.connect(NodeOptions.builder(new NodeName(name))
                .master(new MasterAddress("127.0.0.1", master.port()))
                .hidden(hidden)
                .build());
        nodes.add(node);
        return node;
    }

    /** A camera that two look at, one of them a tool; a map that is kept; a command that nobody gives. */
    private void fill() {
        Node camera = node("camera", false);
        camera.advertise(new TopicName("/image"));
        camera.advertise(new TopicName("/map"), PublisherOptions.DEFAULT.withLatch(true));
        Node viewer = node("./my viewer.py", false);
        viewer.subscribe(new TopicName("/image"));
        viewer.subscribe(new TopicName("/stop"));
        node("zrs_echo", true).subscribe(new TopicName("/image"));
    }

    @AfterEach
    void stop() {
        nodes.forEach(Node::close);
        master.close();
    }

    private FakeWorld world() {
        return new FakeWorld().with("ZRS_MASTER", "127.0.0.1:" + master.port());
    }

    private String zrs(int code, String... words) {
        FakeWorld world = world();
        assertEquals(code, Zrs.run(world.context(), List.of(words)), world.err());
        return world.out() + world.err();
    }

    @Test
    void mermaidSaysWhoTalksToWhom() {
        fill();
        String text = zrs(0, "graph", "--format", "mermaid");
        assertTrue(text.startsWith("""
                flowchart LR
                  n0(["./my viewer.py"]):::zrsNode
                  n1(["camera"]):::zrsNode
                  t2["/image"]:::zrsTopic
                  t3["/map<br>(no subscriber)<br>(latched)"]:::zrsAlone
                  t4["/stop<br>(no publisher)"]:::zrsAlone
                  n1 --> t2
                  n1 --> t3
                  t2 --> n0
                  t4 --> n0
                """), text);
        assertTrue(text.endsWith("zrs: 1 hidden tool left out; -a draws it\n"), text);
    }

    @Test
    void jsonHasEverythingAndRates() {
        fill();
        String json = zrs(0, "graph", "--json", "-a", "--rates", "--interval", "10ms", "--focus", "/image");
        assertTrue(json.contains("\"name\":\"zrs_echo\",\"marks\":[\"tool\"]"), json);
        assertTrue(json.contains("{\"from\":\"topic:/image\",\"to\":\"node:zrs_echo\",\"topics\":[\"/image\"],"), json);
        assertTrue(json.contains("\"rate\":0.000,\"bytes_per_second\":0.000,\"lost_per_second\":0.000"), json);
        assertFalse(json.contains("/map"), json);
    }

    @Test
    void anEmptySystemIsAnEmptyPicture() {
        assertEquals("zrs: there is no node and no topic yet\n", zrs(0, "graph"));
        node("zrs_echo", true);
        assertEquals(
                "zrs: of 1 node and 0 topics nothing is left to draw: tools' own nodes want -a\n", zrs(0, "graph"));
        assertTrue(zrs(0, "graph", "--format", "mermaid").startsWith("flowchart LR\nzrs: "));
    }

    @Test
    void complainsInOneLine() {
        fill();
        assertEquals(
                "zrs: there is no node or topic /imag; did you mean /image?\n", zrs(1, "graph", "--focus", "/imag"));
        assertEquals(
                "zrs: --watch writes svg to a file, which it keeps current; give -o FILE\n",
                zrs(2, "graph", "--watch", "--format", "svg"));
        assertEquals(
                "zrs: --depth needs --focus, which says from where; try 'zrs graph --help'\n",
                zrs(2, "graph", "--depth", "2"));
        assertEquals("zrs: --interval belongs to --rates; give both or neither\n", zrs(2, "graph", "--interval", "1s"));
        assertEquals(
                "zrs: --json contradicts --format svg; leave out one of the two\n",
                zrs(2, "graph", "--json", "--format", "svg"));
        assertEquals(
                "zrs: 'x.jpg' does not say its format; end it with one of .txt .dot .svg .png .mmd .json .html, or give"
                        + " --format\n",
                zrs(2, "graph", "-o", "x.jpg"));
        assertTrue(zrs(2, "graph", "--hide", "lef").contains("did you mean leaf?"));
        assertTrue(zrs(2, "graph", "--include", "(").contains("'(' is no regular expression: "));
        assertTrue(zrs(1, "graph", "-o", "/no/such/folder/x.json").contains("there is no such folder"));
        assertTrue(zrs(1, "graph", "--format", "json", "-o", "/").endsWith("zrs: cannot write /: Is a directory\n"));
    }

    @Test
    void aPngIsNothingForATerminal() {
        FakeWorld world = world().with(new Terminal(true, true, 256));
        assertEquals(2, Zrs.run(world.context(), List.of("graph", "--format", "png")));
        assertEquals("zrs: a png is nothing for a terminal; write it to a file: -o graph.png\n", world.err());
    }

    @Test
    void diffSaysWhatCameAndWent() throws Exception {
        fill();
        Path before = directory.resolve("before.json");
        Path pairs = directory.resolve("pairs.json");
        Path expected = directory.resolve("graph.yaml");
        zrs(0, "graph", "-o", before.toString());
        zrs(0, "graph", "-o", pairs.toString(), "--topics", "edges");
        zrs(0, "expect", "--graph", expected.toString(), "--save");
        assertEquals("", zrs(0, "graph", "diff", before.toString()));
        assertEquals("", zrs(0, "graph", "diff", before.toString(), pairs.toString()));
        assertEquals("", zrs(0, "graph", "diff", expected.toString()));
        node("late", false).subscribe(new TopicName("/map"));
        assertEquals(
                "+ node late\n+ late subscribes to /map\n",
                zrs(3, "graph", "diff", before.toString(), "127.0.0.1:" + master.port()));
        assertEquals(
                "{\"same\":false,\"changes\":[{\"event\":\"removed\",\"what\":\"node\",\"node\":\"late\"},"
                        + "{\"event\":\"removed\",\"what\":\"subscriber\",\"node\":\"late\",\"topic\":\"/map\"}]}\n",
                zrs(3, "graph", "diff", "127.0.0.1:" + master.port(), before.toString(), "--json"));
        Path joint = directory.resolve("joint.mmd");
        zrs(3, "graph", "diff", before.toString(), "-o", joint.toString());
        assertTrue(Files.readString(joint).contains("(added)"), Files.readString(joint));
        Files.writeString(before, "{\"nodes\":1}");
        assertEquals(
                "zrs: " + before + " is no graph: it has nodes that is no array; write one by 'zrs graph --json'\n",
                zrs(2, "graph", "diff", before.toString()));
        assertTrue(zrs(1, "graph", "diff", "nothing.json").contains("cannot read nothing.json: there is no such file"));
    }

    @Test
    void watchFollowsTheSystem() throws ExecutionException, InterruptedException, TimeoutException {
        FakeWorld world = world();
        RunningCommand watch = RunningCommand.start(world, "graph", "--watch", "--json");
        world.awaitOut("{\"nodes\":[],\"topics\":[],\"links\":[]}\n");
        node("late", false).advertise(new TopicName("/late"));
        world.awaitOut("\"to\":\"topic:/late\"");
        nodes.get(0).close();
        world.awaitOut("\"to\":\"topic:/late\",\"topics\":[\"/late\"],\"marks\":[]}]}\n{\"nodes\":[]");
        world.interrupt();
        assertEquals(0, watch.code());
        assertTrue(world.streaming());
    }

    @Test
    void watchRewritesAFile() throws Exception {
        Path file = directory.resolve("graph.mmd");
        FakeWorld world = world();
        RunningCommand watch = RunningCommand.start(world, "graph", "--watch", "-o", file.toString());
        world.awaitHandling();
        node("late", false).advertise(new TopicName("/late"));
        long end = System.nanoTime() + FakeWorld.PATIENCE.toNanos();
        while (!Files.exists(file) || !Files.readString(file).contains("/late")) {
            assertTrue(System.nanoTime() < end, "the file is not rewritten");
            Thread.onSpinWait();
        }
        world.interrupt();
        assertEquals(0, watch.code());
        try (var files = Files.list(directory)) {
            assertEquals(List.of(file), files.toList());
        }
    }
}
