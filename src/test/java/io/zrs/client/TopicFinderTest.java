package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class TopicFinderTest {
    private static final TopicName TOPIC = new TopicName("t");
    private static final NodeName NAME = new NodeName("finder");

    private final List<TopicName> found = new CopyOnWriteArrayList<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();

    private static MasterClient client(MasterAddress master) {
        return MasterClient.connect(master, NAME, Duration.ofSeconds(5));
    }

    private TopicFinder finder(MasterAddress master) {
        return new TopicFinder(client(master), found::add, e -> failed.add(e.getMessage()));
    }

    @Test
    void goesOnWithAMasterOfAnotherKind() {
        MasterAddress address;
        TopicFinder finder;
        try (ScriptedMaster master = new ScriptedMaster()) {
            address = master.address();
            try (Node node = Node.connect(address, new NodeName("talker"))) {
                node.advertise(TOPIC);
                finder = finder(address);
                Await.until("the first is found", () -> found.contains(TOPIC));
            }
        }
        TopicName another = new TopicName("another");
        try (OriginalMaster master = new OriginalMaster(address.port());
                Node node = Node.connect(master.address(), new NodeName("talker"))) {
            node.advertise(another);
            Await.until("the second is found", () -> found.contains(another));
        } finally {
            finder.close();
        }
        assertEquals(List.of(), failed);
    }

    /** A master that is gone is seen by who takes topics before it is by the finder, or by it alone. */
    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"TIMEOUT", "NO_MASTER"})
    void givesATopicAgainThatCouldNotBeTaken(ErrorCode code) {
        try (ScriptedMaster master = new ScriptedMaster();
                Node node = Node.connect(master.address(), new NodeName("talker"))) {
            node.advertise(TOPIC);
            TopicFinder finder = new TopicFinder(
                    client(master.address()),
                    topic -> {
                        found.add(topic);
                        if (found.size() == 1) {
                            throw new ZrsException(code, "not now");
                        }
                    },
                    e -> failed.add(e.getMessage()));
            Await.until("it is given again", () -> found.size() == 2);
            finder.close();
            assertEquals(code == ErrorCode.TIMEOUT ? List.of("not now") : List.of(), failed);
        }
    }
}
