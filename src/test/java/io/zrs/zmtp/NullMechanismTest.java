package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NullMechanismTest {
    private static final Map<SocketType, List<String>> TAKEN = Map.of(
            SocketType.PUB, List.of("SUB", "XSUB"),
            SocketType.XPUB, List.of("SUB", "XSUB"),
            SocketType.SUB, List.of("PUB", "XPUB"),
            SocketType.XSUB, List.of("PUB", "XPUB"),
            SocketType.REQ, List.of("ROUTER"),
            SocketType.DEALER, List.of("DEALER", "ROUTER"),
            SocketType.ROUTER, List.of("REQ", "DEALER"));
    private static final List<String> WIRE_NAMES = List.of(
            "PUB", "SUB", "XPUB", "XSUB", "REQ", "REP", "DEALER", "ROUTER", "PAIR", "PUSH", "PULL", "STREAM", "sub",
            "");

    private static Command ready(String type) {
        return new Command("READY", PeerMetadata.encode("Socket-Type", Wire.ascii(type)));
    }

    @ParameterizedTest
    @EnumSource
    void takesItsPeersAndNoOthers(SocketType local) throws ZmtpViolation {
        for (String type : WIRE_NAMES) {
            NullMechanism mechanism = new NullMechanism(local);
            if (TAKEN.get(local).contains(type)) {
                assertArrayEquals(Wire.ready(local.name()), mechanism.answer(ready(type)));
                assertTrue(mechanism.isComplete());
                assertEquals(type, mechanism.peerType().name());
            } else {
                String reason = assertThrows(ZmtpViolation.class, () -> mechanism.answer(ready(type)), type)
                        .getMessage();
                TAKEN.get(local).forEach(taken -> assertTrue(reason.contains(taken), reason));
                assertFalse(mechanism.isComplete());
                assertNull(mechanism.peerType());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ERROR", "PING", "PONG", "SUBSCRIBE", "CANCEL", "HELLO", "INITIATE", "ready", "READY2", "X"})
    void takesNothingBeforeReady(String name) {
        NullMechanism mechanism = new NullMechanism(SocketType.XPUB);
        Command early = new Command(name, new byte[] {0, 0});
        assertThrows(ZmtpViolation.class, () -> mechanism.answer(early));
        assertFalse(mechanism.isComplete());
    }

    @Test
    void refusesAReadyWithoutASocketType() {
        NullMechanism mechanism = new NullMechanism(SocketType.XSUB);
        Command ready = new Command("READY", PeerMetadata.encode("Identity", Wire.ascii("me")));
        assertThrows(ZmtpViolation.class, () -> mechanism.answer(ready));
    }
}
