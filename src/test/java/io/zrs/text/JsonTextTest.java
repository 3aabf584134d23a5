package io.zrs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.zrs.text.JsonText.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private static final String ALPHABET = "{}[]\",:\\ \n-+.0123eEtrufalsn/b\t\u0001\u007f\u00e9x";
    private static final JsonFactory JACKSON = new JsonFactory();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "[1,2]",
                "{\"a\": [1, {\"b\": null}], \"c\": \"\\u00e9\\n\"}",
                "true",
                "false",
                "null",
                "0",
                "-0.5e+10",
                "123456789012345678901234567890",
                "\"\"",
                "\"\\\"\"",
                "[[],{},[{}]]",
                "\"\u00e9\ud83d\ude00\""
            })
    void takesWhatStandsOnALine(String text) {
        assertEquals(Kind.PLAIN, kind(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 1",
                "1 ",
                "{\n}",
                "[1,\r\n2]",
                "\"\u007f\"",
                "\"\u009b\"",
                "{\"\u2028\":1}",
                "\"\u202e\"",
                "\t[]"
            })
    void knowsWhatHasToBeTidied(String text) {
        assertEquals(Kind.UNTIDY, kind(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "hello", "{", "}", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "01", "1.",
                ".5", "+1", "-", "1e", "1e+", "tru", "truex", "nul", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\n\"", "1 2",
                "[1]]", "{]", "[}", "NaN", "'a'", "\ufeff1", "[1 2]", "{\"a\" 1}", "{\"a\":1 \"b\":2}"
            })
    void refusesAnythingElse(String text) {
        assertEquals(Kind.NOT_JSON, kind(text));
    }

    @ParameterizedTest
    @ValueSource(bytes = {(byte) 0xff, (byte) 0x80, (byte) 0xc0})
    void refusesBytesThatAreNoUtf8(byte wrong) {
        assertEquals(Kind.NOT_JSON, JsonText.kindOf(new byte[] {'"', wrong, '"'}));
        assertEquals(Kind.NOT_JSON, JsonText.kindOf(new byte[] {'1', wrong}));
        assertEquals(Kind.NOT_JSON, JsonText.kindOf(new byte[] {'[', ']', ' ', wrong}));
    }

    @Test
    void boundsTheDepth() {
        assertEquals(Kind.PLAIN, kind("[".repeat(JsonText.MAX_DEPTH) + "]".repeat(JsonText.MAX_DEPTH)));
        assertEquals(Kind.NOT_JSON, kind("[".repeat(JsonText.MAX_DEPTH + 1) + "]".repeat(JsonText.MAX_DEPTH + 1)));
        assertEquals(Kind.NOT_JSON, kind("{\"a\":".repeat(1_000_000)));
    }

    @Test
    void agreesWithJackson() {
        Random random = new Random(7);
        int valid = 0;
        for (int round = 0; round < 300_000; round++) {
            String text = mutate(random, "{\"a\":[1,-2.5e3,\"x\\n\"],\"b\":{\"c\":null},\"d\":true}");
            boolean expected = jacksonTakes(text);
            valid += expected ? 1 : 0;
            assertEquals(expected, kind(text) != Kind.NOT_JSON, text);
        }
        assertEquals(true, valid > 10_000, "too few of the texts are JSON: " + valid);
    }

    private static String mutate(Random random, String seed) {
        StringBuilder text = new StringBuilder(seed);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, c);
                case 1 -> text.insert(at, c);
                default -> text.deleteCharAt(at);
            }
        }
        return text.toString();
    }

    private static boolean jacksonTakes(String text) {
        try (JsonParser parser = JACKSON.createParser(text.getBytes(StandardCharsets.UTF_8))) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return false;
            }
            parser.skipChildren();
            parser.getValueAsString();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static Kind kind(String text) {
        return JsonText.kindOf(text.getBytes(StandardCharsets.UTF_8));
    }
}
