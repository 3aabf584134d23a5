package io.zrs.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.canvas.CellCanvas;
import io.zrs.canvas.Ink;
import org.junit.jupiter.api.Test;

class PainterTest {
    private final Painter painter = new Painter(0);

    private static CellCanvas canvas(String... lines) {
        CellCanvas canvas = new CellCanvas(lines.length, 4);
        for (int row = 0; row < lines.length; row++) {
            canvas.text(row, 0, lines[row], Ink.PLAIN);
        }
        return canvas;
    }

    private String frame(String... lines) {
        return painter.frame(canvas(lines), 3, 4).replace('\u001b', '^');
    }

    @Test
    void theFirstFrameClearsAll() {
        assertEquals("^[H^[2J^[1;1Hab^[K^[3;1Hcdef", frame("ab", "", "cdef"));
    }

    @Test
    void onlyLinesThatChangedAreWritten() {
        frame("ab", "cd", "ef");
        assertEquals("^[2;1Hxy^[K", frame("ab", "xy", "ef"));
        assertEquals("", frame("ab", "xy", "ef"));
        assertEquals("^[2;1H^[K", frame("ab", "", "ef"));
    }

    @Test
    void aFullLineIsNotClearedBehind() {
        frame("ab", "cd");
        assertEquals("^[1;1Habcd", frame("abcd", "cd"));
    }

    @Test
    void linesThatAreNoMoreAreCleared() {
        frame("ab", "cd", "ef");
        assertEquals("^[2;1H^[K^[3;1H^[K", frame("ab"));
    }

    @Test
    void whatDoesNotFitIsCutOff() {
        assertEquals("^[H^[2J^[1;1H1^[K^[2;1H2^[K^[3;1H3^[K", frame("1", "2", "3", "4"));
    }

    @Test
    void aForgottenScreenIsPaintedAnew() {
        frame("ab");
        painter.forget();
        assertEquals("^[H^[2J^[1;1Hab^[K", frame("ab"));
    }
}
