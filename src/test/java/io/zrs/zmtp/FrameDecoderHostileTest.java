package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderHostileTest {
    private static final int MAX_MESSAGE = 10_000;
    private static final int MAX_COMMAND = 1_000;

    private final RecordingSink sink = new RecordingSink();
    private final FrameDecoder decoder = new FrameDecoder(MAX_MESSAGE, "--max-message", MAX_COMMAND);

    private int decode(byte[] bytes) throws ZmtpViolation {
        sink.bytes = ByteBuffer.wrap(bytes);
        return decoder.decode(sink.bytes, 0, bytes.length, sink);
    }

    private String refusal(byte[] bytes) {
        return assertThrows(ZmtpViolation.class, () -> decode(bytes)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, -2147483648L, 0x8000000000000001L})
    void refusesANegativeLength(long length) {
        assertEquals("a frame of negative length", refusal(Wire.header(2, length)));
        assertEquals("a frame of negative length", refusal(Wire.header(6, length)));
    }

    @ParameterizedTest
    @ValueSource(longs = {Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, Long.MAX_VALUE, MAX_MESSAGE, 1L << 32})
    void refusesATooLongFrameByItsHeader(long length) {
        assertEquals("a message longer than 10000 bytes (--max-message)", refusal(Wire.header(2, length)));
        assertEquals("a message longer than 10000 bytes (--max-message)", refusal(Wire.header(3, length)));
        assertEquals("a command longer than 1000 bytes (--max-control)", refusal(Wire.header(6, length)));
    }

    @Test
    void refusesReservedFlagsAndCommandsWithMore() {
        for (int flags = 0; flags < 256; flags++) {
            boolean good = flags < 7 && flags != 5;
            byte[] header = Wire.concat(new byte[] {(byte) flags}, new byte[9]);
            if (good) {
                continue;
            }
            assertEquals("a frame with reserved flags", refusal(header), "flags " + flags);
        }
    }

    @Test
    void takesAMessageOfExactlyTheLimit() throws ZmtpViolation {
        byte[] longest = Wire.frame(0, new byte[MAX_MESSAGE - 9]);
        assertEquals(MAX_MESSAGE, decode(longest));
        assertEquals(1, sink.events.size());
        assertEquals(
                "a message longer than 10000 bytes (--max-message)", refusal(Wire.frame(0, new byte[MAX_MESSAGE - 8])));
    }

    @Test
    void countsAllPartsOfAMessageWithTheirHeaders() throws ZmtpViolation {
        byte[] parts = Wire.repeat(Wire.frame(1, new byte[98]), 99);
        assertEquals(MAX_MESSAGE, decode(Wire.concat(parts, Wire.frame(0, new byte[98]))));
        assertEquals(1, sink.events.size());
        refusal(Wire.concat(parts, Wire.frame(0, new byte[99])));
        refusal(Wire.concat(parts, Wire.frame(1, new byte[98]), Wire.frame(0, new byte[0])));
    }

    @Test
    void doesNotCountCommandsBetweenParts() throws ZmtpViolation {
        byte[] pongs = Wire.repeat(Wire.command("PONG", new byte[0]), 100);
        byte[] first = Wire.frame(1, new byte[MAX_MESSAGE - 18]);
        decode(Wire.concat(first, pongs, Wire.frame(2, new byte[0])));
        assertEquals(101, sink.events.size());
    }

    @Test
    void refusesEndlessCommandsBetweenParts() {
        byte[] pongs = Wire.repeat(Wire.command("PONG", new byte[0]), 1_000);
        assertEquals("too many commands within one message", refusal(Wire.concat(Wire.frame(1, new byte[5]), pongs)));
    }

    @Test
    void takesACommandOfExactlyTheLimit() throws ZmtpViolation {
        decode(Wire.frame(4, new byte[MAX_COMMAND]));
        assertEquals(1, sink.events.size());
        assertEquals(
                "a command longer than 1000 bytes (--max-control)", refusal(Wire.frame(4, new byte[MAX_COMMAND + 1])));
    }

    @Test
    void refusesEndlessEmptyParts() {
        refusal(Wire.repeat(Wire.frame(1, new byte[0]), MAX_MESSAGE / 2 + 1));
    }

    @Test
    void reportsWhatCameBeforeAViolation() {
        refusal(Wire.concat(Wire.message("a"), Wire.message("b"), Wire.header(2, -1)));
        assertEquals(2, sink.events.size());
    }

    @Test
    void nothingButAViolationComesOfGarbage() {
        Random random = new Random(31);
        int refused = 0;
        for (int round = 0; round < 150_000; round++) {
            FrameDecoder fresh = new FrameDecoder(MAX_MESSAGE, "--max-message", MAX_COMMAND);
            byte[] bytes = garbage(random);
            int cut = random.nextInt(bytes.length + 1);
            try {
                sink.events.clear();
                sink.bytes = ByteBuffer.wrap(bytes);
                int from = fresh.decode(sink.bytes, 0, cut, sink);
                assertTrue(from >= 0 && from <= cut, "round " + round);
                int end = fresh.decode(sink.bytes, from, bytes.length, sink);
                assertTrue(end >= from && end <= bytes.length, "round " + round);
                assertTrue(sink.events.size() <= bytes.length / 2, "round " + round);
            } catch (ZmtpViolation e) {
                refused++;
            }
        }
        assertTrue(refused > 50_000 && refused < 149_000, "the fuzz reaches both ends: " + refused);
    }

    private static byte[] garbage(Random random) {
        if (random.nextInt(3) == 0) {
            byte[] bytes = new byte[random.nextInt(60)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) random.nextInt(random.nextInt(8) == 0 ? 256 : 8);
            }
            return bytes;
        }
        byte[] bytes = SampleStream.of(random, 1 + random.nextInt(5), 300).bytes();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(random.nextBoolean() ? 256 : 8);
        }
        return Arrays.copyOf(bytes, bytes.length - random.nextInt(Math.min(4, bytes.length)));
    }
}
