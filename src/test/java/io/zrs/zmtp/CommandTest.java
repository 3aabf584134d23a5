package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static Command parse(byte[] body) throws ZmtpViolation {
        return Command.parse(ByteBuffer.wrap(body), 0, body.length);
    }

    /** The body of a whole frame. */
    private static byte[] body(byte[] frame) {
        return Arrays.copyOfRange(frame, Frames.bodyStart(ByteBuffer.wrap(frame), 0), frame.length);
    }

    private static byte[] random(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatIsEncodedIsParsed() throws ZmtpViolation {
        Random random = new Random(11);
        for (int round = 0; round < 5_000; round++) {
            String name = "A".repeat(1 + random.nextInt(255));
            byte[] data = random(random, random.nextInt(600));
            byte[] frame = Command.encode(name, data);
            assertArrayEquals(Wire.command(name, data), frame);
            Command parsed = parse(body(frame));
            assertEquals(name, parsed.name());
            assertArrayEquals(data, parsed.data());
        }
    }

    @Test
    void readsOnlyBetweenItsBounds() throws ZmtpViolation {
        byte[] bytes = Wire.concat(Wire.ascii("xx"), body(Wire.command("PONG", Wire.ascii("abc"))), Wire.ascii("yy"));
        Command parsed = Command.parse(ByteBuffer.wrap(bytes), 2, bytes.length - 2);
        assertEquals("PONG", parsed.name());
        assertArrayEquals(Wire.ascii("abc"), parsed.data());
    }

    @Test
    void refusesACommandWithoutAName() {
        byte[][] bodies = {{}, {0}, {0, 'A'}, {2, 'A'}, {(byte) 255, 'A', 'B'}};
        for (byte[] body : bodies) {
            assertThrows(ZmtpViolation.class, () -> parse(body), () -> Arrays.toString(body));
        }
    }

    @Test
    void answersAPingWithItsContext() throws ZmtpViolation {
        for (int length = 0; length <= 16; length++) {
            byte[] context = Wire.filled(length, 'c');
            Command ping = new Command("PING", Wire.concat(new byte[] {0, 99}, context));
            assertArrayEquals(Wire.command("PONG", context), ping.pong());
        }
    }

    @Test
    void refusesAMalformedPing() {
        for (int length : new int[] {0, 1, 19, 200}) {
            Command ping = new Command("PING", new byte[length]);
            assertThrows(ZmtpViolation.class, ping::pong, () -> length + " bytes");
        }
    }

    @Test
    void pingsWithATimeToLiveInTenthsAndAContext() {
        assertArrayEquals(Wire.command("PING", new byte[] {0, (byte) 150}), Command.ping(150, new byte[0]));
        assertArrayEquals(Wire.command("PING", new byte[] {0, 0, 7, 8}), Command.ping(0, new byte[] {7, 8}));
    }

    @Test
    void anErrorCarriesAReasonOfAtMost255Bytes() {
        assertArrayEquals(Wire.command("ERROR", new byte[] {2, 'n', 'o'}), Command.error("no"));
        byte[] longest = Wire.concat(new byte[] {(byte) 255}, Wire.filled(255, 'x'));
        assertArrayEquals(Wire.command("ERROR", longest), Command.error("x".repeat(255)));
        assertArrayEquals(Wire.command("ERROR", longest), Command.error("x".repeat(256)));
    }

    @Test
    void nothingButAViolationComesOfGarbage() {
        Random random = new Random(12);
        int parsed = 0;
        for (int round = 0; round < 100_000; round++) {
            byte[] body = random(random, random.nextInt(40));
            if (body.length > 0 && random.nextBoolean()) {
                body[0] = (byte) random.nextInt(body.length + 2);
            }
            try {
                parse(body).pong();
                parsed++;
            } catch (ZmtpViolation e) {
                assertTrue(e.getMessage().startsWith("a "), e.getMessage());
            }
        }
        assertTrue(parsed > 1_000, "the fuzz reaches what is accepted: " + parsed);
    }
}
