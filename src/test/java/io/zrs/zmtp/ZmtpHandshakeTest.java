package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.zmtp.Loopback.Link;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZmtpHandshakeTest {
    private final ScriptedEndpoint endpoint = new ScriptedEndpoint(SocketType.XPUB);
    private final Loopback net;

    ZmtpHandshakeTest() throws IOException {
        net = new Loopback(endpoint);
    }

    @AfterEach
    void close() throws IOException {
        net.close();
    }

    private String refusal(Link link) throws IOException {
        net.until(link.connection()::isClosed);
        assertEquals(1, endpoint.refused.size());
        assertEquals(List.of(), endpoint.handlers);
        assertEquals(List.of(link.connection()), net.ended);
        assertFalse(link.channel().isOpen());
        return endpoint.refused.get(0).text();
    }

    @Test
    void greetsWithoutWaiting() throws IOException {
        Link link = net.connect();
        assertArrayEquals(Greeting.ours("NULL"), link.peer().read(Greeting.BYTES));
    }

    @Test
    void comesAboutByteByByte() throws IOException {
        Link link = net.connect();
        for (byte one : Wire.concat(Wire.handshake("SUB"), Wire.message("\1abc"))) {
            assertFalse(link.connection().isClosed());
            link.peer().write(new byte[] {one});
            net.turn();
        }
        assertEquals(List.of("opened", "\1abc"), endpoint.handler().events);
        link.peer().read(Greeting.BYTES);
        assertArrayEquals(Wire.ready("XPUB"), link.peer().readFrame());
    }

    @Test
    void comesAboutInOnePieceWithWhatFollows() throws IOException {
        Link link = net.connect();
        link.peer()
                .write(
                        Wire.handshake("XSUB"),
                        Wire.command("SUBSCRIBE", Wire.ascii("a")),
                        Wire.message("b"),
                        Wire.command("CANCEL", Wire.ascii("a")),
                        Wire.command("NEWFANGLED", Wire.ascii("x")));
        net.until(() -> !endpoint.handlers.isEmpty());
        assertEquals(List.of("opened", "+a", "b", "-a"), endpoint.handler().events);
    }

    @Test
    void tellsAPeerOfTheWrongType() throws IOException {
        Link link = net.connect();
        link.peer().write(Wire.handshake("PUB"));
        String reason = refusal(link);
        link.peer().read(Greeting.BYTES);
        byte[] text = Wire.ascii(reason);
        byte[] error = Wire.command("ERROR", Wire.concat(new byte[] {(byte) text.length}, text));
        assertArrayEquals(error, link.peer().readFrame());
        assertEquals(0, link.peer().readAll().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "\26\3\1", "\1\0", "garbage", "\0"})
    void closesWhatSpeaksSomethingElse(String text) throws IOException {
        Link link = net.connect();
        link.peer().write(Wire.ascii(text));
        String reason = refusal(link);
        assertTrue(reason.contains("ZMTP"), reason);
        assertEquals(CloseReason.Kind.VIOLATION, endpoint.refused.get(0).kind());
    }

    @Test
    void takesNoMessageBeforeItIsDone() throws IOException {
        Link link = net.connect();
        link.peer().write(Wire.greeting(3, 1), Wire.message("too early"));
        assertEquals("a message before the handshake was done", refusal(link));
    }

    @Test
    void takesNoPingBeforeItIsDone() throws IOException {
        Link link = net.connect();
        link.peer().write(Wire.greeting(3, 1), Wire.command("PING", new byte[] {0, 9}));
        assertEquals("a command other than READY in the handshake", refusal(link));
    }

    @Test
    void endsWithAPeerThatLeavesInTheMiddle() throws IOException {
        Link link = net.connect();
        link.peer().write(Wire.greeting(3, 1));
        link.peer().read(Greeting.BYTES);
        link.peer().close();
        refusal(link);
        assertEquals(CloseReason.Kind.PEER, endpoint.refused.get(0).kind());
    }

    @Test
    void mayNotTakeTooLong() throws IOException {
        Link silent = net.connect();
        Link slow = net.connect();
        Link quick = net.connected(Wire.handshake("SUB"));
        net.pass(Contexts.HANDSHAKE_NANOS / 2);
        slow.peer().write(Wire.greeting(3, 1));
        net.turn();
        net.pass(Contexts.HANDSHAKE_NANOS / 2);
        assertFalse(silent.connection().isClosed() || slow.connection().isClosed());
        net.pass(1);
        assertTrue(silent.connection().isClosed() && slow.connection().isClosed());
        assertFalse(quick.connection().isClosed());
        assertEquals(2, endpoint.refused.size());
        assertTrue(endpoint.refused.get(0).text().contains("--handshake-timeout"));
    }

    @Test
    void neverReachesTheHandlerIfItsAnswerFails() throws IOException {
        Link link = net.connect();
        link.peer().write(Wire.greeting(3, 1));
        net.turn();
        link.channel().shutdownOutput();
        link.peer().write(Wire.ready("SUB"), Wire.message("\1"), Wire.message("\1"));
        assertEquals("connection lost", refusal(link));
    }

    @Test
    void aBrokenConnectionReachesTheHandlerOrNot_butIsNeverLeftOver() throws IOException {
        for (int round = 0; round < 50; round++) {
            Link link = net.connect();
            link.peer().write(Wire.handshake("SUB"));
            link.peer().reset();
            net.until(link.connection()::isClosed);
        }
        List<CloseReason> ends = new ArrayList<>(endpoint.refused);
        endpoint.handlers.forEach(handler -> ends.addAll(handler.ends));
        assertEquals(50, ends.size());
        assertEquals(50, net.ended.size());
    }

    @Test
    void aWantOfMemoryEndsItInOrder() throws IOException {
        ChunkPool small = new ChunkPool(ZmtpContext.RECEIVE_BYTES + 512);
        try (Loopback tight = new Loopback(endpoint, small, PeerProbe.UNKNOWN)) {
            Link link = tight.connect();
            link.peer().write(Wire.greeting(3, 1));
            tight.turn();
            Chunk last = small.acquire(512);
            link.peer().write(Wire.ready("SUB"));
            tight.until(link.connection()::isClosed);
            last.release();
            assertEquals("no memory left to answer", endpoint.refused.get(0).text());
            assertEquals(List.of(), endpoint.handlers);
        }
    }
}
