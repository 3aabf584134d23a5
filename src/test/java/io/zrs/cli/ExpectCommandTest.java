package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.client.Publisher;
import io.zrs.client.PublisherOptions;
import io.zrs.master.Master;
import io.zrs.master.MasterOptions;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command expect, against a master in this process. */
class ExpectCommandTest {
    private final Master master = Master.start(MasterOptions.builder().port(0).build(), event -> {});
    private final FakeWorld world = new FakeWorld();
    private Node node;

    @TempDir
    private Path folder;

    @BeforeEach
    void connect() {
        node = Node.connect(new MasterAddress("127.0.0.1", master.port()), new NodeName("talker"));
    }

    @AfterEach
    void stop() {
        node.close();
        master.close();
    }

    private RunningCommand start(String words) {
        return RunningCommand.start(world, master.port(), words.split(" "));
    }

    private Publisher publisher(String topic) {
        return node.advertise(new TopicName(topic));
    }

    private void latch(String topic, String payload) {
        node.advertise(new TopicName(topic), PublisherOptions.DEFAULT.withLatch(true))
                .publish(payload);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void passesAsSoonAsItIsCertain() throws InterruptedException, ExecutionException, TimeoutException {
        Publisher publisher = publisher("/odom");
        RunningCommand expect = start("expect /odom -n 2 --filter x>3 --within 1h");
        world.awaitHandling();
        publisher.publish("{\"x\": 4}");
        publisher.publish("{\"x\": 3}");
        publisher.publish("{\"x\": 5}");
        assertEquals(0, expect.code());
        assertEquals("pass  /odom  2 of 3 messages, expected at least 2 with x>3\n", world.out());
        assertEquals("", world.err());
    }

    @Test
    void failsAsSoonAsItIsCertain() throws InterruptedException, ExecutionException, TimeoutException {
        Publisher publisher = publisher("/odom");
        RunningCommand expect = start("expect /odom --filter x>3 --every --within 1h");
        world.awaitHandling();
        publisher.publish("{\"x\": 4}");
        publisher.publish("{\"x\": \"\u001b[31m\"}");
        assertEquals(3, expect.code());
        assertEquals(
                "FAIL  /odom  message 2 does not match, expected every message with x>3: {\"x\": \"\\x1b[31m\"}\n",
                world.out());
    }

    @Test
    void aLatchedMessageCounts() throws InterruptedException, ExecutionException, TimeoutException {
        latch("/map", "kept");
        assertEquals(0, start("expect /map --within 1h").code());
        assertEquals("pass  /map  1 message, expected at least 1\n", world.out());
    }

    @Test
    void namesTheTopicThatWasMeant() throws InterruptedException, ExecutionException, TimeoutException {
        publisher("/odom");
        assertEquals(4, start("expect /odm --within 10ms").code());
        assertEquals(
                "late  /odm  no message within 0.01 s, expected at least 1; nobody publishes it, did you mean /odom?\n",
                world.out());
    }

    @Test
    void saysNothingMoreOfATopicThatIsPublished() throws InterruptedException, ExecutionException, TimeoutException {
        publisher("/odom");
        assertEquals(4, start("expect /odom --within 10ms --json").code());
        assertTrue(
                world.out().startsWith("{\"topic\":\"/odom\",\"check\":\"message\",\"outcome\":\"timeout\""),
                world.out());
        assertFalse(world.out().contains("reason"), world.out());
    }

    @Test
    void aFailureWeighsMoreThanALateMessage()
            throws InterruptedException, ExecutionException, TimeoutException, IOException {
        latch("/alarm", "fire");
        String checks = file(
                "checks.yaml",
                "within: 10ms\nexpect:\n  - topic: /none\n  - topic: /alarm\n    name: no alarm\n    silent: true\n");
        assertEquals(3, start("expect -f " + checks + " --tap").code());
        assertTrue(world.out().startsWith("TAP version 14\n1..2\nnot ok 1 - /none message: at least 1\n"), world.out());
        assertTrue(world.out().contains("\nnot ok 2 - no alarm (/alarm) silent: none\n"), world.out());
    }

    @Test
    void readsExpectationsFromStandardInput() throws InterruptedException, ExecutionException, TimeoutException {
        latch("/map", "kept");
        world.typing("- topic: /map\n");
        assertEquals(0, start("expect -f - -q").code());
        assertEquals("", world.out());
    }

    @Test
    void writesJunitAlsoWhenItFails() throws InterruptedException, ExecutionException, TimeoutException, IOException {
        Path report = folder.resolve("report.xml");
        assertEquals(4, start("expect /none --within 10ms -q --junit " + report).code());
        assertTrue(Files.readString(report).contains("<failure type=\"timeout\""));
        assertEquals("", world.out());
    }

    @Test
    void tellsBeforeItBeginsThatAReportCannotBeWritten()
            throws InterruptedException, ExecutionException, TimeoutException {
        Path report = folder.resolve("nowhere").resolve("report.xml");
        assertEquals(1, start("expect /none --within 1h --junit " + report).code());
        assertEquals("zrs: cannot write " + report + ": there is no such folder\n", world.err());
    }

    @Test
    void aReportTellsThatThereWasNoMaster()
            throws InterruptedException, ExecutionException, TimeoutException, IOException {
        master.close();
        Path report = folder.resolve("report.xml");
        assertEquals(1, start("expect /none --tap --junit " + report).code());
        String why = world.err().substring("zrs: ".length(), world.err().indexOf(';'));
        assertEquals("TAP version 14\nBail out! " + why + "\n", world.out());
        assertTrue(Files.readString(report).contains("<error type=\"unjudged\" message=\"" + why + ", "));
    }

    @Test
    void anInterruptionLeavesItUnjudged() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand expect = start("expect /none --within 1h");
        world.awaitHandling();
        world.interrupt();
        assertEquals(130, expect.code());
        assertEquals(
                "open  /none  no message, expected at least 1; interrupted before that was certain\n", world.out());
    }

    @Test
    void withoutItsMasterNothingIsCertain() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand expect = start("expect /none --silent --within 1h");
        world.awaitHandling();
        master.close();
        assertEquals(1, expect.code());
        assertEquals(
                "open  /none  no message, expected none; the master has gone before that was certain\n", world.out());
        assertEquals("zrs: the master at 127.0.0.1:" + master.port() + " has gone\n", world.err());
    }

    @Test
    void complainsOfAFileWithItsPlace() throws InterruptedException, ExecutionException, TimeoutException, IOException {
        String checks = file("checks.yaml", "- topic: /odom\n  hzz: 9..11\n");
        assertEquals(2, start("expect -f " + checks).code());
        assertEquals("zrs: " + checks + ":2:3: unknown key 'hzz'; did you mean 'hz'?\n", world.err());
        assertEquals(1, start("expect -f " + checks + "x").code());
        assertTrue(world.err().endsWith("zrs: cannot read " + checks + "x: there is no such file\n"), world.err());
    }

    @Test
    void aSavedGraphIsAsExpectedUntilItChanges() throws InterruptedException, ExecutionException, TimeoutException {
        publisher("/odom");
        Path graph = folder.resolve("graph.yaml");
        assertEquals(0, start("expect --save --graph " + graph).code());
        assertEquals(0, start("expect --graph " + graph).code());
        assertEquals("pass  talker  1 node, expected at least 1 node\n", world.out());
        publisher("/tf");
        assertEquals(3, start("expect --within 10ms --graph " + graph).code());
        assertTrue(world.out().endsWith("FAIL  talker  publishes /tf, expected no publisher of /tf\n"), world.out());
    }

    @Test
    void waitsForTheGraph() throws InterruptedException, ExecutionException, TimeoutException, IOException {
        String graph = file("graph.yaml", "nodes: {talker: {publishes: /late}}\n");
        RunningCommand expect = start("expect --within 1h --graph " + graph);
        world.awaitHandling();
        publisher("/late");
        assertEquals(0, expect.code());
        assertEquals(
                List.of("pass  talker  1 node, expected at least 1 node"),
                world.out().lines().toList());
    }
}
