package io.zrs.plot;

import io.zrs.drawing.Colour;
import io.zrs.drawing.Drawing;
import io.zrs.drawing.Figure;
import io.zrs.drawing.Figure.Anchor;
import io.zrs.drawing.Point;
import io.zrs.drawing.Stroke;
import io.zrs.drawing.TextWidth;
import io.zrs.output.TerminalText;
import io.zrs.plot.Axis.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plot as a picture: dark on white, a grid, a legend below. A line covers every sample, spikes included. */
public final class PlotDrawing {
    private static final Colour INK = new Colour(0x222222);
    private static final Colour FAINT = new Colour(0x767676);
    private static final Stroke GRID = new Stroke(new Colour(0xdddddd), 0.75);
    private static final Stroke FRAME = new Stroke(new Colour(0x999999), 1);
    private static final double SIZE = 12;

    /** A letter's width at that size is little more than this, whatever the font. */
    private static final double LETTER = 7.4;

    private static final double TOP = 40;
    private static final double RIGHT = 44;
    private static final double ROW = 18;
    private static final double BELOW = 34;
    private static final double ENTRY = 430;

    /** Where a series's name begins in the legend. */
    private static final double NAME = 44;

    private static final double GAP = 12;
    private static final double LINE = 1.4;
    private static final double TICK_ACROSS = 110;
    private static final double TICK_DOWN = 50;
    private static final double LEAST_HEIGHT = 60;
    private static final double LEAST_WIDTH = 200;

    private final Plot plot;
    private final PlotView view;
    private final double width;
    private final double height;
    private int across;
    private double bottom;
    private final List<Figure> figures = new ArrayList<>();

    private PlotDrawing(Plot plot, PlotView view, double width, double height) {
        this.plot = plot;
        this.view = view;
        this.width = width;
        this.height = height;
        arrange(ENTRY);
    }

    /** Makes room for a legend of entries so wide. */
    private void arrange(double entry) {
        across = (int) Math.max(1, width / entry);
        int rows = (plot.series().size() + across - 1) / across;
        bottom = Math.max(TOP + LEAST_HEIGHT, height - BELOW - rows * ROW);
    }

    /**
     * Draws a plot.
     *
     * @param nowNanos the right edge of a view that follows, in nanoseconds since 1970
     * @param originNanos the moment that is 0 on the axis of time
     * @param title what is written above
     * @param width the picture's width in points; little less than 200 is taken for 200
     * @param height its height in points
     */
    public static Drawing draw(
            Plot plot, PlotView view, long nowNanos, long originNanos, String title, double width, double height) {
        PlotDrawing drawn = new PlotDrawing(plot, view, Math.max(LEAST_WIDTH, width), Math.max(1, height));
        drawn.draw(nowNanos, originNanos, TerminalText.line(title));
        return new Drawing(TerminalText.line(title), drawn.width, drawn.height, Colour.WHITE, drawn.figures);
    }

    private void draw(long nowNanos, long originNanos, String title) {
        Scene rough = Scene.of(plot, view, nowNanos, (int) width);
        double entry = ENTRY;
        int resolution = values(rough).exponent();
        for (int i = 0; i < plot.series().size(); i++) {
            entry = Math.max(entry, NAME + TextWidth.of(entry(rough, i, resolution), SIZE, false) + GAP);
        }
        arrange(entry);
        Axis values = values(rough);
        double left = left(values);
        int columns = (int) (width - RIGHT - left);
        Scene scene = Scene.of(plot, view, nowNanos, columns);
        text(title, left, TOP - 16, true, Anchor.START, INK);
        text(values.offset(), left + columns, TOP - 16, false, Anchor.END, FAINT);
        List<Figure> grid = new ArrayList<>();
        for (Tick tick : values.ticks()) {
            double y = y(values.range(), tick.at());
            grid.add(line(left, y, left + columns, y, GRID));
            text(tick.label(), left - 8, y + SIZE / 3, false, Anchor.END, INK);
        }
        for (Tick tick : TimeAxis.relative(scene.window(), originNanos, (int) (columns / TICK_ACROSS) + 1)) {
            double x = left + tick.at() / scene.window().width();
            grid.add(line(x, TOP, x, bottom, GRID));
            text(tick.label(), x, bottom + SIZE + 6, false, Anchor.MIDDLE, INK);
        }
        figures.add(new Figure.Group("", "grid", "", grid));
        lines(scene, values.range(), left, columns);
        figures.add(new Figure.Box(left, TOP, columns, bottom - TOP, 0, Optional.empty(), Optional.of(FRAME)));
        for (int i = 0; i < plot.series().size(); i++) {
            legend(scene, i, left, entry, values.exponent());
        }
    }

    private Axis values(Scene scene) {
        return scene.values(view, (int) Math.max(2, (bottom - TOP) / TICK_DOWN));
    }

    private static double left(Axis values) {
        int letters = 1;
        for (Tick tick : values.ticks()) {
            letters = Math.max(letters, tick.label().length());
        }
        return Math.ceil(letters * LETTER + 20);
    }

    private double y(ValueRange range, double value) {
        return TOP + (1 - range.share(value)) * (bottom - TOP);
    }

    private static Figure line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
        return new Figure.Polyline(List.of(new Point(fromX, fromY), new Point(toX, toY)), stroke);
    }

    private void text(String text, double x, double y, boolean bold, Anchor anchor, Colour colour) {
        if (!text.isEmpty()) {
            figures.add(new Figure.Text(text, x, y, SIZE, bold, anchor, colour));
        }
    }

    private void lines(Scene scene, ValueRange range, double left, int columns) {
        double[] free = new double[plot.series().size()];
        int marks = 0;
        for (int i = 0; i < plot.series().size(); i++) {
            Trace trace = scene.traces().get(i);
            if (!scene.shown().get(i) || trace.isEmpty()) {
                continue;
            }
            PathPen pen = new PathPen(new Stroke(Mark.colour(i), LINE), left, columns, TOP, bottom, range);
            trace.draw(pen);
            String name = TerminalText.line(plot.series().get(i).name());
            figures.add(new Figure.Group("series-" + (i + 1), "series", name, pen.end()));
            double y = y(range, Math.max(range.low(), Math.min(range.high(), trace.last())));
            double place = place(y, free, marks);
            free[marks++] = place;
            text(
                    String.valueOf(Mark.character(i)),
                    left + columns + 8,
                    place + SIZE / 3,
                    true,
                    Anchor.START,
                    Mark.colour(i));
        }
    }

    /** Where a mark is beside a line's end, or the nearest where no other is. */
    private static double place(double wanted, double[] taken, int count) {
        for (int away = 0; away < 2 * count + 1; away++) {
            double place = wanted + (away % 2 == 0 ? -away / 2 : (away + 1) / 2) * SIZE;
            boolean isFree = true;
            for (int i = 0; i < count; i++) {
                isFree &= Math.abs(taken[i] - place) >= SIZE - 0.5;
            }
            if (isFree) {
                return place;
            }
        }
        return wanted;
    }

    private void legend(Scene scene, int index, double left, double entry, int resolution) {
        double x = left + index % across * entry;
        double y = bottom + BELOW + index / across * ROW + 6;
        text(String.valueOf(Mark.character(index)), x, y, true, Anchor.START, Mark.colour(index));
        figures.add(line(x + 14, y - 4, x + 36, y - 4, new Stroke(Mark.colour(index), 2 * LINE)));
        text(entry(scene, index, resolution), x + NAME, y, false, Anchor.START, INK);
    }

    private String entry(Scene scene, int index, int resolution) {
        Trace trace = scene.traces().get(index);
        String numbers = !scene.shown().get(index)
                ? "hidden"
                : trace.isEmpty()
                        ? "no number"
                        : Magnitude.text(trace.last(), resolution) + "   (min "
                                + Magnitude.text(trace.least(), resolution) + ", max "
                                + Magnitude.text(trace.most(), resolution) + ")";
        return TerminalText.line(plot.series().get(index).name()) + "   " + numbers;
    }
}
