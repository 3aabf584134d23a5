package io.zrs.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BrailleCanvasTest {
    private static List<String> painted(BrailleCanvas dots, int rows, int columns) {
        CellCanvas canvas = new CellCanvas(rows, columns);
        dots.paint(canvas, 0, 0);
        return canvas.lines(0);
    }

    @Test
    void setsEachDotOfACell() {
        String expected = "⠁⠈⠂⠐⠄⠠⡀⢀";
        for (int i = 0; i < 8; i++) {
            BrailleCanvas dots = new BrailleCanvas(1, 1);
            dots.dot(i % 2, i / 2, Ink.PLAIN);
            assertEquals(List.of(expected.substring(i, i + 1)), painted(dots, 1, 1));
        }
    }

    @Test
    void drawsLines() {
        BrailleCanvas dots = new BrailleCanvas(2, 4);
        dots.line(0, 7, 7, 0, Ink.PLAIN);
        assertEquals(List.of("  ⡠⠊", "⡠⠊"), painted(dots, 2, 4));
        dots.line(0, 0, 7, 0, Ink.PLAIN);
        assertEquals(List.of("⠉⠉⡩⠋", "⡠⠊"), painted(dots, 2, 4));
    }

    @Test
    void keepsACellsLastInk() {
        BrailleCanvas dots = new BrailleCanvas(1, 1);
        dots.dot(0, 0, Ink.of(Hue.BLUE));
        dots.dot(1, 3, Ink.of(Hue.GREEN));
        CellCanvas canvas = new CellCanvas(1, 2);
        dots.paint(canvas, 0, 1);
        assertEquals(List.of(" \u001b[38;5;28m⢁\u001b[0m"), canvas.lines(256));
    }

    /** Against the dots of the unclipped line, one by one. */
    @Test
    void clipsLinesFromFarOutside() {
        BrailleCanvas far = new BrailleCanvas(5, 5);
        far.line(-1e12, -1e12, 1e12, 1e12, Ink.PLAIN);
        BrailleCanvas near = new BrailleCanvas(5, 5);
        near.line(0, 0, 9, 9, Ink.PLAIN);
        assertEquals(painted(near, 5, 5), painted(far, 5, 5));
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            double[] ends = random.doubles(4, -60, 60).toArray();
            BrailleCanvas clipped = new BrailleCanvas(5, 5);
            clipped.line(ends[0], ends[1], ends[2], ends[3], Ink.PLAIN);
            BrailleCanvas walked = new BrailleCanvas(5, 5);
            for (int step = 0; step <= 3000; step++) {
                double share = step / 3000.0;
                walked.dot(
                        (int) Math.rint(ends[0] + share * (ends[2] - ends[0])),
                        (int) Math.rint(ends[1] + share * (ends[3] - ends[1])),
                        Ink.PLAIN);
            }
            assertTrue(dots(clipped) >= (dots(walked) - 4) / 2 && dots(clipped) <= dots(walked) + 2);
        }
    }

    private static int dots(BrailleCanvas canvas) {
        int dots = 0;
        for (String line : painted(canvas, 5, 5)) {
            for (int i = 0; i < line.length(); i++) {
                dots += line.charAt(i) == ' ' ? 0 : Integer.bitCount(line.charAt(i) - 0x2800);
            }
        }
        return dots;
    }
}
