package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.zmtp.Loopback.Link;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whole conversations, a little wrong, over real sockets: each ends once, in order, and leaves nothing behind. */
class ZmtpFuzzTest {
    private static final int ROUNDS = 3_000;

    @Test
    void everyConversationEndsOnceAndInOrder() throws IOException {
        ScriptedEndpoint endpoint = new ScriptedEndpoint(SocketType.XPUB);
        Random random = new Random(81);
        int violations = 0;
        try (Loopback net = new Loopback(endpoint)) {
            long baseline = net.pool.usedBytes();
            for (int round = 0; round < ROUNDS; round++) {
                int handlers = endpoint.handlers.size();
                try (Link link = net.connect()) {
                    link.peer().write(conversation(random));
                    link.peer().shutdown();
                    net.until(link.connection()::isClosed);
                }
                boolean opened = endpoint.handlers.size() > handlers;
                CloseReason end = opened ? endpoint.handler().ends.get(0) : endpoint.refused.get(round - handlers);
                assertEquals(round + 1, endpoint.refused.size() + endpoint.handlers.size(), "round " + round);
                assertEquals(round + 1, net.ended.size(), "round " + round);
                assertEquals(baseline, net.pool.usedBytes(), "memory in use after round " + round);
                violations += end.kind() == CloseReason.Kind.VIOLATION ? 1 : 0;
            }
        }
        endpoint.handlers.forEach(handler -> assertEquals(1, handler.ends.size()));
        assertTrue(violations > ROUNDS / 5 && violations < ROUNDS, "the fuzz reaches both ends: " + violations);
        assertTrue(endpoint.handlers.size() > ROUNDS / 5, "some get through the handshake");
    }

    private static byte[] conversation(Random random) {
        byte[] bytes = Wire.concat(
                Wire.greeting(3, random.nextInt(2)),
                Wire.ready(random.nextInt(10) == 0 ? "PUB" : "SUB"),
                Wire.message("\1topic"),
                Wire.command("PING", new byte[random.nextInt(20)]),
                SampleStream.of(random, random.nextInt(10), 2_000).bytes());
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length / 2));
    }
}
