package io.zrs.graph.picture;

import io.zrs.canvas.CellCanvas;
import io.zrs.canvas.Ink;
import io.zrs.canvas.LineArt;
import java.util.Arrays;

/**
 * Lines of characters that belong to nets. Lines of one net join where they meet ({@code ┼}); where those of two cross, the
 * horizontal one goes under the vertical one and has a gap ({@code ─│─}), so that nobody follows the wrong one.
 */
final class Wires {
    private static final int NONE = -1;
    private static final int VERTICAL = LineArt.UP | LineArt.DOWN;

    private final CellCanvas canvas;
    private final int[] nets;
    private final int[] arms;
    private final int[] others;
    private final int[] otherArms;
    private final boolean[] heavy;
    private final Ink[] inks;
    private final Ink[] otherInks;

    Wires(CellCanvas canvas) {
        this.canvas = canvas;
        int size = canvas.rows() * canvas.columns();
        nets = new int[size];
        arms = new int[size];
        others = new int[size];
        otherArms = new int[size];
        heavy = new boolean[size];
        inks = new Ink[size];
        otherInks = new Ink[size];
        Arrays.fill(nets, NONE);
        Arrays.fill(others, NONE);
    }

    /** Adds a line from cell to cell, in the same row or column. */
    void line(int net, Cell from, Cell to, boolean isHeavy, Ink ink) {
        int down = Integer.signum(to.row() - from.row());
        int right = Integer.signum(to.column() - from.column());
        Cell at = from;
        while (!at.equals(to)) {
            join(net, at, LineArt.arm(down, right), isHeavy, ink);
            at = new Cell(at.row() + down, at.column() + right);
            join(net, at, LineArt.arm(-down, -right), isHeavy, ink);
        }
    }

    /** A cell of the canvas. */
    record Cell(int row, int column) {}

    /** Adds one arm. */
    void join(int net, Cell cell, int arm, boolean isHeavy, Ink ink) {
        if (cell.row() < 0 || cell.row() >= canvas.rows() || cell.column() < 0 || cell.column() >= canvas.columns()) {
            return;
        }
        int at = cell.row() * canvas.columns() + cell.column();
        if (nets[at] == NONE || nets[at] == net) {
            nets[at] = net;
            arms[at] |= arm;
            inks[at] = isHeavy || inks[at] == null ? ink : inks[at];
            heavy[at] |= isHeavy;
        } else {
            others[at] = net;
            otherArms[at] |= arm;
            otherInks[at] = ink;
            heavy[at] |= isHeavy;
        }
    }

    /** Puts them on the canvas. */
    void draw() {
        for (int row = 0; row < canvas.rows(); row++) {
            for (int column = 0; column < canvas.columns(); column++) {
                int at = row * canvas.columns() + column;
                if (nets[at] != NONE) {
                    draw(row, column, at);
                }
            }
        }
    }

    private void draw(int row, int column, int at) {
        int shown = arms[at];
        Ink ink = inks[at];
        if (others[at] != NONE) {
            boolean over = (arms[at] & ~VERTICAL) == 0;
            boolean under = (otherArms[at] & ~VERTICAL) == 0;
            if (over != under) {
                shown = over ? arms[at] : otherArms[at];
                ink = over ? inks[at] : otherInks[at];
            } else {
                shown |= otherArms[at];
            }
        }
        canvas.put(row, column, heavy[at] ? LineArt.heavy(shown) : LineArt.character(shown), ink);
    }
}
