package io.zrs.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.testing.Golden;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final List<String> WRONG = List.of(
            "hello",
            "[]",
            "{",
            "{}",
            "{\"topic\":\"/a\"}",
            "{\"data\":1}",
            "{\"topic\":1,\"data\":1}",
            "{\"topic\":\"a b\",\"data\":1}",
            "{\"topic\":\"\",\"data\":1}",
            "{\"topic\":\"\\udc00\",\"data\":1}",
            "{\"topic\":\"/a\",\"data\":}",
            "{\"topic\":\"/a\",\"data\":1,}",
            "{\"topic\":\"/a\",\"data\":1}}",
            "{\"topic\":\"/a\",\"data\":1} {}",
            "{\"topic\":\"/a\",\"data\":1 \"x\":2}",
            "{\"topic\" \"/a\"}",
            "{topic:\"/a\"}",
            "{\"topic\":\"/a\",\"data\":1,\"data\":2}",
            "{\"topic\":\"/ä\",\"data\":\"\\ud83d\"}",
            "{\"topic\":\"/a\",\"data\":\"x\\ud83dx\\ude00\"}",
            "{\"topic\":\"/a\",\"data\":\"\\ude00\\ud83d\"}",
            "{\"topic\":\"/a\",\"data\":\"\\x\"}",
            "{\"topic\":\"/a\",\"data\":\"AA=\",\"encoding\":\"base64\"}",
            "{\"topic\":\"/a\",\"data\":\"A A=\",\"encoding\":\"base64\"}",
            "{\"topic\":\"/a\",\"data\":12,\"encoding\":\"base64\"}",
            "{\"topic\":\"/a\",\"data\":\"x\",\"encoding\":\"hex\"}",
            "{\"topic\":\"/a\",\"data\":\"x\",\"encoding\":null}",
            "{\"topic\":\"/a\",\"data\":1,\"text\":1}");

    private static EnvelopeSource source(String text) {
        return new EnvelopeSource(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1 << 20);
    }

    /** Topic and payload. */
    private static String read(String line) throws IOException {
        EnvelopeSource source = source(line);
        source.advance();
        return source.topic() + " "
                + new String(source.bytes(), source.from(), source.length(), StandardCharsets.UTF_8);
    }

    @Test
    void takesFieldsInAnyOrderAndPassesOverOthers() throws IOException {
        assertEquals("/a {\"x\": 1.50 }", read("{\"data\":{\"x\": 1.50 },\"stamp\":1.5,\"topic\":\"/a\"}"));
        assertEquals("/a x", read(" { \"encodin\" : [{}] , \"text\":\"x\",\t\"topic\": \"/a\" , \"data\":[ 1 ] } "));
        assertEquals("/a x", read("{\"\\ud800\":1,\"t\\u006fpic\":\"\\/a\",\"d\\u0061ta\":\"x\"}"));
        assertEquals("/a x", read("{\"text\":\"x\",\"topic\":\"/a\"}"));
    }

    @Test
    void readsEachKindOfPayload() throws IOException {
        assertEquals("/a 12345678901234567890.10", read("{\"topic\":\"/a\",\"data\":12345678901234567890.10}"));
        assertEquals("/a \"s\"", read("{\"topic\":\"/a\",\"data\":\"s\",\"encoding\":\"json\"}"));
        assertEquals("/a [ ]", read("{\"topic\":\"/a\",\"data\":[ ],\"encoding\":\"json\"}"));
        assertEquals("/a hi!", read("{\"topic\":\"/a\",\"encoding\":\"base64\",\"data\":\"aGkh\"}"));
        assertEquals("/a hi?", read("{\"topic\":\"/a\",\"encoding\":\"base64\",\"data\":\"aG\\u006b\\/\"}"));
        assertEquals(
                "/a \b\f\n\r\t/\\\"é世😀",
                read("{\"topic\":\"/a\",\"data\":\"\\b\\f\\n\\r\\t\\/\\\\\\\"\\u00e9\\u4E16\\ud83d\\ude00\"}"));
        assertEquals("/a ", read("{\"topic\":\"/a\",\"data\":\"\"}"));
    }

    @Test
    void tellsWhatIsWrongAndWhere() {
        StringBuilder told = new StringBuilder();
        for (String line : WRONG) {
            String error =
                    assertThrows(InputException.class, () -> read(line), line).getMessage();
            told.append(line).append("\n    ").append(error).append('\n');
        }
        Golden.check(EnvelopeTest.class, "envelope-errors", told.toString());
    }

    @Test
    void linesOfSeveralTopics() throws IOException {
        EnvelopeSource source = source("{\"topic\":\"/a\",\"data\":1}\n\n{\"topic\":\"/b\",\"data\":2}\r\n"
                + "{\"topic\":\"/a\",\"data\":3}\n{\"data\":4}\n{\"topic\":\"/c\"}");
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            source.advance();
            read.append(source.topic())
                    .append(Sources.text(source))
                    .append(' ')
                    .append(source.line())
                    .append(' ');
        }
        assertEquals("/a1 1 /b2 3 /a3 4 ", read.toString());
        source.advance();
        assertEquals("4", Sources.text(source));
        assertEquals(
                "line 5, column 11: there is no field 'topic'",
                assertThrows(InputException.class, source::topic).getMessage());
        assertEquals(
                "line 6, column 15: there is no field 'data'",
                assertThrows(InputException.class, source::advance).getMessage());
    }

    @Test
    void aTopicIsMadeOnce() throws IOException {
        EnvelopeSource source = source("{\"topic\":\"/a\",\"data\":1}\n".repeat(2));
        source.advance();
        var first = source.topic();
        source.advance();
        assertSame(first, source.topic());
    }
}
