package io.zrs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
    private final FakeWorld world = new FakeWorld();

    @Test
    void runsThePlantUntilItIsInterrupted() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand demo = RunningCommand.start(world, "demo");
        world.awaitOut("[sensor_a]   SENSOR_DATA     1.");
        world.awaitOut("[sensor_b]   SENSOR_DATA     1.");
        world.awaitOut("[processor]  PROCESSED_DATA  ");
        world.interrupt();
        assertEquals(0, demo.code());
        assertTrue(world.err().contains("  /opt/zrs/bin/zrs echo PROCESSED_DATA --master 127.0.0.1:"), world.err());
    }

    @Test
    void stopsOneSensorAndTheProcessorOnCommand() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand demo = RunningCommand.start(world, "demo", "--json");
        world.awaitOut("\"node\":\"processor\"");
        try (Node node = Node.connect(address(world.err()), new NodeName("operator"))) {
            node.advertise(new TopicName("COMMANDS")).publish("STOP");
        }
        world.awaitOut("\"node\":\"sensor_a\"}");
        world.awaitOut("\"node\":\"processor\"}");
        int before = world.out().length();
        world.awaitOut(world.out().substring(before) + "{\"event\":\"published\"");
        world.interrupt();
        assertEquals(0, demo.code());
        assertTrue(world.out().lines().allMatch(line -> line.startsWith("{\"event\":\"")), world.out());
    }

    @Test
    void endsAfterItsDuration() throws InterruptedException, ExecutionException, TimeoutException {
        RunningCommand demo = RunningCommand.start(world, "demo", "--duration", "10s");
        world.awaitOut("SENSOR_DATA");
        world.pass(Duration.ofSeconds(11));
        assertEquals(0, demo.code());
    }

    private static MasterAddress address(String hints) {
        Matcher address = Pattern.compile("--master (\\S+)").matcher(hints);
        assertTrue(address.find(), hints);
        return MasterAddress.parse(address.group(1));
    }
}
