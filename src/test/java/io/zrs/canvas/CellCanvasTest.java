package io.zrs.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellCanvasTest {
    private final CellCanvas canvas = new CellCanvas(5, 12);

    private String drawn() {
        return String.join("\n", canvas.lines(0)).stripTrailing();
    }

    @Test
    void linesJoinIntoCornersAndCrossings() {
        canvas.box(0, 0, 5, 7, false, Ink.PLAIN);
        canvas.line(2, 0, 2, 6, Ink.PLAIN);
        canvas.line(0, 3, 4, 3, Ink.PLAIN);
        assertEquals("""
                ┌──┬──┐
                │  │  │
                ├──┼──┤
                │  │  │
                └──┴──┘""", drawn());
    }

    @Test
    void aLineLeavesARoundCorner() {
        canvas.box(0, 0, 3, 4, true, Ink.PLAIN);
        canvas.line(1, 3, 1, 6, Ink.PLAIN);
        assertEquals("""
                ╭──╮
                │  ├──╴
                ╰──╯""", drawn());
    }

    @Test
    void whatDoesNotFitIsCutOff() {
        canvas.text(1, 10, "abc", Ink.PLAIN);
        canvas.text(2, -1, "abc", Ink.PLAIN);
        canvas.text(9, 0, "abc", Ink.PLAIN);
        canvas.line(-2, 11, 0, 11, Ink.PLAIN);
        assertEquals("           ╵\n          ab\nbc", drawn());
    }

    @Test
    void wideCharactersTakeTwoCellsOrNone() {
        assertEquals(4, canvas.text(0, 0, "日本", Ink.PLAIN));
        canvas.put(0, 1, 'x', Ink.PLAIN);
        assertEquals(" x本", canvas.lines(0).get(0));
        canvas.put(0, 2, 'y', Ink.PLAIN);
        assertEquals(" xy", canvas.lines(0).get(0));
        canvas.text(1, 11, "日", Ink.PLAIN);
        assertEquals("", canvas.lines(0).get(1));
    }

    @Test
    void anAccentStaysWithItsLetter() {
        assertEquals(2, canvas.text(0, 0, "e\u0301n", Ink.PLAIN));
        assertEquals("\u00e9n", canvas.lines(0).get(0));
    }

    @Test
    void inkIsSetOnceAndPutBack() {
        canvas.text(0, 0, "ab", Ink.of(Hue.RED).heavy());
        canvas.text(0, 3, "cd", Ink.of(Hue.RED).heavy());
        canvas.text(1, 0, "e ", Ink.PLAIN.reversed());
        assertEquals(
                "\u001b[38;5;161;1mab\u001b[0m \u001b[38;5;161;1mcd\u001b[0m",
                canvas.lines(256).get(0));
        assertEquals(
                "\u001b[31;1mab\u001b[0m \u001b[31;1mcd\u001b[0m",
                canvas.lines(8).get(0));
        assertEquals(List.of("ab cd", "\u001b[7me \u001b[0m"), canvas.lines(0).subList(0, 2));
    }

    @Test
    void ofEightColoursALossDiffersFromWhatDeservesALook() {
        canvas.text(0, 0, "a", Ink.of(Hue.ORANGE));
        canvas.text(0, 1, "b", Ink.of(Hue.RED));
        assertEquals("\u001b[33ma\u001b[0m\u001b[31mb\u001b[0m", canvas.lines(8).get(0));
    }
}
