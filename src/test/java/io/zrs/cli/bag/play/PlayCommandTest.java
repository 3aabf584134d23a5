package io.zrs.cli.bag.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.bag.play.FakeBag;
import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.cli.command.TestLine;
import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.client.Subscription;
import io.zrs.master.Master;
import io.zrs.master.MasterOptions;
import io.zrs.model.Message;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.screen.Key;
import io.zrs.testing.FakeLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The command {@code play}, against a master in this process. */
@Timeout(120)
class PlayCommandTest {
    private final Master master = Master.start(MasterOptions.builder().port(0).build(), event -> {});
    private final FakeWorld world = new FakeWorld();
    private final FakeLine line = new FakeLine();
    private final Node node = Node.connect(new MasterAddress("127.0.0.1", master.port()), new NodeName("listener"));
    private final FakeBag bag = new FakeBag()
            .latched("/map")
            .add("/map", 0, "old")
            .add("/odom", 0, "0")
            .add("/odom", 0.01, "1")
            .add("/map", 0.02, "new")
            .add("/odom", 0.03, "2")
            .add("two words", 0.03, "no");
    private Map<String, FakeBag> bags = Map.of("run.mcap", bag);

    @AfterEach
    void stop() {
        node.close();
        master.close();
    }

    private int play(String words) {
        List<String> all = new ArrayList<>(List.of(words.split(" ")));
        all.addAll(List.of("--master", "127.0.0.1:" + master.port()));
        PlayCommand command = new PlayCommand(world.context(), context -> lineOf(), path -> bags.get(path.toString()));
        return TestLine.run(command, world.context(), all.toArray(new String[0]));
    }

    private Optional<io.zrs.screen.KeyLine> lineOf() {
        return world.context().terminal().err() ? Optional.of(line) : Optional.empty();
    }

    private CompletableFuture<Integer> start(String words) {
        return CompletableFuture.supplyAsync(() -> play(words));
    }

    private Subscription subscribe(String topic) {
        return node.subscribe(new TopicName(topic));
    }

    private List<String> received(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Message message = node.receive(FakeWorld.PATIENCE).orElseThrow();
            texts.add(message.topic() + " " + message.text());
        }
        assertEquals(Optional.empty(), node.receive(Duration.ZERO));
        return texts;
    }

    private static String unhurried(String text) {
        return text.replaceAll("in [0-9.]+ s", "in T s").replaceAll("\"seconds\":[0-9.]+", "\"seconds\":T");
    }

    @Test
    void saysThatNothingWasToBreakAt() {
        assertEquals(0, play("run.mcap --break-when speed>3"));
        assertTrue(
                world.err().contains("zrs: 5 messages came, and none matches --break-when: none has speed\n"),
                world.err());
    }

    @Test
    void playsAndTellsHowItWent() {
        subscribe("/odom");
        assertEquals(0, play("run.mcap --json"));
        assertEquals(List.of("/odom 0", "/odom 1", "/odom 2"), received(3));
        assertEquals(
                "zrs: no topic can be called 'two words', and so it is not played; --remap gives it another name\n"
                        + "zrs: played 5 messages of 2 topics in T s\nDone.\n",
                unhurried(world.err()));
        assertEquals(
                "{\"messages\":5,\"topics\":2,\"lost\":0,\"skipped\":0,\"unreadable\":0,\"repeated\":0,\"completed\":true,\"seconds\":T}\n",
                unhurried(world.out()));
        assertTrue(bag.isClosed());
    }

    @Test
    void playsAsFastAsItGoesUnderOtherNames() {
        subscribe("/old/o");
        subscribe("/old/two");
        bags = Map.of("a", bag, "b", new FakeBag().add("/odom", 1e6, "far"));
        assertEquals(
                0,
                play("a b -i -q --remap /odom:=/o --prefix /old --exclude /m.* --topics /odom --topics /map"
                        + " --topics /nothing"));
        assertEquals(List.of("/old/o 0", "/old/o 1", "/old/o 2", "/old/o far"), received(4));
        assertEquals("zrs: there is no topic /nothing\n", world.err());
    }

    @Test
    void eachBagHasAPrefixOfItsOwn() {
        subscribe("/r1/odom");
        subscribe("/r2/old");
        bags = Map.of(
                "a",
                new FakeBag().latched("/odom").add("/odom", 0, "1").add("/odom", 1, "3"),
                "b",
                new FakeBag().add("/odom", 0.5, "2").add("/clock", 0.5, "mine"));
        assertEquals(0, play("a b --clock=10 -r 1000 -s 0.5 -p /r1 -p /r2 --remap /odom:=/old --remap /clock:=/t"));
        assertTrue(world.err().contains("played 4 messages of 3 topics"), world.err());
        assertEquals(List.of("/r2/old 2"), received(1));
        assertEquals(0, play("a b -i -q -p /r1 -p /r2 --topics /odom"));
        List<String> came = received(2);
        assertEquals(List.of("/r1/odom 1", "/r1/odom 3"), came);
        assertEquals(
                "--prefix is given 3 times for 2 bags; give it once for all, or once for each",
                wrong("a b -p /x -p /y -p /z"));
        assertEquals("--prefix is given 2 times for 1 bag; give it once", wrong("a -p /x -p /y"));
    }

    @Test
    void givesATopicAName() {
        subscribe("/two");
        PlayCommand command = new PlayCommand(world.context(), context -> lineOf(), path -> bag);
        int code = TestLine.run(
                command, world.context(), "x", "--remap", "two words:=/two", "--master", "127.0.0.1:" + master.port());
        assertEquals(0, code);
        assertEquals(List.of("/two no"), received(1));
    }

    @Test
    void playsUpToATime() {
        subscribe("/odom");
        assertEquals(0, play("run.mcap -s 0.005 --end 0.02 -q"));
        assertEquals(List.of("/odom 1"), received(1));
        assertEquals(0, play("run.mcap -s 0.005 -u 0.01 -x two.*"));
        assertEquals(List.of("/odom 1"), received(1));
        assertTrue(world.err().contains("played 2 messages of 2 topics"), world.err());
        assertEquals(0, play("run.mcap -s 0.005 -u 0.01 -x (two.*|/map) --json"));
        assertEquals(List.of("/odom 1"), received(1));
        assertTrue(world.out().startsWith("{\"messages\":1,\"topics\":1,"), world.out());
        assertEquals(0, play("run.mcap --end 1700000000.01 -q"));
        assertEquals(List.of("/odom 0", "/odom 1"), received(2));
    }

    @Test
    void latchedTopicsAreLatchedAndComeFirst() {
        subscribe("/map");
        subscribe("/odom");
        assertEquals(0, play("run.mcap -s 0.01 -u 0.015s -r 2"));
        // Of several topics, only each one's messages have an order.
        List<String> came = new ArrayList<>(received(3));
        assertTrue(came.remove("/odom 1"));
        assertEquals(List.of("/map old", "/map new"), came);
        try (Node later = Node.connect(new MasterAddress("127.0.0.1", master.port()), new NodeName("later"))) {
            later.subscribe(new TopicName("/map"));
            assertEquals("new", later.receive(FakeWorld.PATIENCE).orElseThrow().text());
        }
    }

    @Test
    void publishesTheTimeInPlaceOfTheRecordedOne() {
        bags = Map.of("run.mcap", new FakeBag().add("/clock", 0, "no").add("/odom", 0.05, "x"));
        subscribe("/clock");
        assertEquals(0, play("--clock run.mcap"));
        String first = node.receive(FakeWorld.PATIENCE).orElseThrow().text();
        assertEquals("{\"clock\":{\"secs\":1700000000,\"nsecs\":0}}", first);
        String second = node.receive(FakeWorld.PATIENCE).orElseThrow().text();
        assertTrue(second.startsWith("{\"clock\":{\"secs\":1700000000,\"nsecs\":"), second);
        assertFalse(second.equals(first));
        assertTrue(world.err().startsWith("zrs: the recorded /clock is not played, as --clock publishes the time\n"));
    }

    @Test
    void keysPauseStepAndSeek() throws Exception {
        world.with(new Terminal(true, false, true, 0));
        subscribe("/odom");
        CompletableFuture<Integer> code = start("run.mcap --start-paused -k");
        assertEquals(
                " [PAUSED ]  Bag Time: 1700000000.000000   Duration: 0.000000 / 0.030000",
                line.await(text -> text.contains("PAUSED")));
        line.type("?");
        world.awaitErr(PlayKeys.HELP);
        assertTrue(PlayKeys.HELP.lines().allMatch(text -> text.length() < 80), PlayKeys.HELP);
        line.type("sss");
        line.await(text -> text.contains("Duration: 0.010000 /"));
        line.press(Key.of(Key.Name.HOME));
        line.press(Key.of(Key.Name.UP));
        assertEquals(
                " [PAUSED ]  Bag Time: 1700000000.000000   Duration: 0.000000 / 0.030000   1.10x",
                line.await(text -> text.contains("1.10x")));
        line.type("a ");
        line.await(text -> text.contains("ENDED"));
        line.type("q");
        assertEquals(0, code.get());
        assertEquals(List.of("/odom 0", "/odom 1", "/odom 0", "/odom 1", "/odom 2"), received(5));
        assertTrue(line.closed());
        assertTrue(world.err().contains(PlayKeys.HINT + "\n"), world.err());
    }

    @Test
    void pausesBehindAMatchWhereThereAreKeys() throws Exception {
        world.with(new Terminal(true, false, true, 0));
        CompletableFuture<Integer> code = startWithExpression("topic == '/odom' and data == 1");
        world.awaitErr("paused behind a message of /odom that matches --break-when, at 0.010000 s");
        line.type(" ");
        assertEquals(0, code.get());
        assertTrue(world.err().contains("played 5 messages"), world.err());
    }

    @Test
    void endsBehindAMatchWhereThereAreNone() throws Exception {
        assertEquals(0, startWithExpression("data == 1").get());
        assertTrue(world.err().contains("ended behind a message of /odom"), world.err());
        assertTrue(world.err().contains("played 3 messages"), world.err());
    }

    @Test
    void waitsForNobodyWhoCannotComeWhereKeysAreNotTaken() {
        world.with(new Terminal(true, false, true, 0));
        assertEquals(0, play("run.mcap -q --break-when data==1"));
        assertTrue(world.err().contains("ended behind a message of /odom"), world.err());
        assertEquals(
                "--start-paused, and nobody can have it go on: there are no keys with --quiet; leave it out",
                wrong("run.mcap -q --start-paused -x two.*"));
        PlayCommand plain = new PlayCommand(world.context(), context -> Optional.empty(), path -> bag);
        String master = "127.0.0.1:" + this.master.port();
        assertEquals(0, TestLine.run(plain, world.context(), "x", "--break-when", "data==1", "--master", master));
        assertTrue(world.err().contains("played 3 messages"), world.err());
    }

    private CompletableFuture<Integer> startWithExpression(String expression) {
        PlayCommand command = new PlayCommand(world.context(), context -> lineOf(), path -> bag);
        return CompletableFuture.supplyAsync(() -> TestLine.run(
                command,
                world.context(),
                "run.mcap",
                "--break-when",
                expression,
                "--master",
                "127.0.0.1:" + master.port()));
    }

    @Test
    void waitsForSubscribersAndIsInterrupted() throws Exception {
        CompletableFuture<Integer> code = start("run.mcap --wait-for-subscribers");
        world.awaitErr("zrs: waiting for subscribers, first of /map\n");
        world.interrupt();
        assertEquals(130, code.get());
        assertTrue(world.err().contains("played 0 messages"), world.err());
    }

    @Test
    void beginsWhenThereAreSubscribers() throws Exception {
        CompletableFuture<Integer> code = start("run.mcap --wait-for-subscribers");
        world.awaitErr("zrs: waiting for subscribers, first of /map\n");
        subscribe("/odom");
        subscribe("/map");
        assertEquals(0, code.get());
        assertEquals(5, received(5).size());
    }

    @Test
    void aLoopIsAStream() throws Exception {
        subscribe("/odom");
        CompletableFuture<Integer> code = start("run.mcap --loop");
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    Integer.toString(i % 3),
                    node.receive(FakeWorld.PATIENCE).orElseThrow().text());
        }
        world.interrupt();
        assertEquals(0, code.get());
    }

    @Test
    void whatIsTooLongIsToldOnce() {
        String large = "x".repeat(65 << 20);
        bags = Map.of(
                "run.mcap",
                new FakeBag().add("/a", 0, large).add("/a", 0, large).add("/a", 0, "short"));
        subscribe("/a");
        assertEquals(3, play("run.mcap"));
        assertEquals(List.of("/a short"), received(1));
        assertTrue(world.err()
                .startsWith("zrs: messages of /a are left out: a message of 68157440 bytes on /a is longer"));
        assertTrue(world.err().contains("zrs: left out 2 messages that cannot be published\n"), world.err());
    }

    @Test
    void saysWhatIsWrong() {
        assertEquals("missing BAG; try 'zrs play --help'", wrong("-q"));
        assertEquals("--immediate and --rate contradict each other; give one of them", wrong("run.mcap -i -r 2"));
        assertEquals(
                "--start-paused, and nobody can have it go on: standard input is no terminal; leave it out",
                wrong("run.mcap --start-paused"));
        assertEquals(
                "--start is behind the end of what is 0.0 s long; give seconds from the start, such as 0",
                wrong("run.mcap -q -s 5 --exclude two.*"));
        assertEquals(
                "--duration and --end contradict each other; give one of them",
                wrong("run.mcap -u 1 --end 1 --exclude two.*"));
        assertEquals("the end is before the start; give a later --end", wrong("run.mcap -s 0.02 --end 0.01 -x two.*"));
        assertTrue(wrong("run.mcap -r 0").contains("'0' is no rate, give a number from 0.001 on, or max"));
        assertTrue(wrong("run.mcap -r fast").contains("'fast' is no rate"));
        assertTrue(wrong("run.mcap --remap /a").contains("'/a' names no two topics, write it as /odom:=/old/odom"));
        assertEquals(
                "--remap gives /odom two names, /a and /b; give it one",
                wrong("run.mcap --remap /odom:=/a --remap /map:=/c --remap /odom:=/b"));
        assertEquals("--clock: '0' is not a number above 0; try 'zrs play --help'", wrong("run.mcap --clock=0"));
        assertTrue(wrong("run.mcap -s monday").contains("'monday' is not a time span"));
        assertTrue(wrong("run.mcap -s 2026-13-01T00:00:00Z").contains("is no time, give seconds, as 12.5"));
        assertEquals(1, play("run.mcap -q --topics /odm"));
        assertTrue(
                world.err()
                        .endsWith("zrs: there is no topic /odm; did you mean /odom?\n"
                                + "zrs: none of the 3 topics is to be played; 'zrs bag info' shows what there is\n"),
                world.err());
    }

    private String wrong(String words) {
        int before = world.err().length();
        assertEquals(2, play(words), words);
        return world.err().substring(before + "zrs: ".length()).strip();
    }

    @Test
    void tellsTheTimeWithARecordingThatIsNamedByADate() throws InterruptedException {
        bags = Map.of("2026-03-01-12-34-56.mcap", new FakeBag().add("/odom", 0.05, "x"));
        assertEquals(0, play("--clock 2026-03-01-12-34-56.mcap"));
        assertTrue(world.err().contains("played 1 message of 1 topic"), world::err);
    }

    @Test
    void noRegularExpressionTakesLong() {
        bags = Map.of("run.mcap", new FakeBag().add("a".repeat(60), 0, "x"));
        assertEquals(2, play("-x (a*)*\\1b run.mcap"));
        assertTrue(world.err().contains("takes too long"), world::err);
    }
}
