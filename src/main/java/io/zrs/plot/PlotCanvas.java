package io.zrs.plot;

import io.zrs.canvas.BrailleCanvas;
import io.zrs.canvas.CellCanvas;
import io.zrs.canvas.Hue;
import io.zrs.canvas.Ink;
import io.zrs.output.Columns;
import io.zrs.plot.Axis.Tick;
import java.time.ZoneId;
import java.util.List;

/** A plot of characters: lines of braille, axes, a legend. */
public final class PlotCanvas {
    private static final Ink FAINT = Ink.of(Hue.GREY);
    private static final int LEAST_COLUMNS = 24;
    private static final int LEAST_ROWS = 7;
    private static final int ROWS_OF_TICK = 3;
    private static final int COLUMNS_OF_TICK = 12;
    private static final int COLUMNS_OF_CLOCK = 16;

    /** For the marks of the series at the right end: a gap, and two with a gap between: 15 would be a number. */
    private static final int MARGIN = 4;

    private static final int BETWEEN_MARKS = 2;

    /** What belongs to the frame and is no series: its first and its last line, and the two of the time axis. */
    private static final int OTHER_ROWS = 4;

    private final Plot plot;
    private final PlotView view;
    private final ZoneId zone;
    private final CellCanvas canvas;
    private final Legend legend;
    private final int height;
    private ValueRange shown = new ValueRange(-1, 1);

    private PlotCanvas(Plot plot, PlotView view, ZoneId zone, int rows, int columns) {
        this.plot = plot;
        this.view = view;
        this.zone = zone;
        canvas = new CellCanvas(rows, columns);
        legend = new Legend(plot, columns, Math.max(1, (rows - OTHER_ROWS) / 3));
        height = rows - OTHER_ROWS - legend.rows();
    }

    /**
     * A picture.
     *
     * @param canvas the picture itself
     * @param range what its axis of values shows
     */
    public record Picture(CellCanvas canvas, ValueRange range) {}

    /**
     * What is written around a plot, without control characters.
     *
     * @param top beside the span of time
     * @param bottom at the beginning of the last line
     * @param wrong behind it: what is wrong
     */
    public record Words(String top, String bottom, String wrong) {
        /** Nothing. */
        public static final Words NONE = new Words("", "", "");
    }

    /**
     * Draws a plot.
     *
     * @param nowNanos the present, in nanoseconds since 1970
     * @param zone for the time of day
     * @param words what is written around it
     */
    public static Picture draw(
            Plot plot, PlotView view, long nowNanos, ZoneId zone, Words words, int rows, int columns) {
        PlotCanvas drawn = new PlotCanvas(plot, view, zone, rows, columns);
        if (columns < LEAST_COLUMNS || drawn.height < LEAST_ROWS - OTHER_ROWS) {
            drawn.canvas.text(0, 0, "too small to plot", Ink.PLAIN);
        } else {
            drawn.draw(nowNanos, words);
        }
        return new Picture(drawn.canvas, drawn.shown);
    }

    private void draw(long nowNanos, Words words) {
        // The labels of one range or another differ little in length: what they need is known before the columns are.
        Scene rough = Scene.of(plot, view, nowNanos, canvas.columns());
        Axis values = rough.values(view, Math.max(2, height / ROWS_OF_TICK));
        shown = values.range();
        int left = labels(values) + 1;
        int width = canvas.columns() - left - MARGIN;
        Scene scene = Scene.of(plot, view, nowNanos, width * BrailleCanvas.ACROSS);
        head(words, left, values.offset());
        verticalAxis(values, left - 1);
        horizontalAxis(scene.window(), left, width, view.end(nowNanos));
        lines(scene, values.range(), left, width);
        legend.draw(canvas, canvas.rows() - 1 - legend.rows(), scene, view, values);
        int behind = canvas.text(canvas.rows() - 1, 1, words.bottom(), FAINT);
        int at = behind == 1 ? 1 : behind + 3;
        canvas.text(canvas.rows() - 1, at, cut(words.wrong(), canvas.columns() - at), Ink.of(Hue.RED));
    }

    /** What is left out is marked. */
    private static String cut(String text, int columns) {
        if (text.codePoints().map(Columns::of).sum() <= columns) {
            return text;
        }
        if (columns < 1) {
            return "";
        }
        int end = 0;
        int width = 1;
        while (width + Columns.of(text.codePointAt(end)) <= columns) {
            width += Columns.of(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end) + "…";
    }

    private static int labels(Axis values) {
        int width = 0;
        for (Tick tick : values.ticks()) {
            width = Math.max(width, tick.label().length());
        }
        return width + 1;
    }

    private void head(Words words, int left, String offset) {
        int behind = canvas.text(0, 1, offset, Ink.PLAIN);
        String span = "last " + TimeAxis.span(view.span());
        if (view.isPaused()) {
            canvas.text(0, Math.max(left, behind + 2), " PAUSED ", Ink.PLAIN.reversed());
            span = TimeAxis.span(view.span());
        }
        String text = words.top().isEmpty() ? span : span + "  " + words.top();
        int length = text.codePoints().map(Columns::of).sum();
        canvas.text(0, Math.max(behind + 2, canvas.columns() - MARGIN - length), text, FAINT);
    }

    private void verticalAxis(Axis values, int column) {
        canvas.line(1, column, height + 1, column, FAINT);
        for (Tick tick : values.ticks()) {
            int row = row(values.range(), tick.at());
            canvas.put(row, column, '┤', FAINT);
            canvas.text(row, column - 1 - tick.label().length() + 1, tick.label(), Ink.PLAIN);
        }
    }

    private int row(ValueRange range, double value) {
        return 1 + (int) Math.rint(dot(range, value)) / BrailleCanvas.DOWN;
    }

    private double dot(ValueRange range, double value) {
        return (1 - range.share(value)) * (height * BrailleCanvas.DOWN - 1);
    }

    private void horizontalAxis(TimeWindow window, int left, int width, long end) {
        int row = height + 1;
        canvas.line(row, left - 1, row, left + width - 1, FAINT);
        canvas.put(row, left - 1, '└', FAINT);
        List<Tick> ticks = view.isClock()
                ? TimeAxis.clock(window, zone, width / COLUMNS_OF_CLOCK)
                : TimeAxis.relative(window, end, width / COLUMNS_OF_TICK);
        int free = 0;
        for (Tick tick : ticks) {
            int column = left + (int) (tick.at() / window.width() / BrailleCanvas.ACROSS);
            if (column > left + width - 1) {
                continue;
            }
            canvas.put(row, column, '┬', FAINT);
            int length = tick.label().length();
            int at = Math.max(0, Math.min(canvas.columns() - length, column - length / 2));
            if (at >= free) {
                free = canvas.text(row + 1, at, tick.label(), Ink.PLAIN) + 1;
            }
        }
    }

    private void lines(Scene scene, ValueRange range, int left, int width) {
        BrailleCanvas dots = new BrailleCanvas(height, width);
        for (int i = 0; i < scene.traces().size(); i++) {
            if (scene.shown().get(i)) {
                scene.traces().get(i).draw(new DotPen(dots, range, Ink.of(Mark.hue(i))));
            }
        }
        dots.paint(canvas, 1, left);
        for (int i = 0; i < scene.traces().size(); i++) {
            Trace trace = scene.traces().get(i);
            if (scene.shown().get(i) && !trace.isEmpty()) {
                int row = row(range, Math.max(range.low(), Math.min(range.high(), trace.last())));
                mark(
                        row,
                        left + width + 1,
                        Mark.character(i),
                        Ink.of(Mark.hue(i)).heavy());
            }
        }
    }

    /** At the end of a line, or as near as there is room. */
    private void mark(int row, int column, char mark, Ink ink) {
        for (int away = 0; away < 2 * height; away++) {
            int place = row + (away % 2 == 0 ? -away / 2 : (away + 1) / 2);
            for (int x = column; x < canvas.columns() && place >= 1 && place <= height; x += BETWEEN_MARKS) {
                if (canvas.at(place, x) == ' ') {
                    canvas.put(place, x, mark, ink);
                    return;
                }
            }
        }
    }

    /** Draws lines of dots. */
    private final class DotPen implements Trace.Pen {
        private final BrailleCanvas dots;
        private final ValueRange range;
        private final Ink ink;
        private double lastX;
        private double lastY;

        DotPen(BrailleCanvas dots, ValueRange range, Ink ink) {
            this.dots = dots;
            this.range = range;
            this.ink = ink;
        }

        @Override
        public void move(double x, double value) {
            // Also a sample alone is seen.
            lastX = x - 0.5;
            lastY = dot(range, value);
            dots.line(lastX, lastY, lastX, lastY, ink);
        }

        @Override
        public void line(double x, double value) {
            double toX = x - 0.5;
            double toY = dot(range, value);
            dots.line(lastX, lastY, toX, toY, ink);
            lastX = toX;
            lastY = toY;
        }
    }
}
