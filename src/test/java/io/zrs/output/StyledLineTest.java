package io.zrs.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StyledLineTest {
    private static String shown(String line, boolean styles) {
        ByteText out = new ByteText();
        StyledLine.append(out, line.getBytes(StandardCharsets.UTF_8), styles);
        return out.toString().replace('\u001b', '^');
    }

    @Test
    void stylesStayAndEndWithTheLine() {
        assertEquals("^[1;31mred^[0m", shown("\u001b[1;31mred", true));
        assertEquals("a ^[38;5;3mb^[mc^[0m", shown("a \u001b[38;5;3mb\u001b[mc", true));
        assertEquals("plain", shown("plain", true));
    }

    @Test
    void stylesAreLeftOutWhereNoneAreWanted() {
        assertEquals("red", shown("\u001b[1;31mred\u001b[0m", false));
    }

    @Test
    void nothingElseIsObeyed() {
        assertEquals(
                "\\x1b[2J\\x1b]0;t\\x07\\x1b[3\\x1b[?1m\\r\t|",
                shown("\u001b[2J\u001b]0;t\u0007\u001b[3\u001b[?1m\r\t|", true));
    }

    @Test
    void nothingButStylesIsEverObeyed() {
        Random random = new Random(11);
        byte[] signs = "\u001b\u001b[[0;1m:?J\u0007\r\n\u009bx".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 5000; round++) {
            byte[] line = new byte[random.nextInt(20)];
            for (int at = 0; at < line.length; at++) {
                line[at] = random.nextInt(5) == 0 ? (byte) random.nextInt() : signs[random.nextInt(signs.length)];
            }
            ByteText out = new ByteText();
            StyledLine.append(out, line, true);
            String rest = out.toString().replaceAll("\u001b\\[[0-9;:]*m", "").replaceAll("[\t\n]", "");
            assertTrue(rest.chars().noneMatch(c -> c < 0x20 || c >= 0x7f && c < 0xa0), rest);
        }
    }
}
