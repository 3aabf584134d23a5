package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.zmtp.Loopback.Link;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ZmtpPingTest {
    private static final int HEADER_BYTES = 2;
    private static final byte[] PING_WITHOUT_TTL = Wire.concat(new byte[] {4}, Wire.ascii("PING"), new byte[2]);

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint(SocketType.XPUB);
    private final List<String> answered = new ArrayList<>();
    private final Loopback net;

    ZmtpPingTest() throws IOException {
        net = new Loopback(endpoint);
    }

    @AfterEach
    void close() throws IOException {
        net.close();
    }

    private boolean ping(Link link, String name) {
        return link.connection().ping(() -> answered.add(name));
    }

    /** The context of the PING that the peer reads next. */
    private static byte[] context(Link link) throws IOException {
        byte[] frame = link.peer().readFrame();
        int start = HEADER_BYTES + PING_WITHOUT_TTL.length;
        assertTrue(Arrays.equals(PING_WITHOUT_TTL, Arrays.copyOfRange(frame, HEADER_BYTES, start)));
        assertTrue(frame.length > start && frame.length <= start + 16, "a context of 1 to 16 bytes");
        return Arrays.copyOfRange(frame, start, frame.length);
    }

    private void pong(Link link, byte[]... contexts) throws IOException {
        for (byte[] context : contexts) {
            link.peer().write(Wire.command("PONG", context));
        }
        link.peer().write(Wire.message("\1mark" + answered.size()));
        int before = endpoint.handler().events.size();
        net.until(() -> endpoint.handler().events.size() > before);
    }

    @Test
    void eachPongReachesWhoAskedForIt() throws IOException {
        Link link = net.connected(Wire.handshake("SUB"));
        assertTrue(ping(link, "first"));
        assertTrue(ping(link, "second"));
        byte[] first = context(link);
        byte[] second = context(link);
        assertEquals(List.of(), answered);
        pong(link, first);
        assertEquals(List.of("first"), answered);
        pong(link, first, second, second);
        assertEquals(List.of("first", "second"), answered);
    }

    @Test
    void aPongToALaterPingMeansThatTheEarlierOnesHaveNone() throws IOException {
        Link link = net.connected(Wire.handshake("SUB"));
        ping(link, "first");
        ping(link, "second");
        byte[] first = context(link);
        byte[] second = context(link);
        pong(link, second, first);
        assertEquals(List.of("second"), answered);
    }

    @Test
    void pongsThatNobodyAskedForAreNothing() throws IOException {
        Link link = net.connected(Wire.handshake("SUB"));
        pong(link, new byte[0], new byte[8], Wire.filled(8, 'x'));
        ping(link, "asked");
        byte[] context = context(link);
        pong(link, new byte[0], new byte[8], Wire.filled(8, '\u00ff'), Wire.filled(1000, 'y'));
        assertEquals(List.of(), answered);
        pong(link, context);
        assertEquals(List.of("asked"), answered);
        assertFalse(link.connection().isClosed());
    }

    @Test
    void aPeerOfZmtp30CannotBePinged() throws IOException {
        Link link = net.connected(Wire.concat(Wire.greeting(3, 0), Wire.ready("SUB")));
        assertFalse(ping(link, "never"));
    }

    @Test
    void aConnectionThatIsNotOpenCannotBePinged() throws IOException {
        Link link = net.connect();
        assertFalse(ping(link, "too early"));
        link.peer().write(Wire.handshake("SUB"));
        net.until(() -> !endpoint.handlers.isEmpty());
        link.connection().close(CloseReason.SHUTDOWN);
        assertFalse(ping(link, "too late"));
    }

    @Test
    void theOldestIsForgottenWhereAPeerAnswersNone() throws IOException {
        Link link = net.connected(Wire.handshake("SUB"));
        for (int i = 0; i <= Pings.MOST; i++) {
            ping(link, "ping " + i);
        }
        byte[] first = context(link);
        byte[] second = context(link);
        pong(link, first, second);
        assertEquals(List.of("ping 1"), answered);
    }
}
