package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.client.Publisher;
import io.zrs.master.Master;
import io.zrs.master.MasterOptions;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands that measure topics, against a master in this process. */
class MeasureCommandsTest {
    private final Master master = Master.start(MasterOptions.builder().port(0).build(), event -> {});
    private final FakeWorld world = new FakeWorld();
    private Node node;

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

    private Publisher publish(String topic, String... payloads) {
        Publisher publisher = node.advertise(new TopicName(topic));
        for (String payload : payloads) {
            publisher.publish(payload);
        }
        return publisher;
    }

    @Test
    void hzCountsWhatComesAndStopsAfterItsReports() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand hz = start("topic hz /chatter -n 2");
        world.awaitOut("subscribed to [/chatter]\n");
        publish("/chatter", "a", "b", "c", "d", "e");
        assertEquals(0, hz.code());
        String report = "subscribed to \\[/chatter]\naverage rate: [0-9.]+\n"
                + "\tmin: 0.\\d{3}s max: 0.\\d{3}s std dev: 0.\\d{5}s window: 5\nno new messages\n";
        assertTrue(world.out().matches(report), world.out());
        assertTrue(world.streaming());
        assertEquals("", world.err());
    }

    @Test
    void hzCountsWhatMatchesAlone() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand hz = RunningCommand.start(
                world, master.port(), "topic", "hz", "/odom", "-n", "1", "--json", "--filter", "x > 2");
        world.awaitHandling();
        publish("/odom", "{\"x\":1}", "{\"x\":3}", "no JSON", "{\"x\":4}", "{\"x\":2}", "{\"x\":5}");
        assertEquals(0, hz.code());
        assertTrue(world.out().startsWith("{\"topic\":\"/odom\",\"stamp\":1772368496.789012,\"rate\":"), world.out());
        assertTrue(world.out().endsWith(",\"window\":3}\n"), world.out());
    }

    @Test
    void hzOfAllFindsTopicsThatAppearLater() throws InterruptedException, ExecutionException, TimeoutException {
        Publisher early = publish("/early");
        RunningCommand hz = start("topic hz --all");
        world.awaitOut("subscribed to [/early]\n");
        Publisher late = publish("/late");
        world.awaitOut("subscribed to [/late]\n");
        early.publish("a");
        early.publish("b");
        late.publish("a");
        late.publish("b");
        world.awaitOut("window");
        world.awaitOut("/early   ");
        world.awaitOut("/late    ");
        world.interrupt();
        assertEquals(0, hz.code());
    }

    @Test
    void bwTellsSizesOfPayloads() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand bw = start("topic bw /chatter -n 1");
        world.awaitOut("subscribed to");
        publish("/chatter", "12345", "1234567");
        assertEquals(0, bw.code());
        assertTrue(world.out().contains("\tmean: 6.00B min: 5.00B max: 7.00B window: 2\n"), world.out());
    }

    @Test
    void delayTellsTheAgeByTheClockAndWhatHasNoStamp()
            throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand delay = start("topic delay /odom -n 1");
        world.awaitOut("subscribed to");
        publish("/odom", "{\"stamp\":1772368496.689012}", "{\"header\":{\"stamp\":1772368496.589012}}", "no stamp");
        assertEquals(0, delay.code());
        assertEquals(
                "subscribed to [/odom]\naverage delay: 0.150\n"
                        + "\tmin: 0.100s max: 0.200s std dev: 0.05000s window: 2\n",
                world.out());
        assertEquals("zrs: /odom: 1 message without a stamp (in: stamp, header.stamp)\n", world.err());
    }

    @Test
    void theMasterCountsWithoutAnySubscriber() throws InterruptedException, ExecutionException, TimeoutException {
        Publisher publisher = publish("/chatter");
        RunningCommand hz = start("topic hz /chatter --master-side -n 1");
        world.awaitOut("counted by the master: [/chatter]\n");
        publisher.publish("a");
        publisher.publish("b");
        assertEquals(0, hz.code());
        String report = "counted by the master: \\[/chatter]\naverage rate: [12]\\.\\d{3}\n"
                + "\tover: [01]\\.\\d{3}s, counted by the master\n";
        assertTrue(world.out().matches(report), world.out());
    }

    @Test
    void theMasterCountsAllTopicsThatHaveTraffic() throws InterruptedException, ExecutionException, TimeoutException {
        Publisher first = publish("/first");
        Publisher silent = publish("/silent");
        RunningCommand bw = start("topic bw --all --master-side --json -n 1");
        world.awaitHandling();
        first.publish("a");
        assertEquals(0, bw.code());
        assertTrue(world.out().contains("{\"topic\":\"/first\""), world.out());
        assertTrue(
                world.out()
                        .contains("\"" + silent.topic() + "\",\"stamp\":1772368496.789012,\"bytes_per_second\":0.000"),
                world.out());
    }

    @Test
    void needsToBeToldWhatToMeasure() {
        assertEquals(2, Zrs.run(world.context(), List.of("topic", "hz")));
        assertEquals("zrs: missing TOPIC; name topics, or give --all\n", world.err());
    }

    @Test
    void theMasterKnowsNoSingleMessages() {
        for (String option : List.of("--filter=x", "-w10", "-v")) {
            FakeWorld other = new FakeWorld();
            assertEquals(2, Zrs.run(other.context(), List.of("topic", "hz", "/a", "--master-side", option)), option);
            assertTrue(
                    other.err().contains(" needs the messages, and --master-side does not look at them"), other.err());
        }
    }
}
