package io.zrs.cli.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.expression.FieldReference;
import io.zrs.text.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReaderTest {
    private static final JsonPath ALL = new JsonPath(List.of());

    private static String read(JsonPath path, byte[] payload) {
        List<String> found = new ArrayList<>();
        int count = new NumberReader(path).read(payload, (member, value) -> found.add((member + " " + value).strip()));
        assertTrue(count == found.size() || count > NumberReader.MOST && found.size() == NumberReader.MOST);
        return String.join(", ", found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | 5.0",
                "' -1.5e3\n' | -1500.0",
                "+5 | 5.0",
                ".5 | 0.5",
                "007 | 7.0",
                "true | 1.0",
                "false | 0.0",
                "null | ''",
                "NaN | ''",
                "Infinity | ''",
                "1e999 | ''",
                "0x10 | ''",
                "5d | ''",
                "hello | ''",
                "'' | ''",
                "\"5\" | ''",
                "5 6 | ''",
                "[1,2.5,\"x\",true] | [0] 1.0, [1] 2.5, [3] 1.0",
                "{\"a\":1,\"b\":{\"c\":2,\"d\":[3]},\"e\":null} | .a 1.0, .b.c 2.0, .b.d[0] 3.0",
                "{\"odd name\":1,\"\":2,\"9\":3} | [\"odd name\"] 1.0, [\"\"] 2.0, [\"9\"] 3.0",
                "{\"x\":NaN} | ''",
                "{} | ''",
                "[[],[[]],{}] | ''",
                "[1,2,3,4,5,6,7,8,9,10] | [0] 1.0, [1] 2.0, [2] 3.0, [3] 4.0, [4] 5.0, [5] 6.0, [6] 7.0, [7] 8.0"
            })
    void findsNumbersInPayloads(String payload, String expected) {
        assertEquals(expected, read(ALL, payload.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".a.b | {\"a\":{\"b\":7}} | 7.0",
                ".a[-1] | {\"a\":[1,2]} | 2.0",
                ".a | {\"a\":{\"x\":1,\"y\":[true]}} | .x 1.0, .y[0] 1.0",
                ".a | {\"b\":1} | ''",
                ".a | 5 | ''",
                ".a | hello | ''",
                "[1] | [1,false] | 0.0"
            })
    void findsNumbersInFields(String path, String payload, String expected) {
        assertEquals(
                expected,
                read(FieldReference.parse(path).path().orElseThrow(), payload.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void standsAnyBytes() {
        Random random = new Random(11);
        String alphabet = "{}[]\",:.0123456789eE+-truefalsn \\u\n";
        JsonPath path = FieldReference.parse(".a[0]").path().orElseThrow();
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(24)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = random.nextInt(20) == 0
                        ? (byte) random.nextInt()
                        : (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            read(ALL, bytes);
            read(path, bytes);
        }
    }
}
