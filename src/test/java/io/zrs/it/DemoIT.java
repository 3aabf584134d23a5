package io.zrs.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code zrs demo}: a master and a plant in one process, open to other terminals. */
class DemoIT {
    private static final Pattern ADDRESS = Pattern.compile("--master (127\\.0\\.0\\.1:\\d+)");

    @Test
    void endsByItselfAfterItsDuration() throws IOException {
        try (RunningProcess demo = RunningProcess.zrs("demo", "--duration", "4s", "--json")) {
            assertEquals(0, demo.waitForEnd(), demo::toString);
            Set<String> topics = new HashSet<>();
            Set<String> nodes = new HashSet<>();
            for (String line : demo.output().lines().toList()) {
                JsonNode event = new ObjectMapper().readTree(line);
                nodes.add(event.get("node").asText());
                if (event.has("topic")) {
                    topics.add(event.get("topic").asText());
                }
            }
            assertTrue(topics.containsAll(Set.of("SENSOR_DATA", "PROCESSED_DATA")), demo::toString);
            assertTrue(nodes.size() >= 3, demo::toString);
        }
    }

    @Test
    void doesWhatItTellsToTry() {
        try (RunningProcess demo = RunningProcess.zrs("demo")) {
            Matcher address = ADDRESS.matcher(demo.waitForErrorLine(line -> line.contains("topic list")));
            assertTrue(address.find(), demo::toString);
            demo.waitForLine(line -> line.contains("PROCESSED_DATA"));
            try (RunningProcess list = RunningProcess.zrs("topic", "list", "--master", address.group(1))) {
                assertEquals(0, list.waitForEnd(), list::toString);
                assertTrue(list.output().contains("SENSOR_DATA"), list::toString);
            }
            try (RunningProcess echo =
                    RunningProcess.zrs("echo", "-n", "1", "SENSOR_DATA", "--master", address.group(1))) {
                assertEquals(0, echo.waitForEnd(), echo::toString);
            }
            try (RunningProcess pub = RunningProcess.zrs("pub", "COMMANDS", "STOP", "--master", address.group(1))) {
                assertEquals(0, pub.waitForEnd(), pub::toString);
            }
            demo.waitForLine(line -> line.contains("processor") && line.contains("stops"));
            assertEquals(0, demo.interrupt(), demo::toString);
            assertTrue(demo.output().indexOf('\u001b') < 0, "no colours in a pipe");
        }
    }
}
