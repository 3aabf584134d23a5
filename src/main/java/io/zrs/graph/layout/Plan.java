package io.zrs.graph.layout;

import java.util.List;

/**
 * What is to be placed.
 *
 * @param manner how
 * @param boxes what lines connect
 * @param lines between boxes, from the one to the other
 */
public record Plan(Manner manner, List<Box> boxes, List<Line> lines) {
    /** Copies the lists. */
    public Plan {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /** How boxes are placed and lines run. */
    public enum Manner {
        /** From left to right, in points, by curves. */
        CURVES_RIGHT,
        /** The same from the top down. */
        CURVES_DOWN,
        /** From left to right, in cells of characters, by lines along the axes. */
        CELLS_RIGHT,
        /** The same from the top down. */
        CELLS_DOWN;

        /** Whether boxes and lines are in cells, and lines along the axes. */
        public boolean isOfCells() {
            return this == CELLS_RIGHT || this == CELLS_DOWN;
        }

        /** Whether lines run to the right, not down. */
        public boolean isRight() {
            return this == CURVES_RIGHT || this == CELLS_RIGHT;
        }
    }

    /**
     * A box.
     *
     * @param shared whether all lines that come begin as one, as do all that go; of cells only
     */
    public record Box(double width, double height, boolean shared) {}

    /**
     * A line between the boxes at two places of the list.
     *
     * @param width of what is written at it, 0 for nothing; of cells, boxes take that place
     * @param height likewise
     */
    public record Line(int from, int to, double width, double height) {}
}
