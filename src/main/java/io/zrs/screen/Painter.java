package io.zrs.screen;

import io.zrs.canvas.CellCanvas;
import java.util.List;

/** Turns canvases into what has to be written so that a terminal shows each in place of the one before. */
final class Painter {
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";
    private static final String CLEAR_ALL = "\u001b[H\u001b[2J";

    private final int colours;
    private List<String> shown = List.of();
    private boolean anew = true;

    Painter(int colours) {
        this.colours = colours;
    }

    int colours() {
        return colours;
    }

    /** Nothing is known any more of what the terminal shows. */
    void forget() {
        anew = true;
    }

    /** What to write, lines that are as they were left alone; the rest of a line is cleared only behind what is new in it. */
    String frame(CellCanvas canvas, int rows, int columns) {
        List<String> lines = canvas.lines(colours);
        StringBuilder frame = new StringBuilder(anew ? CLEAR_ALL : "");
        for (int row = 0; row < Math.min(lines.size(), rows); row++) {
            String before = !anew && row < shown.size() ? shown.get(row) : "";
            if (!lines.get(row).equals(before)) {
                line(frame, row, lines.get(row), canvas.end(row) < columns);
            }
        }
        for (int row = lines.size(); !anew && row < Math.min(shown.size(), rows); row++) {
            line(frame, row, "", true);
        }
        shown = lines;
        anew = false;
        return frame.toString();
    }

    /** Behind the last column there is nothing to clear, and the sequence would clear that column. */
    private static void line(StringBuilder frame, int row, String line, boolean clear) {
        frame.append("\u001b[").append(row + 1).append(";1H").append(line).append(clear ? CLEAR_REST_OF_LINE : "");
    }
}
