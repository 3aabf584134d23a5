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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code plot}, against a master in this process. */
class PlotCommandTest {
    private static final long LOOK_EVERY = 2_000_000;

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

    /** A publisher with a subscriber. */
    private Publisher heard(String topic) {
        Publisher publisher = node.advertise(new TopicName(topic));
        long end = System.nanoTime() + FakeWorld.PATIENCE.toNanos();
        while (publisher.subscribers() == 0) {
            assertTrue(System.nanoTime() < end, "nobody subscribes");
            LockSupport.parkNanos(LOOK_EVERY);
        }
        return publisher;
    }

    @Test
    void printsSamplesUntilThereAreEnough() throws Exception {
        RunningCommand plot = start("plot --json -n 3 /x.a");
        Publisher publisher = heard("/x");
        for (String payload : List.of("{\"a\":1}", "no", "{\"a\":[2.5,true]}", "{\"a\":7}")) {
            publisher.publish(payload);
        }
        assertEquals(0, plot.code());
        assertEquals(
                List.of(
                        "\"series\":\"/x.a\",\"value\":1}",
                        "\"series\":\"/x.a[0]\",\"value\":2.5}",
                        "\"series\":\"/x.a[1]\",\"value\":1}"),
                world.out()
                        .lines()
                        .map(line -> line.substring(line.indexOf(",") + 1))
                        .toList());
        assertTrue(
                world.err().startsWith("zrs: nobody has published")
                        || world.err().startsWith("zrs: 1 message of /x had no number at .a, such as 'no'\n"),
                world.err());
    }

    @Test
    void writesWhatThereIsWhenInterrupted(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("x.csv");
        RunningCommand plot = start("plot /x -n 100 -o " + file);
        heard("/x").publish("5");
        node.close();
        world.awaitHandling();
        // Nothing tells from outside that a sample has been taken; either way it ends as one that was interrupted.
        world.interrupt();
        assertEquals(130, plot.code());
        boolean none = world.err().contains("no number came, and so " + file + " is not written");
        assertEquals(none, !Files.exists(file), world.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/x | standard output is no terminal, and so the plot needs an end; give --duration or -n, or --json",
                "/x --json --view | --json and --view contradict each other; give one of them",
                "/x --json -o a.csv | --json and --output contradict each other; give one of them",
                "/x -o a.gif | 'a.gif' says no format, give a name that ends in .png, .svg or .csv",
                "/x --range 3 | '3' is not a range",
                "/x --span 1ns | --span",
                "/x. -n 1 | a field's name",
                "-n 1 | missing"
            })
    void complainsOfUsage(String words, String part) throws Exception {
        assertEquals(2, start("plot " + words).code());
        assertTrue(world.err().contains(part), world.err());
        assertEquals("", world.out());
        assertEquals(
                1, world.err().lines().filter(line -> line.startsWith("zrs:")).count(), world.err());
    }
}
