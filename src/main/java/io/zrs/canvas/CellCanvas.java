package io.zrs.canvas;

import io.zrs.output.Columns;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A grid of character cells. What does not fit is cut off; what is drawn later covers what was there, but for lines, which
 * join. Not for threads in parallel.
 */
public final class CellCanvas {
    private static final int BLANK = ' ';

    /** The right half of a wide character. */
    private static final int COVERED = -1;

    private final int rows;
    private final int columns;
    private final int[] cells;
    private final Ink[] inks;

    /** An empty canvas; both sides at least 1. */
    public CellCanvas(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        cells = new int[rows * columns];
        inks = new Ink[rows * columns];
        Arrays.fill(cells, BLANK);
        Arrays.fill(inks, Ink.PLAIN);
    }

    /** Its height. */
    public int rows() {
        return rows;
    }

    /** Its width. */
    public int columns() {
        return columns;
    }

    /** What is in a cell: a code point, a blank, or -1 for the right half of a wide one. */
    public int at(int row, int column) {
        return cells[row * columns + column];
    }

    /** Puts one printable character; outside of the canvas, and for a wide one half outside, nothing happens. */
    public void put(int row, int column, int codePoint, Ink ink) {
        int width = Columns.of(codePoint);
        if (row < 0 || row >= rows || column < 0 || width == 0 || column + width > columns) {
            return;
        }
        release(row, column);
        set(row, column, codePoint, ink);
        if (width == 2) {
            release(row, column + 1);
            set(row, column + 1, COVERED, ink);
        }
    }

    /** A wide character that loses a half is gone. */
    private void release(int row, int column) {
        if (at(row, column) == COVERED) {
            set(row, column - 1, BLANK, Ink.PLAIN);
        }
        if (column + 1 < columns && at(row, column + 1) == COVERED) {
            set(row, column + 1, BLANK, Ink.PLAIN);
        }
    }

    private void set(int row, int column, int codePoint, Ink ink) {
        cells[row * columns + column] = codePoint;
        inks[row * columns + column] = ink;
    }

    /**
     * Writes text from left to right. A letter and its accent become the one character that Unicode has for them; an accent
     * beyond those is left out, as a cell holds one character.
     *
     * @param written without control characters
     * @return the column behind it, which may be outside
     */
    public int text(int row, int column, String written, Ink ink) {
        String text = composed(written);
        int at = column;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            put(row, at, codePoint, ink);
            at += Columns.of(codePoint);
        }
        return at;
    }

    private static String composed(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Columns.of(text.codePointAt(i)) == 0) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /**
     * Draws a line from cell to cell, middle to middle, which joins lines that are there already.
     *
     * @param fromRow its beginning; the same row or the same column as its end
     */
    public void line(int fromRow, int fromColumn, int toRow, int toColumn, Ink ink) {
        int down = Integer.signum(toRow - fromRow);
        int right = Integer.signum(toColumn - fromColumn);
        int row = fromRow;
        int column = fromColumn;
        while (row != toRow || column != toColumn) {
            join(row, column, LineArt.arm(down, right), ink);
            row += down;
            column += right;
            join(row, column, LineArt.arm(-down, -right), ink);
        }
    }

    private void join(int row, int column, int arms, Ink ink) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            return;
        }
        put(row, column, LineArt.character(LineArt.arms(at(row, column)) | arms), ink);
    }

    /**
     * Copies a part of another canvas to the left side of this one, as wide as both have it; what was there is gone.
     *
     * @param fromRow the part's first row, 0 or more, as is its first column
     * @param toRow where it goes
     * @param height how many rows it has at most
     */
    public void copy(CellCanvas other, int fromRow, int fromColumn, int toRow, int height) {
        for (int row = 0; row < Math.min(height, other.rows - fromRow); row++) {
            for (int column = 0; column < Math.min(columns, other.columns - fromColumn); column++) {
                int codePoint = other.at(fromRow + row, fromColumn + column);
                if (codePoint != COVERED) {
                    put(toRow + row, column, codePoint, other.ink(fromRow + row, fromColumn + column));
                }
            }
        }
    }

    private Ink ink(int row, int column) {
        return inks[row * columns + column];
    }

    /** Draws the outline of a box and clears what is inside; both sides at least 2. */
    public void box(int row, int column, int height, int width, boolean round, Ink ink) {
        for (int y = row; y < row + height; y++) {
            for (int x = column; x < column + width; x++) {
                put(y, x, BLANK, Ink.PLAIN);
            }
        }
        int bottom = row + height - 1;
        int right = column + width - 1;
        line(row, column, row, right, ink);
        line(bottom, column, bottom, right, ink);
        line(row, column, bottom, column, ink);
        line(row, right, bottom, right, ink);
        if (round) {
            put(row, column, '╭', ink);
            put(row, right, '╮', ink);
            put(bottom, column, '╰', ink);
            put(bottom, right, '╯', ink);
        }
    }

    /**
     * The canvas for a terminal, a line each row, without blanks at their ends; a line that has ink ends with a reset.
     *
     * @param colours how many the terminal may show: 0, 8 or 256
     */
    public List<String> lines(int colours) {
        List<String> lines = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            lines.add(line(row, colours));
        }
        return lines;
    }

    /** The column behind the last one of a row that shows anything; what is behind it is not in {@link #lines}. */
    public int end(int row) {
        int end = columns;
        while (end > 0 && at(row, end - 1) == BLANK && !ink(row, end - 1).reverse()) {
            end--;
        }
        return end;
    }

    private String line(int row, int colours) {
        int end = end(row);
        StringBuilder line = new StringBuilder();
        String set = "";
        for (int column = 0; column < end; column++) {
            int codePoint = at(row, column);
            if (codePoint == COVERED) {
                continue;
            }
            Ink ink = ink(row, column);
            String wanted = codePoint == BLANK && !ink.reverse() ? "" : ink.sequence(colours);
            if (!wanted.equals(set)) {
                line.append(set.isEmpty() ? "" : "\u001b[0m").append(wanted);
                set = wanted;
            }
            line.appendCodePoint(codePoint);
        }
        return line.append(set.isEmpty() ? "" : "\u001b[0m").toString();
    }
}
