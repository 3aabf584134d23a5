package io.zrs.graph.picture;

import io.zrs.canvas.CellCanvas;
import io.zrs.canvas.Ink;
import java.util.ArrayList;
import java.util.List;

/** Lines of coloured pieces, in which columns stand below each other within a block of lines. */
final class OutlineLines {
    /** So much a longer name may be pushed back by the longest of its block. */
    private static final int WIDEST = 60;

    private static final int GAP = 2;

    private final List<List<Piece>> lines = new ArrayList<>();
    private int block;

    /** {@code stop}: whether what follows it stands in a column. */
    private record Piece(String text, Ink ink, boolean stop) {}

    void begin() {
        lines.add(new ArrayList<>());
    }

    /** Adds text without control characters to the last line. */
    void add(String text, Ink ink) {
        if (!text.isEmpty()) {
            last().add(new Piece(text, ink, false));
        }
    }

    /** What is added next begins a column. */
    void align() {
        last().add(new Piece("", Ink.PLAIN, true));
    }

    private List<Piece> last() {
        return lines.get(lines.size() - 1);
    }

    /** Puts the columns of the lines since the last block below each other. */
    void endBlock() {
        List<List<Piece>> part = lines.subList(block, lines.size());
        boolean more = true;
        while (more) {
            more = false;
            int widest = 0;
            for (List<Piece> line : part) {
                int width = beforeStop(line);
                if (width >= 0) {
                    more = true;
                    widest = Math.max(widest, Math.min(width, WIDEST));
                }
            }
            for (List<Piece> line : part) {
                fill(line, widest);
            }
        }
        block = lines.size();
    }

    /** How wide a line is up to its first stop; -1 without one. */
    private static int beforeStop(List<Piece> line) {
        int width = 0;
        for (Piece piece : line) {
            if (piece.stop) {
                return width;
            }
            width += CellText.width(piece.text);
        }
        return -1;
    }

    private static void fill(List<Piece> line, int widest) {
        int width = beforeStop(line);
        for (int i = 0; width >= 0 && i < line.size(); i++) {
            if (line.get(i).stop) {
                line.set(i, new Piece(" ".repeat(Math.max(0, widest - width) + GAP), Ink.PLAIN, false));
                return;
            }
        }
    }

    CellCanvas canvas() {
        int columns = 1;
        for (List<Piece> line : lines) {
            int width = 0;
            for (Piece piece : line) {
                width += CellText.width(piece.text);
            }
            columns = Math.max(columns, width);
        }
        CellCanvas canvas = new CellCanvas(Math.max(1, lines.size()), columns);
        for (int row = 0; row < lines.size(); row++) {
            int column = 0;
            for (Piece piece : lines.get(row)) {
                column = canvas.text(row, column, piece.text, piece.ink);
            }
        }
        return canvas;
    }
}
