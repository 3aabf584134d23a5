package io.zrs.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.drawing.Drawing;
import io.zrs.drawing.Figure;
import io.zrs.drawing.Point;
import io.zrs.drawing.SvgWriter;
import io.zrs.drawing.TextWidth;
import io.zrs.testing.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlotDrawingTest {
    private static final long SPAN = 30_000_000_000L;

    private static Drawing draw(Plot plot, PlotView view, double width, double height) {
        return PlotDrawing.draw(plot, view, Plots.NOW, Plots.NOW - SPAN, "/odom.pose  /motor/on", width, height);
    }

    private static List<Point> points(Drawing drawing) {
        List<Point> points = new ArrayList<>();
        for (Figure figure : drawing.figures()) {
            if (figure instanceof Figure.Group group && group.kind().equals("series")) {
                for (Figure part : group.figures()) {
                    if (part instanceof Figure.Polyline line) {
                        points.addAll(line.points());
                    }
                }
            }
        }
        return points;
    }

    private static Figure.Box frame(Drawing drawing) {
        return (Figure.Box) drawing.figures().stream()
                .filter(Figure.Box.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isTheSameFileEachTime() {
        Golden.check(
                PlotDrawingTest.class,
                "plot-svg",
                SvgWriter.write(draw(Plots.three(), new PlotView(SPAN, Optional.empty()), 360, 240)));
    }

    @Test
    void reachesTheTopOfASpike() {
        Plot plot = new Plot();
        Series series = plot.add("/x");
        for (int i = 0; i < 30_000; i++) {
            plot.sample(series, Plots.NOW - SPAN + i * 1_000_000L, i == 12_345 ? 100 : i == 23_456 ? -100 : 0);
        }
        Drawing drawing = draw(plot, new PlotView(SPAN, Optional.empty()), 500, 300);
        Figure.Box frame = frame(drawing);
        double top = points(drawing).stream().mapToDouble(Point::y).min().orElseThrow();
        double bottom = points(drawing).stream().mapToDouble(Point::y).max().orElseThrow();
        // From -100 to 100, with 4 % of that beside it, on either side.
        assertEquals(frame.y() + frame.height() * 8 / 216, top, 0.1);
        assertEquals(frame.y() + frame.height() * 208 / 216, bottom, 0.1);
    }

    @Test
    void drawsNoiseAsAnAreaThatReachesItsSpikes() {
        Plot plot = new Plot();
        Series series = plot.add("/noise");
        Random random = new Random(6);
        for (int i = 0; i < 100_000; i++) {
            double value = i == 34_567 ? 5 : i == 67_890 ? -4 : random.nextDouble();
            plot.sample(series, Plots.NOW - SPAN + i * SPAN / 100_000, value);
        }
        Drawing drawing = draw(plot, new PlotView(SPAN, Optional.of(new ValueRange(-5, 6))), 500, 300);
        Figure.Box frame = frame(drawing);
        List<Figure.Polygon> areas = drawing.figures().stream()
                .filter(figure ->
                        figure instanceof Figure.Group group && group.kind().equals("series"))
                .flatMap(figure -> ((Figure.Group) figure).figures().stream())
                .filter(Figure.Polygon.class::isInstance)
                .map(Figure.Polygon.class::cast)
                .toList();
        assertEquals(1, areas.size());
        double unit = frame.height() / 11;
        List<Point> corners = areas.get(0).corners();
        assertEquals(
                frame.y() + unit, corners.stream().mapToDouble(Point::y).min().orElseThrow(), 0.1);
        assertEquals(
                frame.y() + 10 * unit,
                corners.stream().mapToDouble(Point::y).max().orElseThrow(),
                0.1);
        assertEquals(
                frame.x() + frame.width(),
                corners.stream().mapToDouble(Point::x).max().orElseThrow(),
                3);
        corners.forEach(corner ->
                assertTrue(corner.x() >= frame.x() && corner.x() <= frame.x() + frame.width(), corner::toString));
    }

    @Test
    void staysWithinItsFrame() {
        PlotView view = new PlotView(SPAN / 7, Optional.of(new ValueRange(-0.3, 0.4)));
        Drawing drawing = draw(Plots.three(), view, 500, 300);
        Figure.Box frame = frame(drawing);
        assertTrue(points(drawing).size() > 100);
        for (Point point : points(drawing)) {
            assertTrue(point.x() >= frame.x() - 0.1 && point.x() <= frame.x() + frame.width() + 0.1, point::toString);
            assertTrue(point.y() >= frame.y() - 0.1 && point.y() <= frame.y() + frame.height() + 0.1, point::toString);
        }
    }

    @Test
    void hasALegendAsExactAsItsAxisWithoutOneEntryOverAnother() {
        Plot plot = new Plot();
        for (String name : new String[] {"/time", "/clock"}) {
            Series series = plot.add(name);
            plot.sample(series, Plots.NOW - SPAN / 2, 1_795_400_000.25);
            plot.sample(series, Plots.NOW, 1_795_400_000.75);
        }
        Drawing drawing = draw(plot, new PlotView(SPAN, Optional.empty()), 1000, 500);
        List<Figure.Text> entries = drawing.figures().stream()
                .filter(figure ->
                        figure instanceof Figure.Text text && text.text().contains("min"))
                .map(Figure.Text.class::cast)
                .toList();
        assertEquals(
                "/time   1795400000.75   (min 1795400000.25, max 1795400000.75)",
                entries.get(0).text());
        for (Figure.Text entry : entries) {
            double end = entry.x() + TextWidth.of(entry.text(), entry.size(), entry.bold());
            assertTrue(end <= 1000, entry::toString);
            assertTrue(
                    entries.stream()
                            .noneMatch(other -> other.y() == entry.y() && other.x() > entry.x() && other.x() < end),
                    entry::toString);
        }
    }

    @Test
    void standsSmallSizesAndNothingToDraw() {
        for (double size = 1; size < 400; size += 37) {
            Drawing drawing = draw(new Plot(), new PlotView(SPAN, Optional.empty()), size, size);
            assertEquals(0, points(drawing).size());
            draw(Plots.three(), new PlotView(SPAN, Optional.empty()), size, size);
        }
    }

    @Test
    void staysWithinItsFrameWhateverTheNumbers() {
        Plot plot = new Plot();
        Series series = plot.add("/x");
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(290));
            plot.sample(series, Plots.NOW - SPAN + i * 10_000_000L, value);
        }
        Drawing drawing = draw(plot, new PlotView(SPAN, Optional.of(new ValueRange(0, 1))), 500, 300);
        Figure.Box frame = frame(drawing);
        assertTrue(points(drawing).size() > 100);
        for (Point point : points(drawing)) {
            assertTrue(point.y() >= frame.y() - 0.1 && point.y() <= frame.y() + frame.height() + 0.1, point::toString);
        }
    }
}
