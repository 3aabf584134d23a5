package io.zrs.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code zrs topic hz}, {@code bw} and {@code delay} with a master and publishers, each a process. */
class MeasureIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static RunningMaster master;

    @BeforeAll
    static void startMaster() {
        master = RunningMaster.start("--queue", "1MiB");
    }

    @AfterAll
    static void stopMaster() {
        assertEquals(0, master.stop(), master::log);
    }

    /** {@code words} are split at blanks; the master's address comes last. */
    private static RunningProcess zrs(String words) {
        return RunningProcess.zrs(Stream.concat(Stream.of(words.split(" ")), Stream.of("--master", master.address()))
                .toArray(String[]::new));
    }

    @Test
    void theReceiverAndTheMasterCountTheSameRate() throws IOException {
        try (RunningProcess pub = zrs("pub -r 200 /steady hello")) {
            master.waitForEvent("\"joined\"", "/steady", "publisher");
            try (RunningProcess received = zrs("topic hz /steady -n 3 --json");
                    RunningProcess counted = zrs("topic hz /steady -n 3 --json --master-side")) {
                assertEquals(0, received.waitForEnd(), received::toString);
                assertEquals(0, counted.waitForEnd(), counted::toString);
                assertIsAbout200(received);
                assertIsAbout200(counted);
            }
            assertEquals(0, pub.interrupt(), pub::toString);
        }
    }

    private static void assertIsAbout200(RunningProcess hz) throws IOException {
        List<String> lines = hz.output().lines().toList();
        assertEquals(3, lines.size(), hz::toString);
        JsonNode last = JSON.readTree(lines.get(2));
        assertEquals("/steady", last.get("topic").asText());
        assertEquals(200, last.get("rate").asDouble(), 40, hz::toString);
    }

    @Test
    void aReceiverThatWasTooSlowSaysSoAndFailsIfItIsStrict() {
        try (RunningProcess hz = zrs("topic hz /flood --strict")) {
            hz.waitForLine(line -> line.equals("subscribed to [/flood]"));
            hz.signal("STOP");
            try (RunningProcess pub = zrs("pub -r 5000 -n 600 /flood " + "x".repeat(1 << 16))) {
                assertEquals(0, pub.waitForEnd(), pub::toString);
            }
            hz.signal("CONT");
            assertEquals(3, hz.interrupt(), hz::toString);
            assertTrue(hz.errors().contains("messages: the master dropped them"), hz::toString);
        }
    }

    @Test
    void aToolThatTheMasterIsAskedToStopEndsAsByCtrlC() {
        try (RunningProcess bw = zrs("topic bw /nothing");
                RunningProcess pub = zrs("pub -q -r 10 -n 100000 /little x")) {
            bw.waitForLine(line -> line.equals("no new messages"));
            master.waitForEvent("\"joined\"", "/little", "publisher");
            stop("zrs_topic_bw_");
            stop("zrs_pub_");
            assertEquals(0, bw.waitForEnd(), bw::toString);
            assertEquals("zrs: stopped: enough", bw.errors());
            assertEquals(130, pub.waitForEnd(), pub::toString);
            assertEquals("zrs: stopped: enough", pub.errors());
        }
    }

    private static void stop(String beginning) {
        try (MasterClient client = MasterClient.connect(
                MasterAddress.parse(master.address()), new NodeName("asker"), Duration.ofSeconds(5))) {
            NodeInfo tool = client.nodes().stream()
                    .filter(node -> node.name().value().startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
            client.stop(tool.id(), "enough");
        }
    }
}
