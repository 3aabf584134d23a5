package io.zrs.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.text.Unprintable;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
    @Test
    void showsWhatATerminalWouldObey() {
        assertEquals("\\x1b[2Jhi\\x07\\x7f\\u009b\\u202e", TerminalText.line("\u001b[2Jhi\u0007\u007f\u009b\u202e"));
        assertEquals("a\\nb\\tc\\rd", TerminalText.line("a\nb\tc\rd"));
        assertEquals("gr\u00fc\u00dfe \ud83d\ude00", TerminalText.line("gr\u00fc\u00dfe \ud83d\ude00"));
    }

    @Test
    void keepsThePayloadsLayout() {
        assertEquals("a\n\tb\\rc", shown("a\n\tb\rc".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void showsBytesThatAreNoUtf8() {
        assertEquals("a\\xff\\xc3(\\x80", shown(new byte[] {'a', (byte) 0xff, (byte) 0xc3, '(', (byte) 0x80}));
    }

    @Test
    void isHarmlessWhateverComes() {
        Random random = new Random(5);
        byte[] payload = new byte[64];
        for (int round = 0; round < 20_000; round++) {
            random.nextBytes(payload);
            String text = shown(payload);
            assertTrue(text.codePoints().allMatch(c -> c == '\n' || c == '\t' || !Unprintable.is(c)), text);
        }
    }

    private static String shown(byte[] payload) {
        ByteText out = new ByteText();
        TerminalText.append(out, payload);
        return out.toString();
    }
}
