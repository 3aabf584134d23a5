package io.zrs.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.testing.Golden;
import io.zrs.text.Unprintable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final TopicName TOPIC = new TopicName("/odom");
    private static final Instant STAMP = Instant.ofEpochSecond(1_700_000_000, 1_234_999);
    private static final ObjectMapper JACKSON = new ObjectMapper();

    private static final List<byte[]> PAYLOADS = List.of(
            utf8("hello"),
            utf8(""),
            utf8("two\nlines, a \"quote\" and a \\"),
            utf8("\u001b[31mred\u001b[0m \u009b \u2028 \u202e"),
            utf8("gr\u00fc\u00dfe \ud83d\ude00"),
            utf8("{\"x\": 1.50, \"n\": 12345678901234567890}"),
            utf8("{\n  \"x\": \"a b\",\n  \"y\": [1, 2]\n}\n"),
            utf8("5"),
            utf8("1e400"),
            utf8("007"),
            utf8("\"a string\""),
            utf8(" \"a string\" "),
            utf8("null"),
            utf8("\"\u007f\""),
            HexFormat.of().parseHex("deadbeef"),
            HexFormat.of().parseHex("00"));

    @Test
    void writesOneLineForEachKindOfPayload() {
        ByteText out = new ByteText();
        PAYLOADS.forEach(payload -> Envelope.append(out, new Message(TOPIC, payload), STAMP));
        Golden.check(EnvelopeTest.class, "envelopes", out.toString());
    }

    @Test
    void holdsThePayloadToTheByte() throws JsonProcessingException {
        for (byte[] payload : PAYLOADS) {
            assertArrayEquals(payload, payloadOf(line(payload)));
        }
        byte[] large = new byte[5 << 20];
        new Random(3).nextBytes(large);
        assertArrayEquals(large, payloadOf(line(large)));
    }

    @Test
    void holdsAnythingToTheByteAndOnOneHarmlessLine() throws JsonProcessingException {
        Random random = new Random(11);
        String[] pieces = {
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "\\",
            "\\n",
            "1",
            "0.10",
            "e5",
            "true",
            " ",
            "\n",
            "\t",
            "a",
            "\u00e9",
            "\u001b",
            "\u0085",
            "\u2029",
            "\ud83d\ude00",
            "\u007f",
            "{}",
            "[1]",
            "\"k\":"
        };
        for (int round = 0; round < 100_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(6); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] payload = utf8(text.toString());
            String line = line(payload);
            assertArrayEquals(payload, payloadOf(line), line);
            assertEquals(line.length() - 1, line.indexOf('\n'), line);
            assertTrue(line.substring(0, line.length() - 1).codePoints().noneMatch(Unprintable::is), line);
        }
    }

    /** Reads a line back by the rule in {@link Envelope}. */
    private static byte[] payloadOf(String line) throws JsonProcessingException {
        JsonNode envelope = JACKSON.readTree(line);
        JsonNode data = envelope.get("data");
        String encoding = envelope.path("encoding").asText();
        if (envelope.has("text")) {
            return utf8(envelope.get("text").asText());
        }
        if (encoding.equals("base64")) {
            return Base64.getDecoder().decode(data.asText());
        }
        return utf8(data.isTextual() && !encoding.equals("json") ? data.asText() : written(line));
    }

    /** The value of {@code data} as it is written: from its name to the next field, or to the end. */
    private static String written(String line) {
        int from = line.indexOf("\"data\":") + "\"data\":".length();
        int to = line.endsWith(",\"encoding\":\"json\"}\n") ? line.lastIndexOf(",\"encoding\"") : line.length() - 2;
        return line.substring(from, to);
    }

    private static String line(byte[] payload) {
        ByteText out = new ByteText();
        Envelope.append(out, new Message(TOPIC, payload), STAMP);
        return out.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
