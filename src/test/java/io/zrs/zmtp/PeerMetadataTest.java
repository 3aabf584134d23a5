package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeerMetadataTest {
    private static byte[] property(String name, String value) {
        return PeerMetadata.encode(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsEncodedIsParsed() throws ZmtpViolation {
        Random random = new Random(21);
        for (int round = 0; round < 2_000; round++) {
            Map<String, String> properties = new LinkedHashMap<>();
            byte[] data = {};
            for (int i = random.nextInt(6); i > 0; i--) {
                String name = "p".repeat(i) + random.nextInt(1000);
                String value = "ü" + "v".repeat(random.nextInt(400));
                properties.put(name, value);
                data = Wire.concat(data, property(name, value));
            }
            PeerMetadata parsed = PeerMetadata.parse(data);
            properties.forEach((name, value) -> assertEquals(value, parsed.text(name)));
        }
    }

    @Test
    void namesAreComparedWithoutCase() throws ZmtpViolation {
        PeerMetadata parsed = PeerMetadata.parse(property("sOCKET-tYPE", "SUB"));
        assertEquals("SUB", parsed.text(PeerMetadata.SOCKET_TYPE));
    }

    @Test
    void whatIsMissingIsEmpty() throws ZmtpViolation {
        assertEquals("", PeerMetadata.parse(new byte[0]).text("Identity"));
        assertEquals("", PeerMetadata.parse(property("Identity", "")).text("Identity"));
    }

    @Test
    void theLongestNameIs255Bytes() throws ZmtpViolation {
        String name = "n".repeat(255);
        assertEquals("v", PeerMetadata.parse(property(name, "v")).text(name));
    }

    @Test
    void refusesEveryTruncation() throws ZmtpViolation {
        byte[] whole = property("Socket-Type", "DEALER");
        for (int length = 1; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(ZmtpViolation.class, () -> PeerMetadata.parse(part), length + " bytes");
        }
        assertEquals("DEALER", PeerMetadata.parse(whole).text("Socket-Type"));
    }

    @Test
    void refusesHostileLengths() {
        byte[][] hostile = {
            {0},
            {0, 0, 0, 0, 0},
            {1, 'a', 0x7f, -1, -1, -1},
            {1, 'a', -1, -1, -1, -1},
            {1, 'a', (byte) 0x80, 0, 0, 0},
            {1, 'a', 0, 0, 0, 2, 'v'},
            {-1, 'a'}
        };
        for (byte[] data : hostile) {
            assertThrows(ZmtpViolation.class, () -> PeerMetadata.parse(data), () -> Arrays.toString(data));
        }
    }

    @Test
    void nothingButAViolationComesOfGarbage() {
        Random random = new Random(22);
        byte[] good = Wire.concat(property("Socket-Type", "REQ"), property("Identity", ""), property("X-a", "b"));
        int parsed = 0;
        for (int round = 0; round < 100_000; round++) {
            byte[] data = Arrays.copyOf(good, random.nextInt(good.length + 4));
            for (int changes = random.nextInt(4); changes > 0 && data.length > 0; changes--) {
                data[random.nextInt(data.length)] = (byte) random.nextInt(random.nextBoolean() ? 256 : 16);
            }
            try {
                PeerMetadata.parse(data).text(PeerMetadata.SOCKET_TYPE);
                parsed++;
            } catch (ZmtpViolation e) {
                assertEquals("malformed metadata in the handshake", e.getMessage());
            }
        }
        assertTrue(parsed > 1_000, "the fuzz reaches what is accepted: " + parsed);
    }
}
