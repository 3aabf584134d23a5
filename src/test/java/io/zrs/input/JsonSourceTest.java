package io.zrs.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zrs.testing.Golden;
import io.zrs.text.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonSourceTest {
    private static final List<String> WRONG = List.of(
            "",
            " ",
            "hello",
            "{\"a\" 1}",
            "{\"a\": 1,}",
            "[1,]",
            "[1 2]",
            "{a: 1}",
            "{'a': 1}",
            "01",
            "1.",
            "-",
            "1e+",
            "tru",
            "truex",
            "\"open",
            "\"\\x\"",
            "\"ä\\u12g4\"",
            "\"a\tb\"",
            "\"a\u007f\" \u001b",
            "[1] [2]",
            "[1}",
            "{\n  \"ä\": x\n}",
            "{\"a\": {\"b\": [1, {\"c\": nul}]}}",
            "[".repeat(513) + "]".repeat(513));

    private static String compact(String json) throws IOException {
        return String.join("|", Sources.all(new JsonSource(new ListSource(List.of(json), false))));
    }

    @Test
    void takesBlanksAwayAndNothingElse() throws IOException {
        assertEquals("{\"a b\":[1.50,-0,1E+2,null]}", compact(" { \"a b\" : [ 1.50 ,\t-0, 1E+2 , null ] }\r\n"));
        assertEquals("\"a \\\" b \\\\\"", compact("\"a \\\" b \\\\\""));
        assertEquals("12345678901234567890.000", compact("12345678901234567890.000"));
        assertEquals("[]", compact("[\n]"));
    }

    @Test
    void isTheSameValueAsBefore() throws IOException {
        ObjectMapper jackson = new ObjectMapper();
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            String json = RandomJson.value(random, 4, true);
            String compact = compact(json);
            String bytes = new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            assertEquals(jackson.readTree(bytes), jackson.readTree(compact), json);
            assertEquals(compact, RandomJson.withoutBlanks(bytes));
        }
    }

    @Test
    void tellsWhatIsWrongAndWhere() {
        StringBuilder told = new StringBuilder();
        for (String json : WRONG) {
            InputException error = assertThrows(InputException.class, () -> compact(json), json);
            String shown = json.length() > 40 ? json.substring(0, 3) + "..." : json;
            told.append(shown.replace("\n", "\\n").replace("\u001b", "^").replace("\u007f", "?"))
                    .append("\n    ")
                    .append(error.getMessage())
                    .append('\n');
        }
        Golden.check(JsonSourceTest.class, "json-errors", told.toString());
    }

    @Test
    void tellsTheLineInAFile() throws IOException {
        JsonSource lines = new JsonSource(new LineSource(Sources.stream("1\n[2]\n[3 4]\n"), 100));
        assertEquals(List.of(true, true), List.of(lines.advance(), lines.advance()));
        assertEquals(
                "line 3, column 4: no JSON: ',' or ']' expected, not '4'",
                assertThrows(InputException.class, lines::advance).getMessage());
        JsonSource docs = new JsonSource(new DocumentSource(Sources.stream("1\n---\n{\n  \"a\":\n}\n---\n"), 100));
        assertEquals(true, docs.advance());
        assertEquals(
                "line 5, column 1: no JSON: a value expected, not '}'",
                assertThrows(InputException.class, docs::advance).getMessage());
    }

    @Test
    void agreesWithTheKindOfAPayload() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 5000; i++) {
            byte[] json = RandomJson.broken(random).getBytes(StandardCharsets.ISO_8859_1);
            JsonText text = new JsonText();
            byte[] inside = new byte[json.length + 2];
            inside[0] = '"';
            inside[json.length + 1] = '}';
            System.arraycopy(json, 0, inside, 1, json.length);
            boolean whole = text.takeAll(inside, 1, json.length + 1);
            boolean known = JsonText.kindOf(json) != JsonText.Kind.NOT_JSON;
            assertEquals(known, whole, new String(json, StandardCharsets.ISO_8859_1));
            if (!whole) {
                String problem = text.problem();
                assertEquals(true, !problem.isEmpty() && text.position() >= 1 && text.position() <= json.length + 1);
            }
        }
    }
}
