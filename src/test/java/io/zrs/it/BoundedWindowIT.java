package io.zrs.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.client.MasterAddress;
import io.zrs.client.Node;
import io.zrs.client.Publisher;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a node holds of messages that are many times its memory. */
class BoundedWindowIT {
    private static final int MESSAGE_BYTES = 1_000_000;
    private static final int MESSAGES = 2_000;
    private static final TopicName TOPIC = new TopicName("large");
    private static final Pattern REPORT =
            Pattern.compile("taken (\\d+) missing (\\d+) next (\\d+) lost (\\d+) dropped 0");

    private final RunningMaster master = RunningMaster.start();

    @AfterEach
    void stop() {
        master.close();
    }

    private RunningProcess startBlocked() {
        String lib = Path.of(Programs.ZRS).resolveSibling("../lib/zrs.jar").toString();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return RunningProcess.start(
                java,
                "-Xmx256m",
                "-XX:MaxDirectMemorySize=32m",
                "-cp",
                lib + ":target/test-classes",
                BlockedSubscriber.class.getName(),
                master.address(),
                TOPIC.value());
    }

    @Test
    void aSubscriberThatTakesNothingHoldsAWindow() {
        try (RunningProcess blocked = startBlocked();
                Node node = Node.connect(MasterAddress.parse(master.address()), new NodeName("talker"));
                Publisher large = node.advertise(TOPIC);
                Publisher orders = node.advertise(new TopicName("orders"))) {
            blocked.waitForLine("subscribed"::equals);
            byte[] payload = new byte[MESSAGE_BYTES];
            for (int i = 0; i < MESSAGES; i++) {
                ByteBuffer.wrap(payload).putLong(i);
                assertTrue(large.publish(payload));
            }
            large.publish("");
            orders.publish("tell");
            String told = blocked.waitForLine(line -> line.startsWith("topics"));
            assertEquals("topics [large, orders, side] published true received 10", told, blocked::toString);
            orders.publish("take");
            Matcher report = REPORT.matcher(blocked.waitForLine(line -> line.startsWith("taken")));
            assertTrue(report.matches(), blocked::toString);
            long taken = Long.parseLong(report.group(1));
            assertEquals(MESSAGES - taken, Long.parseLong(report.group(4)), blocked::toString);
            assertTrue(taken > 60, "the window was used: " + blocked);
            assertTrue(taken < MESSAGES, "not everything was kept: " + blocked);
            assertEquals(0, blocked.waitForEnd(), blocked::toString);
        }
    }
}
