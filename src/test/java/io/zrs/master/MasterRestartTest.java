package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.Role;
import io.zrs.zmtp.RawPeer;
import io.zrs.zmtp.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterRestartTest {
    private static final int RANGE = 20;

    /** Not where other masters take theirs, nor outgoing connections: nobody may take a port between two masters. */
    private static final int FIRST = 10_000 + (int) (ProcessHandle.current().pid() * RANGE % (10_000 - RANGE));

    @TempDir
    private Path directory;

    private int control;

    private TestMaster master() throws IOException {
        return master(FIRST);
    }

    private TestMaster master(int firstDataPort) throws IOException {
        TestMaster master = new TestMaster(options -> options.port(control)
                .dataPorts(new PortRange(firstDataPort, firstDataPort + RANGE - 1))
                .stateDirectory(directory.resolve("state")));
        control = master.master.port();
        return master;
    }

    private Path file() {
        return directory.resolve("state/master-127.0.0.1-" + control + ".json");
    }

    @Test
    void itsPortsAreOpenOnceItSaysThatItListens() throws IOException {
        int port;
        try (TestMaster first = master()) {
            port = first.grant("REQUEST_PUB talker /t");
        }
        List<Boolean> reached = new ArrayList<>();
        MasterOptions options = MasterOptions.builder()
                .port(control)
                .dataPorts(new PortRange(FIRST, FIRST + RANGE - 1))
                .stateDirectory(directory.resolve("state"))
                .build();
        Master.start(options, event -> {
                    if (event instanceof MasterEvent.Started) {
                        reached.add(isOpen(port));
                    }
                })
                .close();
        assertEquals(List.of(true), reached);
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static List<MasterEvent> troubles(TestMaster master) {
        return master.events().stream()
                .filter(e -> e instanceof MasterEvent.StateFailed || e instanceof MasterEvent.PortLost)
                .toList();
    }

    @Test
    void nodesOfProtocol1NeedOnlyConnectAgain() throws Exception {
        int publish;
        int subscribe;
        try (TestMaster first = master()) {
            subscribe = first.grant("REQUEST_SUB listener /t");
            publish = first.grant("REQUEST_PUB talker /t");
            first.grant("REQUEST_PUB talker /u");
            first.grant("REQUEST_SUB gone /t");
            first.request("REQUEST_STOP_SUB gone /t");
        }
        try (TestMaster second = master()) {
            assertEquals("/t,/u", second.request("LIST_ALL_TOPICS a null"));
            RawPeer publisher = second.peer("PUB", publish);
            assertArrayEquals(Wire.command("SUBSCRIBE", Wire.ascii("/t")), publisher.readFrame());
            RawPeer subscriber = second.peer("SUB", subscribe);
            second.subscribe(subscriber, "/t");
            publisher.write(Wire.message("/t hello"));
            assertArrayEquals(Wire.message("/t hello"), subscriber.readFrame());
            String map = second.request("REQUEST_MAP null null");
            assertTrue(map.contains("talker") && map.contains("listener"), map);
            assertFalse(map.contains("gone"), map);
            publisher.close();
            second.await(MasterEvent.Left.class, e -> e.node().value().equals("talker"));
            assertEquals(publish, second.grant("REQUEST_PUB other /t"));
            assertEquals(List.of(), troubles(second));
            subscriber.close();
        }
    }

    @Test
    void aThirdMasterKnowsWhatTheSecondOnlyKept() throws IOException {
        int port;
        try (TestMaster first = master()) {
            port = first.grant("REQUEST_SUB listener /t");
        }
        master().close();
        try (TestMaster third = master()) {
            assertEquals(port, third.grant("REQUEST_SUB another /t"));
            assertEquals("", third.request("LIST_ALL_TOPICS a null"));
        }
    }

    @Test
    void aPortThatIsTakenCostsNothingElse() throws Exception {
        int publish;
        int subscribe;
        try (TestMaster first = master()) {
            publish = first.grant("REQUEST_PUB talker /t");
            subscribe = first.grant("REQUEST_SUB listener /t");
        }
        ServerSocket other = new ServerSocket(publish, 1, InetAddress.getLoopbackAddress());
        try (TestMaster second = master()) {
            MasterEvent.PortLost lost = second.await(MasterEvent.PortLost.class, e -> true);
            assertEquals(publish, lost.port());
            assertEquals(Role.PUBLISHER, lost.role());
            assertEquals("is taken", lost.reason());
            assertEquals(1, troubles(second).size());
            assertEquals("/t", second.request("LIST_ALL_TOPICS a null"));
            assertEquals(subscribe, second.grant("REQUEST_SUB listener /t"));
            assertNotEquals(publish, second.grant("REQUEST_PUB talker /t"));
        } finally {
            other.close();
        }
    }

    @Test
    void portsOutsideOfTheRangeStayClosed() throws Exception {
        int port;
        try (TestMaster first = master(FIRST)) {
            port = first.grant("REQUEST_PUB talker /t");
        }
        int elsewhere = FIRST + RANGE / 2;
        try (TestMaster second = master(elsewhere)) {
            MasterEvent.PortLost lost = second.await(MasterEvent.PortLost.class, e -> e.port() == port);
            assertTrue(lost.reason().contains("(--data-ports)"), lost.reason());
            assertTrue(second.grant("REQUEST_PUB talker /t") >= elsewhere);
        }
    }

    @Test
    void aDamagedFileIsToldAndKeptAside() throws Exception {
        int port;
        try (TestMaster first = master()) {
            port = first.grant("REQUEST_PUB talker /t");
        }
        String damaged = Files.readString(file()).replace("talker", "walker");
        Files.writeString(file(), damaged);
        try (TestMaster second = master()) {
            MasterEvent.StateFailed failed = second.await(MasterEvent.StateFailed.class, e -> true);
            assertTrue(failed.reason().contains("checksum"), failed.reason());
            assertTrue(failed.remedy().contains("protocol 1 nodes must connect again"), failed.remedy());
            assertEquals(damaged, Files.readString(Path.of(file() + ".damaged")));
            assertEquals("", second.request("LIST_ALL_TOPICS a null"));
            assertEquals(port, second.grant("REQUEST_PUB talker /t"));
        }
        try (TestMaster third = master()) {
            assertEquals("/t", third.request("LIST_ALL_TOPICS a null"));
            assertEquals(List.of(), troubles(third));
        }
    }

    @Test
    void servesOnWhereNothingCanBeKept() throws Exception {
        Files.writeString(directory.resolve("state"), "a file, not a directory");
        TestMaster master = master();
        master.await(MasterEvent.StateFailed.class, e -> e.reason().startsWith("cannot keep the state in " + file()));
        master.grant("REQUEST_PUB talker /t");
        master.subscriber("/t", "").close();
        master.close();
        assertEquals(1, troubles(master).size());
    }

    @Test
    void keepsNothingUnlessItIsTold() throws IOException {
        try (TestMaster master = new TestMaster()) {
            master.grant("REQUEST_PUB talker /t");
            assertTrue(Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("zrs-state")));
        }
    }
}
