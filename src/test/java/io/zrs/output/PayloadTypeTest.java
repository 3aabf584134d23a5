package io.zrs.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import io.zrs.output.PayloadType.Kind;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTypeTest {
    private static final TopicName TOPIC = new TopicName("/odom");

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.5", "6.02e23", " 7\n"})
    void numbersAreWhatJsonTakesForOne(String payload) {
        assertEquals(new PayloadType(Kind.NUMBER, Optional.empty()), type(payload));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "007", "nan", "1 2", "{x", "{\"x\": 1} more", "[1,]", "tab\tand\nline\u001b[1m", "é"
            })
    void anyOtherUtf8IsText(String payload) {
        assertEquals(new PayloadType(Kind.TEXT, Optional.empty()), type(payload));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "6869000a", "ff", "c328", "e282", "0102"})
    void otherBytesAreBinary(String hex) {
        assertEquals(Kind.BINARY, PayloadType.of(HexFormat.of().parseHex(hex)).kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                           | {}",
                "[]                           | []",
                "\"hi\"                       | text",
                "true                         | boolean",
                "null                         | null",
                "{\"x\": 1, \"s\": \"a\"}     | {\"x\": number, \"s\": text}",
                "{\"p\": {\"q\": [true]}}     | {\"p\": {\"q\": [boolean]}}",
                "[1, 2, \"a\"]                | [any]",
                "[null, 2.5, null]            | [number]",
                "[{\"a\": 1}, {\"b\": null}]  | [{\"a\": number, \"b\": null}]",
                "[[], [1]]                    | [[number]]",
                "[1,2,3,4,5,6,7,8,\"x\",[{}]] | [number]",
                "{\"x\": 1, \"x\": \"a\"}     | {\"x\": text}",
                "{\"\\u202e\\\"\\n\": 1}      | {\"\\u202e\\\"\\n\": number}",
            })
    void jsonHasAShape(String payload, String shape) {
        PayloadType type = type(payload);
        assertEquals(Kind.JSON, type.kind());
        assertEquals(shape, JsonShapeText.line(type.shape().orElseThrow()));
        assertTrue(type.shape().orElseThrow().isComplete());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"x\": 1, \"y\": \"long             | {\"x\": number, …}",
                "{\"x\": 1, \"pose\": {\"q\": tr      | {\"x\": number, \"pose\": {…}, …}",
                "{\"x\": 1, \"po                      | {\"x\": number, …}",
                "[                                    | […]",
                "[{\"x\": 1}, {\"y                    | [{\"x\": number, …}]",
                "{                                    | {…}",
                "{\"é                                 | {…}",
            })
    void theBeginningOfJsonHasTheBeginningOfAShape(String head, String shape) {
        PayloadType type = PayloadType.of(new Sample(TOPIC, 99_999, head.getBytes(UTF_8), 0));
        assertEquals(Kind.JSON, type.kind());
        assertEquals(shape, JsonShapeText.line(type.shape().orElseThrow()));
        assertFalse(type.shape().orElseThrow().isComplete());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"6869e2 | TEXT", "e282 | TEXT", "6869ff41 | BINARY", "00 | BINARY", "312032 | TEXT", "7b78 | TEXT"
            })
    void whatIsCutOffMayEndAnywhere(String hex, Kind kind) {
        byte[] head = HexFormat.of().parseHex(hex);
        assertEquals(kind, PayloadType.of(new Sample(TOPIC, 99_999, head, 0)).kind());
    }

    @Test
    void aWholeSampleIsJudgedAsAPayload() {
        assertEquals(
                Kind.TEXT,
                PayloadType.of(new Sample(TOPIC, 1, new byte[] {'{'}, 0)).kind());
    }

    @Test
    void whatIsTooDeepIsLeftOut() {
        String deep = "[".repeat(500) + "1" + "]".repeat(500);
        PayloadType type = type("{\"a\": " + deep + ", \"b\": 2}");
        String line = JsonShapeText.line(type.shape().orElseThrow());
        String brackets = "[".repeat(JsonShapeReader.MAX_DEPTH);
        assertEquals("{\"a\": " + brackets + "…" + brackets.replace('[', ']') + ", \"b\": number}", line);
        assertFalse(type.shape().orElseThrow().isComplete());
    }

    @Test
    void whatIsTooMuchIsLeftOut() {
        StringBuilder wide = new StringBuilder("{\"a\": 1");
        for (int i = 0; i < 5000; i++) {
            wide.append(",\"").append(i).append("\":{}");
        }
        PayloadType type = type(wide.append('}').toString());
        JsonShape.Fields object = (JsonShape.Fields) type.shape().orElseThrow();
        assertEquals(JsonShapeReader.MAX_VALUES - 1, object.fields().size());
        assertFalse(object.complete());
    }

    @Test
    void aNameOrANumberOfAnyLengthIsNoError() {
        assertEquals(Kind.JSON, type("{\"" + "n".repeat(200_000) + "\": 1}").kind());
        assertEquals(Kind.JSON, type("{\"x\": " + "9".repeat(60_000) + "}").kind());
        assertEquals(Kind.NUMBER, type("9".repeat(60_000)).kind());
    }

    @Test
    void noBytesMakeItFail() {
        Random random = new Random(42);
        byte[] letters = "{}[]\",:truefalsn0123.-eE\\u \n\0\u00e9".getBytes(UTF_8);
        for (int round = 0; round < 20_000; round++) {
            byte[] payload = new byte[random.nextInt(40)];
            for (int i = 0; i < payload.length; i++) {
                payload[i] = letters[random.nextInt(letters.length)];
            }
            PayloadType whole = PayloadType.of(payload);
            assertEquals(whole.kind() == Kind.JSON, whole.shape().isPresent());
            PayloadType.of(new Sample(TOPIC, 99_999, payload, 0));
        }
    }

    @Test
    void everyBeginningOfJsonIsJson() {
        byte[] payload = "{\"x\": 1.5e3, \"é\": [true, null, \"a\\u00e9\"], \"p\": {\"q\": -7}}".getBytes(UTF_8);
        for (int length = 1; length < payload.length; length++) {
            byte[] head = Arrays.copyOf(payload, length);
            assertEquals(
                    Kind.JSON,
                    PayloadType.of(new Sample(TOPIC, payload.length, head, 0)).kind(),
                    new String(head, UTF_8));
        }
    }

    private static PayloadType type(String payload) {
        return PayloadType.of(payload.getBytes(UTF_8));
    }
}
