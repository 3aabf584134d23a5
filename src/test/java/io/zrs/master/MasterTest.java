package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.zmtp.RawPeer;
import io.zrs.zmtp.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class MasterTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void grantsAPortForEachEndOfEachTopicAndReusesIt() throws IOException {
        try (TestMaster master = new TestMaster()) {
            int publish = master.grant("REQUEST_PUB a /t");
            int subscribe = master.grant("REQUEST_SUB a /t");
            assertNotEquals(publish, subscribe);
            assertNotEquals(publish, master.grant("REQUEST_PUB a t"));
            assertEquals(publish, master.grant("REQUEST_PUB a /t"));
            assertEquals(publish, master.grant("REQUEST_PUB b /t"));
            assertEquals("REQUEST GRANT", master.request("REQUEST_STOP_PUB a /t"));
            assertEquals(publish, master.grant("REQUEST_PUB a /t"));
            assertEquals("/t,t", master.request("LIST_ALL_TOPICS a null"));
            long opened = master.events().stream()
                    .filter(MasterEvent.PortOpened.class::isInstance)
                    .count();
            assertEquals(3, opened);
        }
    }

    @Test
    void answersWhatIsNoRequestAndGoesOn() throws IOException {
        try (TestMaster master = new TestMaster()) {
            for (String text : new String[] {"", " ", "REQUEST_PUB", "REQUEST_PUB a", "HELP a b", "\0", "{}"}) {
                String reply = master.request(text);
                assertTrue(reply.startsWith("ERROR "), text + " -> " + reply);
                assertEquals(1, reply.lines().count(), reply);
            }
            assertTrue(master.request("LIST_ALL_TOPICS a zrs/2").startsWith("{"));
        }
    }

    @Test
    void tellsWhoComesAndGoes() throws Exception {
        try (TestMaster master = new TestMaster()) {
            master.grant("REQUEST_PUB raw_pub /t");
            MasterEvent.Joined joined = master.await(MasterEvent.Joined.class, e -> true);
            assertEquals("raw_pub", joined.node().value());
            assertEquals("127.0.0.1", joined.remote());
            assertEquals("REQUEST GRANT", master.request("REQUEST_STOP_PUB raw_pub /t"));
            assertEquals(
                    "stopped", master.await(MasterEvent.Left.class, e -> true).reason());
        }
    }

    @Test
    void refusesMoreTopicsThanItMayHave() throws IOException {
        try (TestMaster master = new TestMaster(options -> options.maxTopics(2))) {
            master.grant("REQUEST_PUB a one");
            master.grant("REQUEST_SUB a two");
            String reply = master.request("REQUEST_PUB a three");
            assertTrue(reply.startsWith("ERROR ") && reply.contains("--max-topics"), reply);
            master.grant("REQUEST_SUB a one");
            master.grant("REQUEST_PUB a two");
            assertEquals("one,two", master.request("LIST_ALL_TOPICS a null"));
        }
    }

    @Test
    void refusesToDrawAMapThatIsTooLarge() throws IOException {
        String longName = "n".repeat(4_000);
        try (TestMaster master = new TestMaster()) {
            for (int i = 0; i < 30; i++) {
                master.grant("REQUEST_PUB " + longName + i + " /t");
                master.grant("REQUEST_SUB " + longName + i + " /t");
            }
            assertTrue(master.request("REQUEST_MAP null null").startsWith("ERROR "));
            for (int i = 0; i < 15; i++) {
                master.request("REQUEST_STOP_SUB " + longName + i + " /t");
            }
            String map = master.request("REQUEST_MAP null null");
            assertEquals(
                    30 * 15, map.lines().filter(line -> line.contains("->")).count());
            for (int i = 0; i < 10_000; i++) {
                master.grant("REQUEST_PUB p" + i + " /u");
            }
            assertTrue(master.request("REQUEST_MAP null null").startsWith("ERROR "));
        }
    }

    @Test
    void takesDataPortsFromBelowThoseOfOutgoingConnections() throws IOException {
        try (TestMaster master = new TestMaster()) {
            for (String topic : List.of("/t", "/u")) {
                int port = master.grant("REQUEST_PUB a " + topic);
                assertTrue(port >= 20_000 && port < 32_768, "port " + port);
            }
        }
    }

    @Test
    void takesDataPortsFromItsRangeAlone() throws IOException {
        ServerSocket taken = new ServerSocket(0, 1, LOOPBACK);
        int port = taken.getLocalPort();
        PortRange range = new PortRange(port, port);
        try (TestMaster master = new TestMaster(options -> options.dataPorts(range))) {
            String reply = master.request("REQUEST_PUB a one");
            assertTrue(reply.startsWith("ERROR ") && reply.contains("--data-ports"), reply);
            taken.close();
            while (reply.startsWith("ERROR ")) { // it looks again after a second
                reply = master.request("REQUEST_PUB a one");
            }
            assertEquals("REQUEST GRANT " + port, reply);
            assertEquals(port, master.grant("REQUEST_PUB b one"));
            assertTrue(master.request("REQUEST_SUB a one").startsWith("ERROR "));
            assertEquals("one", master.request("LIST_ALL_TOPICS a null"));
        }
    }

    @Test
    void refusesConnectionsBeyondTheLimitAndServesTheOthers() throws Exception {
        try (TestMaster master = new TestMaster(options -> options.maxConnections(3))) {
            RawPeer control = master.peer("DEALER", master.master.port());
            control.write(Wire.message("REQUEST_PUB a /t"));
            RawPeer data = master.peer("PUB", master.grant("REQUEST_PUB raw_pub /t"));
            try (RawPeer third = new RawPeer(new InetSocketAddress(LOOPBACK, master.master.port()))) {
                assertEquals(0, third.readAll().length);
            }
            assertEquals("/t", master.request("LIST_ALL_TOPICS a null"));
            MasterEvent.Refused refused = master.await(MasterEvent.Refused.class, e -> true);
            assertTrue(refused.reason().contains("--max-connections"), refused.reason());
            assertEquals(1, refused.count());
            data.close();
            control.close();
            master.await(MasterEvent.Left.class, e -> e.node().value().equals("a"));
            master.subscriber("/t", "").close();
        }
    }

    @Test
    void namesTheOptionThatAMessageIsTooLongFor() throws Exception {
        byte[] tooLong = Wire.header(2, 3000);
        try (TestMaster master =
                new TestMaster(options -> options.maxMessageBytes(2048).maxControlBytes(1024))) {
            RawPeer publisher = master.publisher("/t");
            publisher.write(tooLong);
            assertEquals(0, publisher.readAll().length);
            RawPeer subscriber = master.subscriber("/t", "");
            subscriber.write(tooLong);
            assertEquals(0, subscriber.readAll().length);
            RawPeer command = master.subscriber("/t", "");
            command.write(Wire.header(6, 3000));
            assertEquals(0, command.readAll().length);
            for (String reason : List.of(
                    "a message longer than 2048 bytes (--max-message)",
                    "a message longer than 1024 bytes (--max-control)",
                    "a command longer than 1024 bytes (--max-control)")) {
                master.await(MasterEvent.Refused.class, e -> e.reason().equals(reason));
            }
        }
    }

    @Test
    void aTakenPortIsAnError() throws IOException {
        try (TestMaster first = new TestMaster()) {
            MasterOptions options =
                    MasterOptions.builder().port(first.master.port()).build();
            ZrsException e = assertThrows(ZrsException.class, () -> Master.start(options, event -> {}));
            assertEquals(ErrorCode.IO, e.code());
            assertTrue(e.getMessage().contains("the port is taken"), e.getMessage());
            assertFalse(e.remedy().isEmpty());
        }
    }

    @Test
    void anAddressOfAnotherMachineIsAnError() throws IOException {
        MasterOptions options =
                MasterOptions.builder().bind("192.0.2.1").port(0).build();
        ZrsException e = assertThrows(ZrsException.class, () -> Master.start(options, event -> {}));
        assertEquals(ErrorCode.IO, e.code());
    }

    @Test
    void closingEndsTheThreadAndFreesThePorts() throws Exception {
        TestMaster master = new TestMaster();
        int data = master.grant("REQUEST_PUB a /t");
        RawPeer publisher = master.publisher("/t");
        int control = master.master.port();
        master.close();
        assertEquals(0, publisher.readAll().length);
        publisher.close();
        master.master.close();
        master.master.await();
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("zrs-master")));
        for (int port : new int[] {control, data}) {
            new ServerSocket(port, 1, LOOPBACK).close();
        }
        List<MasterEvent> events = master.events();
        assertEquals(new MasterEvent.Started("127.0.0.1", control, false), events.get(0));
        assertInstanceOf(MasterEvent.Stopped.class, events.get(events.size() - 1));
    }
}
