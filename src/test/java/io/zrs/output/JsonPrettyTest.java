package io.zrs.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.text.JsonText;
import io.zrs.text.RandomJson;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonPrettyTest {
    @Test
    void changesBlanksAlone() {
        Random random = new Random(6);
        for (int round = 0; round < 30_000; round++) {
            String json = RandomJson.next(random);
            String pretty = pretty(json, 1 + random.nextInt(100), Shortening.NONE, JsonColours.NONE);
            assertEquals(tidy(json), tidy(pretty), json);
        }
    }

    @Test
    void coloursChangeNothingElse() {
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            String json = RandomJson.next(random);
            String plain = pretty(json, 40, Shortening.NONE, JsonColours.NONE);
            String coloured = pretty(json, 40, Shortening.NONE, JsonColours.of(256));
            assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
        }
    }

    @Test
    void keepsToTheWidthWhereWordsAreShort() {
        Random random = new Random(8);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder json = new StringBuilder("{\"n\": [");
            for (int n = random.nextInt(200); n >= 0; n--) {
                json.append(random.nextInt(100_000)).append(n > 0 ? "," : "]}");
            }
            int columns = 20 + random.nextInt(80);
            for (String line : pretty(json.toString(), columns, Shortening.NONE, JsonColours.NONE)
                    .split("\n")) {
                assertTrue(line.length() <= columns, line);
            }
        }
    }

    @Test
    void shortensToTheFirst() {
        Shortening two = new Shortening(2, 2, true, true);
        assertEquals("[1, 2, … 4 elements]", pretty("[1,2,3,[4]]", 80, two, JsonColours.NONE));
        assertEquals("[1, 2]", pretty("[1,2]", 80, two, JsonColours.NONE));
        assertEquals("\"ab\"", pretty("\"ab\"", 80, two, JsonColours.NONE));
        assertEquals("\"a\\u00e9\"… 3 characters", pretty("\"a\\u00e9b\"", 80, two, JsonColours.NONE));
        assertEquals(
                "\"\\ud83d\\ude00\ud83d\ude00\"… 3 characters",
                pretty("\"\\ud83d\\ude00\ud83d\ude00x\"", 80, two, JsonColours.NONE));
        assertEquals(
                "[\n  [1],\n  [[2]],\n  … 3 elements\n]".replace("[[2]]", "[\n    [2]\n  ]"),
                pretty("[[1],[[2]],3]", 80, two, JsonColours.NONE));
    }

    @Test
    void countsTheColumnsOfWideCharacters() {
        assertEquals(2, Columns.of(0x65e5));
        assertEquals(2, Columns.of(0x1f600));
        assertEquals(1, Columns.of('\u00e9'));
        assertEquals(0, Columns.of(0x301));
        assertEquals(0, Columns.of(0x200d));
        assertEquals("[\"\u65e5\u672c\"]", pretty("[\"\u65e5\u672c\"]", 9, Shortening.NONE, JsonColours.NONE));
        assertEquals("[\n  \"\u65e5\u672c\"\n]", pretty("[\"\u65e5\u672c\"]", 8, Shortening.NONE, JsonColours.NONE));
    }

    @Test
    void takesNoStackForDepth() {
        int depth = JsonText.MAX_DEPTH;
        String json = "[".repeat(depth) + "]".repeat(depth);
        String pretty = pretty(json, 80, Shortening.NONE, JsonColours.of(8));
        assertEquals(json, tidy(pretty));
        for (String line : pretty.split("\n")) {
            assertTrue(line.length() <= 80, line);
        }
    }

    private static String pretty(String json, int columns, Shortening shortening, JsonColours colours) {
        ByteText out = new ByteText();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        new JsonPretty(columns, shortening, colours).append(out, bytes, 0, 0);
        return out.toString();
    }

    private static String tidy(String json) {
        ByteText out = new ByteText();
        JsonString.tidy(out, json.getBytes(StandardCharsets.UTF_8));
        return out.toString();
    }
}
