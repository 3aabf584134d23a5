package io.zrs.graph.picture;

import io.zrs.canvas.CellCanvas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a drawing of characters as people do: follows the lines from each name to where their arrows point. */
final class CanvasTrace {
    private static final String LINES = " ╵╶└╷│┌├╴┘─┴┐┤┬┼";
    private static final int[][] STEPS = {{-1, 0}, {0, 1}, {1, 0}, {0, -1}};
    private static final int RIGHT = 1;
    private static final int DOWN = 2;

    private final CellCanvas canvas;
    private final Map<String, Region> regions = new TreeMap<>();

    /** The cells of a name, or of the box around it; the sides are within. */
    private record Region(int top, int left, int bottom, int right, boolean box) {
        boolean contains(int row, int column) {
            return row >= top && row <= bottom && column >= left && column <= right;
        }
    }

    CanvasTrace(CellCanvas canvas) {
        this.canvas = canvas;
        for (int row = 0; row < canvas.rows(); row++) {
            for (int column = 0; column < canvas.columns(); column++) {
                if (isName(row, column) && !isName(row, column - 1)) {
                    name(row, column);
                }
            }
        }
    }

    private boolean isName(int row, int column) {
        int c = column < 0 || column >= canvas.columns() ? ' ' : canvas.at(row, column);
        return Character.isLetterOrDigit(c);
    }

    private void name(int row, int from) {
        StringBuilder name = new StringBuilder();
        int to = from;
        while (isName(row, to)) {
            name.appendCodePoint(canvas.at(row, to++));
        }
        Region region = new Region(row, from - 1, row, to, false);
        for (int top = row - 1; top >= 0 && !region.box(); top--) {
            for (int left = from - 1; left >= 0 && !region.box(); left--) {
                if (canvas.at(top, left) == '╭') {
                    int right = left;
                    while (canvas.at(top, right) != '╮') {
                        right++;
                    }
                    int bottom = top;
                    while (canvas.at(bottom, left) != '╰') {
                        bottom++;
                    }
                    Region box = new Region(top, left, bottom, right, true);
                    region = box.contains(row, from) ? box : region;
                }
            }
        }
        regions.put(name.toString(), region);
    }

    /** The names that its lines lead to. */
    Set<String> from(String name) {
        Region region = regions.get(name);
        Set<String> found = new TreeSet<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (int row = region.top(); row <= region.bottom(); row++) {
            if (!region.box() || canvas.at(row, region.right()) == '├') {
                leave(row, region.right() + 1, RIGHT, seen, found);
            }
        }
        for (int column = region.left(); column <= region.right(); column++) {
            if (!region.box() || canvas.at(region.bottom(), column) == '┬') {
                leave(region.bottom() + 1, column, DOWN, seen, found);
            }
        }
        return found;
    }

    private void leave(int row, int column, int heading, Set<List<Integer>> seen, Set<String> found) {
        if (isArrow(row, column, heading) || (arms(row, column) & 1 << opposite(heading)) != 0) {
            follow(row, column, heading, seen, found);
        }
    }

    private void follow(int row, int column, int heading, Set<List<Integer>> seen, Set<String> found) {
        if (!seen.add(List.of(row, column, heading))) {
            return;
        }
        for (Map.Entry<String, Region> region : regions.entrySet()) {
            if (region.getValue().contains(row, column)) {
                // Without an arrow it is where another line begins, or a text in the line.
                if (!region.getValue().box() || isArrowBefore(row, column, heading)) {
                    found.add(region.getKey());
                }
                return;
            }
        }
        int arms = arms(row, column);
        if (isArrow(row, column, heading)) {
            arms = 1 << heading;
        } else if ((arms & 1 << opposite(heading)) == 0) {
            boolean under = heading % 2 == 1 && (arms & ~0b101) == 0 && arms != 0 || isArrow(row, column, DOWN);
            arms = under ? 1 << heading : 0;
            if (!under) {
                found.add("nothing at " + row + "," + column);
            }
        }
        for (int arm = 0; arm < STEPS.length; arm++) {
            if ((arms & 1 << arm) != 0 && arm != opposite(heading)) {
                follow(row + STEPS[arm][0], column + STEPS[arm][1], arm, seen, found);
            }
        }
    }

    private boolean isArrowBefore(int row, int column, int heading) {
        return isArrow(row - STEPS[heading][0], column - STEPS[heading][1], heading);
    }

    private boolean isArrow(int row, int column, int heading) {
        return heading == RIGHT && at(row, column) == '►' || heading == DOWN && at(row, column) == '▼';
    }

    private static int opposite(int heading) {
        return (heading + 2) % 4;
    }

    private int arms(int row, int column) {
        return Math.max(0, LINES.indexOf(at(row, column)));
    }

    private int at(int row, int column) {
        boolean within = row >= 0 && row < canvas.rows() && column >= 0 && column < canvas.columns();
        return within ? canvas.at(row, column) : ' ';
    }

    /** All that is drawn, for a message. */
    static String text(CellCanvas canvas) {
        return String.join("\n", new ArrayList<>(canvas.lines(0)));
    }
}
