package io.zrs.top;

import io.zrs.canvas.Ink;
import java.util.ArrayList;
import java.util.List;

/** Lines of text with ink, of which as many are shown as there is room for. */
final class Page {
    private final List<List<Piece>> lines = new ArrayList<>();

    private record Piece(String text, Ink ink) {}

    /** Begins a line. */
    Page line() {
        lines.add(new ArrayList<>());
        return this;
    }

    /** Adds to the line, text that is harmless to a terminal. */
    Page add(String text, Ink ink) {
        lines.get(lines.size() - 1).add(new Piece(text, ink));
        return this;
    }

    /** Adds to the line, without ink. */
    Page add(String text) {
        return add(text, Ink.PLAIN);
    }

    /** Adds to the line, filled up with blanks to a width, or cut to it. */
    Page pad(String text, int width, Ink ink) {
        String fitting = Pen.endOf(text, width);
        return add(fitting + " ".repeat(width - Pen.width(fitting)), ink);
    }

    /** Adds to the line, with blanks before it. */
    Page right(String text, int width, Ink ink) {
        return add(" ".repeat(Math.max(0, width - Pen.width(text))) + text, ink);
    }

    int size() {
        return lines.size();
    }

    /** How wide the widest line is, at least 1. */
    int width() {
        int widest = 1;
        for (List<Piece> line : lines) {
            int width = 0;
            for (Piece piece : line) {
                width += Pen.width(piece.text());
            }
            widest = Math.max(widest, width);
        }
        return widest;
    }

    /** Draws the lines from {@code first} on. */
    void draw(Pen pen, int top, int height, int first) {
        for (int i = 0; i < height && first + i < lines.size(); i++) {
            int column = 0;
            for (Piece piece : lines.get(first + i)) {
                column = pen.text(top + i, column, piece.text(), piece.ink());
            }
        }
    }
}
