package io.zrs.top;

import io.zrs.canvas.CellCanvas;
import io.zrs.canvas.Hue;
import io.zrs.canvas.Ink;
import io.zrs.output.Columns;

/**
 * Writes on a canvas; all in grey if what is written is no longer so.
 *
 * @param canvas where to
 * @param stale whether it is no longer so
 */
record Pen(CellCanvas canvas, boolean stale) {
    private static final String ELLIPSIS = "…";

    /** Writes text; returns the column behind it. */
    int text(int row, int column, String text, Ink ink) {
        return canvas.text(row, column, text, stale ? new Ink(Hue.GREY, false, ink.reverse()) : ink);
    }

    /** Writes text at the right end of its columns, or at their left end. */
    void cell(int row, int column, int width, boolean right, String text, Ink ink) {
        int free = width - width(text);
        text(row, column + (right ? Math.max(0, free) : 0), text, ink);
    }

    /** Fills the columns of a row from here on with the ink's background. */
    void fill(int row, int column, int to, Ink ink) {
        if (to > column) {
            text(row, column, " ".repeat(to - column), ink);
        }
    }

    /** How many columns a text takes. */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += Columns.of(text.codePointAt(i));
        }
        return width;
    }

    /** The text, or as much of its end as there is room for: names that begin alike differ there. */
    static String endOf(String text, int room) {
        int left = width(text);
        if (left <= room) {
            return text;
        }
        int at = 0;
        while (at < text.length() && left > room - 1) {
            left -= Columns.of(text.codePointAt(at));
            at += Character.charCount(text.codePointAt(at));
        }
        return room < 1 ? "" : ELLIPSIS + text.substring(at);
    }

    /** The text, or as much of its beginning as there is room for. */
    static String beginningOf(String text, int room) {
        if (width(text) <= room) {
            return text;
        }
        int width = 0;
        int at = 0;
        while (at < text.length() && width + Columns.of(text.codePointAt(at)) <= room - 1) {
            width += Columns.of(text.codePointAt(at));
            at += Character.charCount(text.codePointAt(at));
        }
        return room < 1 ? "" : text.substring(0, at) + ELLIPSIS;
    }
}
