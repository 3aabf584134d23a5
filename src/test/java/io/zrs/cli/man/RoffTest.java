package io.zrs.cli.man;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RoffTest {
    @Test
    void keepsWhatTroffWouldTakeForItsOwn() {
        assertEquals(".TP\n", new Roff().macro("TP").toString());
        assertEquals(
                ".SH \"A \\(dqB\\(dq\"\n", new Roff().macro("SH", "A \"B\"").toString());
        assertEquals("\\&.profile\n", new Roff().verbatim(".profile").toString());
        assertEquals(
                "\\(aqx\\(aq \\-\\-y \\en \\(ti \\(ha \\(ga\n",
                new Roff().verbatim("'x' --y \\n ~ ^ `").toString());
        assertEquals(
                "\\[u2026]\\[u1F600]\n",
                new Roff().verbatim("\u2026\ud83d\ude00").toString());
    }

    @Test
    void makesWhatIsTypedBold() {
        assertEquals(
                "Run \\fBzrs \\-h\\fR now\n",
                new Roff().text("Run `zrs -h` now").toString());
        assertEquals(
                "See \\fBzrs\\fR(1)\n", new Roff().mixed("See ", "zrs", "(1)").toString());
        assertThrows(IllegalArgumentException.class, () -> new Roff().text("Run `zrs"));
    }

    @Test
    void givesEachSentenceALine() {
        assertEquals(
                "It is so.\nA wait of 5.5 s\n",
                new Roff().sentences("It is so. A wait of 5.5 s").toString());
    }
}
