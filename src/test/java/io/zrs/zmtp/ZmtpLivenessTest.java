package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.zmtp.Loopback.Link;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ZmtpLivenessTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final byte[] PING = Wire.command("PING", new byte[] {0, (byte) 150});

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint(SocketType.XPUB);
    private final Loopback net;
    private boolean unanswered;

    ZmtpLivenessTest() throws IOException {
        net = new Loopback(endpoint, new ChunkPool(1L << 30), (local, remote) -> unanswered);
    }

    @AfterEach
    void close() throws IOException {
        net.close();
    }

    private static byte[] received(Link link) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        link.peer().drainTo(out);
        return out.toByteArray();
    }

    @Test
    void aSilentPeerIsPingedOnceAndThenGone() throws IOException {
        Link link = net.connected(Wire.handshake("SUB"));
        net.pass(8 * SECOND - 1);
        assertEquals(0, received(link).length);
        net.pass(1);
        assertArrayEquals(PING, link.peer().readFrame());
        net.pass(5 * SECOND - 1);
        assertEquals(0, received(link).length);
        assertFalse(link.connection().isClosed());
        net.pass(1);
        assertTrue(link.connection().isClosed());
        assertEquals(CloseReason.Kind.SILENCE, endpoint.handler().ends.get(0).kind());
        assertEquals(0, link.peer().readAll().length);
    }

    @Test
    void aSilentPeerIsGoneWithinFifteenSecondsWheneverItIsJudgedOnceASecond() throws IOException {
        for (long phase = 1; phase < SECOND; phase += SECOND / 7) {
            Link link = net.connected(Wire.handshake("SUB"));
            long heardAt = net.now.get();
            net.pass(phase);
            while (!link.connection().isClosed()) {
                net.pass(SECOND);
            }
            assertTrue(net.now.get() - heardAt <= 15 * SECOND, "after " + (net.now.get() - heardAt) + " ns");
            assertArrayEquals(PING, link.peer().readFrame());
        }
    }

    @Test
    void aPingPromisesMorePingsBecausePublishersHearNothingElse() throws IOException {
        Link link = net.connected(Wire.handshake("SUB"));
        net.pass(8 * SECOND);
        assertArrayEquals(PING, link.peer().readFrame());
        for (int second = 1; second <= 90; second++) {
            link.peer().write(Wire.command("PONG", new byte[0]));
            net.turn();
            net.pass(SECOND);
            if (second % 8 == 0) {
                assertArrayEquals(PING, link.peer().readFrame(), "after " + second + " s");
            } else {
                assertEquals(0, received(link).length, "after " + second + " s");
            }
        }
        assertFalse(link.connection().isClosed());
    }

    @Test
    void aPeerIsPingedBeforeItCanBeGone() throws IOException {
        Link link = net.connected(Wire.handshake("SUB"));
        net.pass(1_000 * SECOND);
        assertFalse(link.connection().isClosed());
        assertArrayEquals(PING, link.peer().readFrame());
    }

    @Test
    void aPongKeepsItAlive() throws IOException {
        Link link = net.connected(Wire.handshake("SUB"));
        for (int round = 0; round < 5; round++) {
            net.pass(8 * SECOND);
            assertArrayEquals(PING, link.peer().readFrame());
            net.pass(5 * SECOND - 1);
            link.peer().write(Wire.command("PONG", new byte[0]));
            net.turn();
        }
        assertFalse(link.connection().isClosed());
    }

    @Test
    void anyByteKeepsItAlive() throws IOException {
        Link link = net.connected(Wire.handshake("SUB"));
        for (byte one : Wire.message("\1a long prefix")) {
            net.pass(7 * SECOND);
            link.peer().write(new byte[] {one});
            net.turn();
        }
        assertEquals(0, received(link).length);
        assertFalse(link.connection().isClosed());
    }

    @Test
    void aPeerOfZmtp30IsNeverPinged() throws IOException {
        Link link = net.connected(Wire.concat(Wire.greeting(3, 0), Wire.ready("SUB")));
        for (int round = 0; round < 100; round++) {
            net.pass(10 * SECOND);
        }
        assertEquals(0, received(link).length);
        assertFalse(link.connection().isClosed());
    }

    @Test
    void aPingIsAnsweredWithItsContext() throws IOException {
        Link link = net.connected(Wire.handshake("SUB"));
        byte[] context = Wire.ascii("0123456789abcdef");
        byte[] first = Wire.command("PING", Wire.concat(new byte[] {0, 50}, context));
        link.peer().write(first, Wire.command("PING", new byte[] {0, 50}));
        net.turn();
        assertArrayEquals(Wire.command("PONG", context), link.peer().readFrame());
        assertArrayEquals(Wire.command("PONG", new byte[0]), link.peer().readFrame());
    }

    @Test
    void aMalformedPingEndsTheConnection() throws IOException {
        Link link = net.connected(Wire.handshake("SUB"));
        link.peer().write(Wire.command("PING", new byte[] {1}));
        net.until(link.connection()::isClosed);
        assertEquals("a malformed PING", endpoint.handler().ends.get(0).text());
    }

    @Test
    void aPeerThatDoesNotReadIsKeptUnlessItsSystemIsSilentToo() throws IOException {
        Link link = net.connected(Wire.handshake("SUB"));
        byte[] message = Wire.frame(0, new byte[100_000]);
        while (link.connection().waitingBytes() < 500_000) {
            link.connection().send(message);
        }
        net.pass(100 * SECOND);
        assertFalse(link.connection().isClosed());
        unanswered = true;
        net.pass(SECOND);
        assertTrue(link.connection().isClosed());
        assertEquals(CloseReason.Kind.SILENCE, endpoint.handler().ends.get(0).kind());
        assertTrue(endpoint.handler().unsentMessages >= 5);
    }

    @Test
    void thePausedPeersSilenceIsNotJudgedAndItsBytesWait() throws IOException {
        Link link = net.connected(Wire.handshake("SUB"));
        net.pass(8 * SECOND);
        assertArrayEquals(PING, link.peer().readFrame());
        link.connection().pause();
        link.peer().write(Wire.message("1"));
        for (int second = 0; second < 100; second++) {
            net.pass(SECOND);
            net.turnAtOnce();
        }
        assertFalse(link.connection().isClosed());
        for (int promised = 0; promised < 12; promised++) {
            assertArrayEquals(PING, link.peer().readFrame());
        }
        assertEquals(0, link.connection().traffic().messagesIn());
        link.connection().resume();
        net.until(() -> link.connection().traffic().messagesIn() == 1);
        net.pass(13 * SECOND);
        assertFalse(link.connection().isClosed());
    }

    @Test
    void aPausedPeerIsStillWrittenTo() throws IOException {
        Link link = net.connected(Wire.handshake("SUB"));
        link.connection().pause();
        while (link.connection().waitingBytes() < 500_000) {
            link.connection().send(Wire.frame(0, new byte[100_000]));
        }
        link.peer().write(Wire.message("1"));
        while (link.connection().waitingBytes() > 0) {
            link.peer().read(1_000);
            net.turnAtOnce();
        }
        assertEquals(0, link.connection().traffic().messagesIn());
        assertTrue(endpoint.handler().drained > 0);
    }

    @Test
    void aPeerWhoseSystemIsSilentHasAsLong() throws IOException {
        unanswered = true;
        Link link = net.connected(Wire.handshake("SUB"));
        net.pass(100 * SECOND);
        link.peer().write(Wire.command("PONG", new byte[0]));
        net.turn();
        while (link.connection().waitingBytes() == 0) {
            link.connection().send(Wire.frame(0, new byte[100_000]));
        }
        net.pass(13 * SECOND - 1);
        assertFalse(link.connection().isClosed());
        net.pass(1);
        assertTrue(link.connection().isClosed());
    }
}
