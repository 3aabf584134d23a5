package io.zrs.plot;

import io.zrs.canvas.CellCanvas;
import io.zrs.canvas.Hue;
import io.zrs.canvas.Ink;
import io.zrs.output.Columns;
import io.zrs.output.TerminalText;

/** The series of a plot line by line, or in several columns where there is room: mark, name, last value, least and greatest. */
final class Legend {
    /** How much room a series wants. */
    private static final int ENTRY = 66;

    private static final int MARK = 5;

    /** For a number of five digits, with a blank before it; longer ones take what they need. */
    private static final int NUMBER = 9;

    private static final int WORD = 4;
    private static final Ink FAINT = Ink.of(Hue.GREY);

    /** The least and the greatest are left out rather than more of a name. */
    private static final int LEAST_NAME = 14;

    private final Plot plot;
    private final int across;
    private final int rows;
    private final int width;
    private int number = NUMBER;
    private int step;

    /** For a canvas of so many columns, of which it takes so many rows at most. */
    Legend(Plot plot, int columns, int mostRows) {
        this.plot = plot;
        int count = Math.max(1, plot.series().size());
        int fitting = Math.max(1, columns / ENTRY);
        rows = Math.min(mostRows, (count + fitting - 1) / fitting);
        across = Math.min(fitting, (count + rows - 1) / rows);
        width = Math.min(columns, across == 1 ? columns : columns / across);
    }

    int rows() {
        return rows;
    }

    /** Draws it, with numbers as exact as this axis. */
    void draw(CellCanvas canvas, int top, Scene scene, PlotView view, Axis values) {
        step = values.exponent();
        int count = plot.series().size();
        int room = rows * across;
        number = NUMBER;
        for (int i = 0; i < Math.min(count, room); i++) {
            number = Math.max(number, longest(i, scene, view) + 1);
        }
        int name = nameWidth();
        for (int i = 0; i < Math.min(count, room); i++) {
            int row = top + i % rows;
            int column = i / rows * width;
            if (i == room - 1 && count > room) {
                canvas.text(row, column + 1, "… and " + (count - room + 1) + " more series", FAINT);
            } else {
                entry(canvas, row, column, name, i, scene, view);
            }
        }
    }

    private int longest(int index, Scene scene, PlotView view) {
        Trace trace = scene.traces().get(index);
        int longest = 0;
        if (view.shows(index) && plot.series().get(index).count() > 0) {
            longest = Magnitude.text(last(index, scene, view), step).length();
        }
        return !view.shows(index) || trace.isEmpty()
                ? longest
                : Math.max(
                        longest,
                        Math.max(
                                Magnitude.text(trace.least(), step).length(),
                                Magnitude.text(trace.most(), step).length()));
    }

    private double last(int index, Scene scene, PlotView view) {
        Trace trace = scene.traces().get(index);
        return view.isPaused() && !trace.isEmpty()
                ? trace.last()
                : plot.series().get(index).last();
    }

    /** The last value, the least and the greatest, with their words. */
    private int numbers() {
        return 3 * number + 2 * WORD;
    }

    private boolean isWide() {
        return width >= MARK + LEAST_NAME + 1 + numbers();
    }

    private int nameWidth() {
        int longest = 0;
        for (Series series : plot.series()) {
            longest = Math.max(longest, columns(TerminalText.line(series.name())));
        }
        return Math.max(1, Math.min(longest, width - MARK - (isWide() ? numbers() : number) - 1));
    }

    private static int columns(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private void entry(CellCanvas canvas, int row, int column, int name, int index, Scene scene, PlotView view) {
        Series series = plot.series().get(index);
        boolean shown = view.shows(index);
        Ink ink = shown ? Ink.of(Mark.hue(index)) : FAINT;
        canvas.put(row, column + 1, Mark.character(index), ink.heavy());
        canvas.text(row, column + 2, shown ? "──" : "  ", ink);
        canvas.text(row, column + MARK, fitting(TerminalText.line(series.name()), name), shown ? Ink.PLAIN : FAINT);
        int at = column + MARK + name + 1;
        Trace trace = scene.traces().get(index);
        if (!shown) {
            canvas.text(row, at + 1, "hidden", FAINT);
        } else if (series.count() == 0) {
            canvas.text(row, at + 1, "no number yet", FAINT);
        } else {
            number(canvas, row, at, last(index, scene, view), Ink.PLAIN.heavy());
            if (!trace.isEmpty() && isWide()) {
                canvas.text(row, at + number, " min", FAINT);
                number(canvas, row, at + number + WORD, trace.least(), Ink.PLAIN);
                canvas.text(row, at + 2 * number + WORD, " max", FAINT);
                number(canvas, row, at + 2 * number + 2 * WORD, trace.most(), Ink.PLAIN);
            }
        }
    }

    private void number(CellCanvas canvas, int row, int column, double value, Ink ink) {
        String text = Magnitude.text(value, step);
        canvas.text(row, column + Math.max(0, number - text.length()), text, ink);
    }

    /** The end of a name is what tells it from others. */
    private static String fitting(String name, int width) {
        if (columns(name) <= width) {
            return name;
        }
        String end = name;
        while (columns(end) > width - 1) {
            end = end.substring(Character.charCount(end.codePointAt(0)));
        }
        return "…" + end;
    }
}
