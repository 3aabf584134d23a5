package io.zrs.top;

import io.zrs.canvas.Hue;
import io.zrs.canvas.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A table that is sorted and filtered, and in which one row is selected. For one thread. */
final class Table<R> {
    private final List<Column<R>> columns;
    private final List<String> givenUp;
    private final Function<R, ?> identity;
    private final Function<R, String> searched;
    private List<R> all = List.of();
    private List<R> rows = List.of();
    private String filter = "";
    private int sort;
    private boolean reversed;
    private Object selected;
    private int index;
    private int first;
    private int page = 1;

    /**
     * An empty one, sorted by its first column.
     *
     * @param givenUp the names of columns that go first where there is no room
     * @param identity what tells a row from others from reading to reading
     * @param searched what a filter looks into
     */
    Table(List<Column<R>> columns, List<String> givenUp, Function<R, ?> identity, Function<R, String> searched) {
        this.columns = columns;
        this.givenUp = givenUp;
        this.identity = identity;
        this.searched = searched;
    }

    void set(List<R> newRows) {
        all = newRows;
        arrange();
    }

    void filter(String text) {
        filter = text.toLowerCase(Locale.ROOT);
        arrange();
    }

    /** Sorts by the column of that name; returns whether there is one. */
    boolean sortBy(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                sort = i;
                arrange();
                return true;
            }
        }
        return false;
    }

    /** Sorts by the next column to the right, or by one to the left. */
    void sortNext(int step) {
        sort = Math.floorMod(sort + step, columns.size());
        arrange();
    }

    void reverse() {
        reversed = !reversed;
        arrange();
    }

    /** How it is sorted, in words. */
    String order() {
        return columns.get(sort).name() + (reversed ? ", reversed" : "");
    }

    /** The selected row stays on what it is, wherever that has gone. */
    private void arrange() {
        List<R> found = new ArrayList<>();
        for (R row : all) {
            if (searched.apply(row).toLowerCase(Locale.ROOT).contains(filter)) {
                found.add(row);
            }
        }
        Comparator<R> order = columns.get(sort).order();
        found.sort((reversed ? order.reversed() : order)
                .thenComparing(columns.get(0).order()));
        rows = found;
        for (int i = 0; i < rows.size() && selected != null; i++) {
            if (identity.apply(rows.get(i)).equals(selected)) {
                index = i;
            }
        }
        index = Math.max(0, Math.min(index, rows.size() - 1));
    }

    /** Selects the row so many below, or above. */
    void move(int by) {
        long wanted = (long) index + by;
        index = (int) Math.max(0, Math.min(wanted, rows.size() - 1));
        selected = rows.isEmpty() ? null : identity.apply(rows.get(index));
    }

    /** Selects the first row, whichever that is from now on. */
    void home() {
        index = 0;
        selected = null;
    }

    void end() {
        move(Integer.MAX_VALUE);
    }

    /** How many rows were drawn at last. */
    int page() {
        return page;
    }

    Optional<R> selected() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(index));
    }

    /** The rows in order. */
    List<R> rows() {
        return rows;
    }

    /** How many there are without the filter. */
    int size() {
        return all.size();
    }

    /** Draws headers and as many rows as have room; {@code focused} shows which is selected. */
    void draw(Pen pen, int top, int height, boolean focused) {
        page = Math.max(1, height - 1);
        first = Math.max(0, Math.min(first, rows.size() - page));
        first = Math.min(first, index);
        first = Math.max(first, index - page + 1);
        List<R> shown = rows.subList(Math.min(first, rows.size()), Math.min(first + page, rows.size()));
        ColumnFit<R> fit =
                ColumnFit.of(markedColumns(), givenUp, rows, pen.canvas().columns());
        headers(pen, top, fit);
        for (int i = 0; i < shown.size() && i < height - 1; i++) {
            row(pen, top + 1 + i, shown.get(i), fit, focused && first + i == index);
        }
        if (rows.isEmpty() && height > 1) {
            pen.text(top + 1, 0, all.isEmpty() ? "none" : "none with '" + filter + "'", Ink.of(Hue.GREY));
        }
    }

    private List<Column<R>> markedColumns() {
        List<Column<R>> marked = new ArrayList<>(columns);
        marked.set(sort, columns.get(sort).marked(reversed ? "▲" : "▼"));
        return marked;
    }

    private void headers(Pen pen, int row, ColumnFit<R> fit) {
        Ink ink = Ink.PLAIN.reversed();
        pen.fill(row, 0, pen.canvas().columns(), ink);
        int column = 0;
        for (int i = 0; i < fit.columns().size(); i++) {
            Column<R> one = fit.columns().get(i);
            boolean sorted = one.name().equals(columns.get(sort).name());
            int width = fit.widths().get(i);
            pen.cell(row, column, width, one.right(), one.header(), sorted ? ink.heavy() : ink);
            column += width + fit.gap();
        }
    }

    private void row(Pen pen, int row, R value, ColumnFit<R> fit, boolean marked) {
        if (marked) {
            pen.fill(row, 0, pen.canvas().columns(), Ink.PLAIN.reversed());
        }
        int column = 0;
        for (int i = 0; i < fit.columns().size(); i++) {
            Column<R> one = fit.columns().get(i);
            int width = fit.widths().get(i);
            Ink ink = marked ? Ink.PLAIN.reversed() : one.ink().apply(value);
            pen.cell(row, column, width, one.right(), one.text().of(value, width), ink);
            column += width + fit.gap();
        }
    }
}
