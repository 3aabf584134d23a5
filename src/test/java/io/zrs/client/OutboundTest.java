package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.model.NodeId;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.protocol.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OutboundTest {
    private static final TopicName TOPIC = new TopicName("t");

    /** Sockets that are closed stand in for a machine that has none left. */
    @Test
    void leavesATopicThatItCannotOpenASocketFor() {
        try (ScriptedMaster master = new ScriptedMaster();
                Sockets control = new Sockets(master.address());
                ControlLink link = new ControlLink(control, master.address(), null, push -> {}, () -> {})) {
            NodeOptions options = NodeOptions.builder(new NodeName("node"))
                    .master(master.address())
                    .build();
            NodeId id = new NodeId(options.name(), Instances.random());
            Operation.Join join = new Operation.Join(id, Details.of(options));
            Membership membership = new Membership(id, new ControlClient(options, join, link, () -> {}));
            Outbound outbound = new Outbound(options, closedSockets(master.address()), membership, null, () -> {});
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThrows(RuntimeException.class, () -> outbound.advertise(TOPIC, PublisherOptions.DEFAULT));
            }
            List<String> requests = master.requests();
            assertEquals(
                    List.of("advertise t", "withdraw t publisher", "advertise t", "withdraw t publisher"),
                    requests.subList(2, requests.size()));
        }
    }

    private static Sockets closedSockets(MasterAddress address) {
        Sockets sockets = new Sockets(address);
        sockets.close();
        return sockets;
    }
}
