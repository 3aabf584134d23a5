package io.zrs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.zrs.text.JsonCursor.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonCursorTest {
    private static final JsonFactory JACKSON = new JsonFactory();

    @Test
    void goesThroughAValueAsJacksonDoes() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            String text = RandomJson.whole(random);
            byte[] json = utf8(text);
            JsonCursor in = new JsonCursor(json, 0);
            try (JsonParser jackson = JACKSON.createParser(json)) {
                for (JsonToken expected = jackson.nextToken(); expected != null; expected = jackson.nextToken()) {
                    Token token = in.next();
                    assertEquals(of(expected), token, text);
                    if (expected.isNumeric()) {
                        String slice = new String(json, in.from(), in.to() - in.from(), StandardCharsets.UTF_8);
                        assertEquals(jackson.getText(), slice, text);
                    }
                }
            }
            assertEquals(Token.END, in.next(), text);
            assertEquals(0, in.depth(), text);
        }
    }

    @Test
    void skipsToTheEndOfAValue() {
        Random random = new Random(2);
        for (int round = 0; round < 20_000; round++) {
            String value = RandomJson.next(random).trim();
            byte[] json = utf8("[" + value + " , " + value + ", 7]");
            JsonCursor in = new JsonCursor(json, 0);
            in.next();
            in.next();
            in.skip();
            assertEquals(1 + utf8(value).length, in.to(), value);
            in.next();
            assertEquals(2, in.skipRest(), value);
            assertEquals(Token.END, in.next(), value);
        }
    }

    @Test
    void tellsWhatIsInWhat() {
        JsonCursor in = new JsonCursor(utf8("{\"a\":[ ],\"b\":[1]}"), 0);
        assertEquals(Token.OBJECT, in.next());
        assertFalse(in.isEmpty());
        assertEquals(Token.NAME, in.next());
        assertEquals(Token.ARRAY, in.next());
        assertEquals(2, in.depth());
        assertTrue(in.isEmpty());
        in.skip();
        assertEquals(1, in.depth());
        assertEquals(Token.NAME, in.next());
        assertEquals(1, in.skipRest());
        assertEquals(Token.END, in.next());
    }

    private static Token of(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> Token.OBJECT;
            case START_ARRAY -> Token.ARRAY;
            case END_OBJECT, END_ARRAY -> Token.CLOSE;
            case FIELD_NAME -> Token.NAME;
            case VALUE_STRING -> Token.STRING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Token.NUMBER;
            default -> Token.LITERAL;
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
