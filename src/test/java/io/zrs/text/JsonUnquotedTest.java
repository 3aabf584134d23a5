package io.zrs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonUnquotedTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "\\ud800, \\ud800",
        "\\udc00\\ud83d, \\udc00\\ud83d",
        "\\ud83d\\u0041, \\ud83dA",
        "\\ud83d\\ud83d\\ude00, \\ud83d\ud83d\ude00",
        "\\ud83dx, \\ud83dx"
    })
    void leavesHalfAPairAsItIs(String inside, String expected) {
        assertEquals(expected, unquoted("\"" + inside + "\""));
    }

    @ParameterizedTest
    @CsvSource({
        "plain, -1",
        "\\n\\u0041\\ud83d\\ude00\\\\ud800, -1",
        "a\\ud800, 1",
        "\\ud83d\\ude00\\ude00, 12",
        "\\udc00\\ud83d, 0",
        "\\ud83dx\\ude00, 0"
    })
    void findsHalfAPair(String inside, int expected) {
        byte[] json = ('"' + inside + '"').getBytes(StandardCharsets.UTF_8);
        int found = JsonUnquoted.half(json, 1, json.length - 1);
        assertEquals(expected, found < 0 ? found : found - 1);
    }

    @Test
    void readsWhatJacksonWrites() throws IOException {
        Random random = new Random(4);
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder();
            StringBuilder json = new StringBuilder("\"");
            for (int n = random.nextInt(6); n > 0; n--) {
                int bound = random.nextBoolean() ? 0x80 : random.nextBoolean() ? 0x800 : Character.MAX_CODE_POINT + 1;
                int codePoint = random.nextInt(bound);
                if (Character.getType(codePoint) == Character.SURROGATE) {
                    continue;
                }
                String one = Character.toString(codePoint);
                text.append(one);
                String written = JACKSON.writeValueAsString(one);
                json.append(random.nextBoolean() ? escaped(one) : written.substring(1, written.length() - 1));
            }
            assertEquals(text.toString(), unquoted(json.append('"').toString()), json.toString());
        }
    }

    private static String escaped(String one) {
        StringBuilder out = new StringBuilder();
        one.chars().forEach(unit -> out.append(String.format("\\u%04X", unit)));
        return out.toString();
    }

    private static String unquoted(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new String(JsonUnquoted.bytes(bytes, 0, bytes.length), StandardCharsets.UTF_8);
    }
}
