package io.zrs.graph.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zrs.output.TerminalText;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MermaidTextTest {
    private static final Pattern NUMBER = Pattern.compile("#([0-9]+);");

    /** What Mermaid makes of an escaped text. */
    private static String read(String escaped) {
        return NUMBER.matcher(escaped)
                .replaceAll(match ->
                        Matcher.quoteReplacement(new String(Character.toChars(Integer.parseInt(match.group(1))))));
    }

    @Test
    void usualNamesStayAsTheyAre() {
        for (String name : new String[] {"/camera/image_raw", "./my script.py", "talker", "/a.b-c", "観測"}) {
            assertEquals(name, MermaidText.escape(name));
        }
    }

    @Test
    void whatMermaidWouldTakeForItsOwnIsANumber() {
        assertEquals("#34;", MermaidText.escape("\""));
        assertEquals("a#35;1", MermaidText.escape("a#1"));
        assertEquals("#37;#37; x", MermaidText.escape("%% x"));
        assertEquals("style#58;x#35;y#59;", MermaidText.escape("style:x#y;"));
        assertEquals("direction#32;LR", MermaidText.escape("direction LR"));
        assertEquals("#95;x#95;", MermaidText.escape("_x_"));
        assertEquals("1#46; x", MermaidText.escape("1. x"));
        assertEquals("#45; x", MermaidText.escape("- x"));
    }

    @Test
    void anyNameCanBeReadBack() {
        String letters = "ab/\"#;:%&<>`*_-. {}[]()|\\$@~=+!\u00e9\u6e29\ud83d\ude00\u001b\u202eo x1";
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder name = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                int[] points = letters.codePoints().toArray();
                name.appendCodePoint(points[random.nextInt(points.length)]);
            }
            String escaped = MermaidText.escape(name.toString());
            assertEquals(TerminalText.line(name.toString()), read(escaped));
            String rest = NUMBER.matcher(escaped).replaceAll("");
            assertFalse(
                    Pattern.compile("[\"#;:%&<>`*{}\\[\\]|\\\\$@~]")
                            .matcher(rest)
                            .find(),
                    escaped);
        }
    }
}
