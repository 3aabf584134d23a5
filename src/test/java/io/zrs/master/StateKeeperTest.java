package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.master.state.SavedNode;
import io.zrs.master.state.SavedState;
import io.zrs.master.state.SavedTopic;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.registry.Registration;
import io.zrs.registry.Registry;
import io.zrs.registry.RegistryListener;
import io.zrs.zmtp.Backlog;
import io.zrs.zmtp.ChunkPool;
import io.zrs.zmtp.MessageStore;
import io.zrs.zmtp.PeerProbe;
import io.zrs.zmtp.ZmtpContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StateKeeperTest {
    private static final TopicName T = new TopicName("/t");
    private static final TopicName U = new TopicName("/u");
    private static final NodeName NODE = new NodeName("n");
    private static final String HOST = "127.0.0.1";
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final AtomicLong ids = new AtomicLong();
    private final List<SavedState> kept = new ArrayList<>();
    private final EventLoop loop;
    private final Topics topics;
    private final Registry registry;
    private final StateKeeper keeper;
    private long now;
    private long gatheringTakes;

    StateKeeperTest() throws IOException {
        Reports reports = new Reports(event -> {});
        Admission admission = new Admission(0, 100);
        ZmtpContext.Limits limits = new ZmtpContext.Limits(1024, 1);
        ChunkPool pool = new ChunkPool(1 << 20);
        ZmtpContext context = new ZmtpContext(pool, new Backlog(Long.MAX_VALUE), limits, () -> now, PeerProbe.UNKNOWN);
        loop = new EventLoop(Selector.open(), context, admission, reports);
        Ports ports = new Ports(InetAddress.getLoopbackAddress(), null, admission, loop, () -> now);
        registry = new Registry(() -> now, new Changes());
        MasterOptions options = MasterOptions.builder().maxTopics(3).build();
        TopicContext topicContext = new TopicContext(
                context,
                registry,
                reports,
                (t, r, messages, bytes, reason) -> {},
                new MessageStore(pool, 1 << 20),
                new MessageStore(pool, 1 << 20));
        topics = new Topics(options, ports, topicContext, ids::incrementAndGet, this::changed);
        keeper = new StateKeeper(topics, registry, () -> now);
    }

    private final class Changes implements RegistryListener {
        @Override
        public void joined(Registration registration) {
            changed();
        }

        @Override
        public void left(Registration registration, String reason) {
            changed();
        }
    }

    private void changed() {
        keeper.changed();
    }

    private long turn() {
        return keeper.turn(state -> {
            kept.add(state);
            now += gatheringTakes;
        });
    }

    private OptionalInt grant(TopicName topic, Role role) {
        OptionalInt port = OptionalInt.of(topics.port(topic, role).port());
        registry.register(1, NODE, role, topic, HOST);
        return port;
    }

    @AfterEach
    void close() {
        loop.abandon();
    }

    @Test
    void aChangeIsKeptAtOnceAndTheNextOnesTogether() {
        assertEquals(Long.MAX_VALUE, turn());
        grant(T, Role.PUBLISHER);
        assertEquals(Long.MAX_VALUE, turn());
        assertEquals(1, kept.size());
        now += 1;
        grant(T, Role.SUBSCRIBER);
        assertEquals(PAUSE - 1, turn());
        grant(U, Role.SUBSCRIBER);
        now += PAUSE - 1;
        assertEquals(Long.MAX_VALUE, turn());
        assertEquals(2, kept.size());
        now += 10 * PAUSE;
        turn();
        assertEquals(2, kept.size(), "nothing has changed");
    }

    @Test
    void gatheringTakesASmallPartOfTheTime() {
        gatheringTakes = 10 * PAUSE;
        grant(T, Role.PUBLISHER);
        turn();
        keeper.changed();
        assertTrue(turn() >= 10 * gatheringTakes);
    }

    @Test
    void whatIsKeptAtTheEndWaitsForNothing() {
        grant(T, Role.PUBLISHER);
        turn();
        grant(U, Role.PUBLISHER);
        keeper.flush(kept::add);
        keeper.flush(kept::add);
        assertEquals(2, kept.size());
    }

    @Test
    void keepsPortsNodesAndTheOrderOfPublication() {
        OptionalInt subscribers = grant(T, Role.SUBSCRIBER);
        OptionalInt uPublishers = grant(U, Role.PUBLISHER);
        OptionalInt publishers = grant(T, Role.PUBLISHER);
        turn();
        List<SavedTopic> saved = kept.get(0).topics();
        SavedNode publisher = new SavedNode(Role.PUBLISHER, NODE, HOST);
        SavedNode subscriber = new SavedNode(Role.SUBSCRIBER, NODE, HOST);
        assertEquals(
                List.of(
                        new SavedTopic(U, true, uPublishers, OptionalInt.empty(), List.of(publisher)),
                        new SavedTopic(T, true, publishers, subscribers, List.of(subscriber, publisher))),
                saved);
    }

    @Test
    void aTopicThatItsNodesHaveLeftIsNotKept() {
        grant(T, Role.SUBSCRIBER);
        grant(U, Role.PUBLISHER);
        topics.port(new TopicName("/v"), Role.SUBSCRIBER);
        registry.withdraw(1, NODE, Role.PUBLISHER, U, HOST);
        turn();
        assertEquals(
                List.of(T), kept.get(0).topics().stream().map(SavedTopic::name).toList());
    }

    @Test
    void takesInNoMoreTopicsThanItMayHave() throws IOException {
        List<SavedTopic> saved = new ArrayList<>();
        for (int port : freePorts(5)) {
            saved.add(new SavedTopic(
                    new TopicName("/t" + port),
                    false,
                    OptionalInt.of(port),
                    OptionalInt.empty(),
                    List.of(new SavedNode(Role.PUBLISHER, NODE, HOST))));
        }
        assertTrue(keeper.restore(new SavedState(saved)).isEmpty());
        assertEquals(3, topics.names().size());
        assertEquals(3, registry.size());
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return sockets.stream().map(ServerSocket::getLocalPort).toList();
    }
}
