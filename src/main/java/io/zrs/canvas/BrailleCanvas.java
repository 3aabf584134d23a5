package io.zrs.canvas;

/**
 * Dots of braille: two to the right and four down in each cell. Lines are clipped at the edges. A cell has one ink, that of
 * what was drawn in it last. Not for threads in parallel.
 */
public final class BrailleCanvas {
    /** How many dots a cell has beside each other. */
    public static final int ACROSS = 2;

    /** How many dots a cell has above each other. */
    public static final int DOWN = 4;

    private static final int BLANK = 0x2800;

    /** By row and column of a cell's dots, as Unicode has them. */
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    /** What is so far beyond the middle of the outermost dots is still theirs. */
    private static final double EDGE = 0.49;

    private final int rows;
    private final int columns;
    private final int[] bits;
    private final Ink[] inks;

    /** Without a dot; both sides, in cells, at least 1. */
    public BrailleCanvas(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        bits = new int[rows * columns];
        inks = new Ink[rows * columns];
    }

    /** How many dots there are beside each other. */
    public int width() {
        return columns * ACROSS;
    }

    /** How many dots there are above each other. */
    public int height() {
        return rows * DOWN;
    }

    /** Sets a dot, counted from the left and from above; nothing happens outside. */
    public void dot(int x, int y, Ink ink) {
        if (x < 0 || y < 0 || x >= width() || y >= height()) {
            return;
        }
        int cell = y / DOWN * columns + x / ACROSS;
        bits[cell] |= BITS[y % DOWN][x % ACROSS];
        inks[cell] = ink;
    }

    /** Draws a straight line; its ends, in dots, may be far outside. */
    public void line(double fromX, double fromY, double toX, double toY, Ink ink) {
        double[] part = {0, 1};
        double right = toX - fromX;
        double down = toY - fromY;
        boolean seen = clip(-right, fromX + EDGE, part)
                && clip(right, width() - 1 + EDGE - fromX, part)
                && clip(-down, fromY + EDGE, part)
                && clip(down, height() - 1 + EDGE - fromY, part);
        if (seen) {
            draw(fromX + part[0] * right, fromY + part[0] * down, fromX + part[1] * right, fromY + part[1] * down, ink);
        }
    }

    /** One edge as Liang and Barsky clip at it: {@code part} is what of the line is left, from 0 to 1. */
    private static boolean clip(double outwards, double room, double[] part) {
        if (outwards == 0) {
            return room >= 0;
        }
        double at = room / outwards;
        if (outwards < 0) {
            part[0] = Math.max(part[0], at);
        } else {
            part[1] = Math.min(part[1], at);
        }
        return part[0] <= part[1];
    }

    private void draw(double fromX, double fromY, double toX, double toY, Ink ink) {
        int steps = (int)
                Math.max(Math.abs(Math.rint(toX) - Math.rint(fromX)), Math.abs(Math.rint(toY) - Math.rint(fromY)));
        for (int i = 0; i <= steps; i++) {
            double share = steps == 0 ? 0 : (double) i / steps;
            dot((int) Math.rint(fromX + share * (toX - fromX)), (int) Math.rint(fromY + share * (toY - fromY)), ink);
        }
    }

    /** Puts the cells that have dots on a canvas, the upper left one at a place. */
    public void paint(CellCanvas canvas, int row, int column) {
        for (int cell = 0; cell < bits.length; cell++) {
            if (bits[cell] != 0) {
                canvas.put(row + cell / columns, column + cell % columns, BLANK + bits[cell], inks[cell]);
            }
        }
    }
}
