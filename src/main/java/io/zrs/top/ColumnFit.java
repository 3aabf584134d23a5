package io.zrs.top;

import java.util.ArrayList;
import java.util.List;

/**
 * Which columns a table has, and how wide they are, in the room that there is.
 *
 * @param columns from left to right
 * @param widths of each
 * @param gap between two
 */
record ColumnFit<R>(List<Column<R>> columns, List<Integer> widths, int gap) {
    private static final int WIDEST_GAP = 2;

    /**
     * Finds them. The first column is never given up; it is narrower where it would be alone.
     *
     * @param givenUp the names of the columns that go first
     */
    static <R> ColumnFit<R> of(List<Column<R>> all, List<String> givenUp, List<R> rows, int room) {
        List<Column<R>> columns = new ArrayList<>(all);
        for (String name : givenUp) {
            if (least(columns) > room) {
                columns.removeIf(column -> column.name().equals(name));
            }
        }
        int left = room - least(columns);
        List<Integer> widths = new ArrayList<>();
        for (Column<R> column : columns) {
            int wanted = column.most() == column.width() ? column.width() : wanted(column, rows);
            int more = Math.max(Math.min(0, left), Math.min(left, wanted - column.width()));
            widths.add(column.width() + more);
            left -= more;
        }
        int gap = left >= columns.size() - 1 ? WIDEST_GAP : 1;
        return new ColumnFit<>(columns, widths, gap);
    }

    private static <R> int wanted(Column<R> column, List<R> rows) {
        return Math.min(column.most(), column.widest(rows, Pen::width));
    }

    private static <R> int least(List<Column<R>> columns) {
        int least = columns.size() - 1;
        for (Column<R> column : columns) {
            least += column.width();
        }
        return least;
    }
}
