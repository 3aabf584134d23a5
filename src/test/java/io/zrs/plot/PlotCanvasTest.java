package io.zrs.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.canvas.CellCanvas;
import io.zrs.output.Columns;
import io.zrs.plot.PlotCanvas.Words;
import io.zrs.testing.Golden;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotCanvasTest {
    private static final Words WORDS = new Words("", "? help  q quit", "");
    private static final long SPAN = 30_000_000_000L;

    private static CellCanvas draw(Plot plot, PlotView view, Words words, int rows, int columns) {
        return PlotCanvas.draw(plot, view, Plots.NOW, ZoneOffset.UTC, words, rows, columns)
                .canvas();
    }

    private static String text(CellCanvas canvas, int colours) {
        return String.join("\n", canvas.lines(colours)).replace('\u001b', '^') + "\n";
    }

    @ParameterizedTest
    @CsvSource({"24, 80, 0", "24, 80, 256", "24, 80, 8", "50, 200, 0", "12, 40, 0"})
    void drawsLinesAxesAndALegend(int rows, int columns, int colours) {
        CellCanvas canvas = draw(Plots.three(), new PlotView(SPAN, Optional.empty()), WORDS, rows, columns);
        Golden.check(PlotCanvasTest.class, "plot-" + columns + "x" + rows + "-" + colours, text(canvas, colours));
    }

    @Test
    void showsHowItIsLookedAt() {
        PlotView view = new PlotView(SPAN, Optional.of(new ValueRange(-0.5, 0.5)));
        view.pause(Plots.NOW);
        view.zoom(true, Plots.NOW);
        view.turnClock();
        view.toggle(1);
        Words words = new Words("range fixed", "? help", "3 messages of /chatter had no number, such as 'hello'");
        Golden.check(PlotCanvasTest.class, "plot-paused", text(draw(Plots.three(), view, words, 24, 80), 0));
    }

    @Test
    void hasARoomForManySeries() {
        Plot plot = new Plot();
        for (int i = 0; i < Plot.MOST_SERIES; i++) {
            plot.sample(plot.add("/robot" + i + "/battery.voltage.of.the.second.pack"), Plots.NOW, i * 1e6);
        }
        assertTrue(plot.isFull());
        Golden.check(
                PlotCanvasTest.class,
                "plot-many",
                text(draw(plot, new PlotView(SPAN, Optional.empty()), WORDS, 24, 80), 0));
    }

    @Test
    void drawsASampleAlone() {
        Plot plot = new Plot();
        plot.sample(plot.add("/one"), Plots.NOW - SPAN / 2, 42);
        plot.add("/none");
        Golden.check(
                PlotCanvasTest.class,
                "plot-one",
                text(draw(plot, new PlotView(SPAN, Optional.empty()), WORDS, 12, 60), 0));
    }

    @Test
    void hasALegendAsExactAsItsAxis() {
        Plot plot = new Plot();
        Series series = plot.add("/offset");
        Series time = plot.add("/time");
        for (int i = 0; i < 5; i++) {
            plot.sample(series, Plots.NOW - (4 - i) * 1_000_000_000L, 1 + i * 1e-9);
            plot.sample(time, Plots.NOW - (4 - i) * 1_000_000_000L, 1_795_412_344.5 + i / 4.0);
        }
        PlotView view = new PlotView(SPAN, Optional.empty());
        view.toggle(1);
        Golden.check(PlotCanvasTest.class, "plot-exact", text(draw(plot, view, WORDS, 14, 80), 0));
        view.toggle(0);
        view.toggle(1);
        String text = text(draw(plot, view, WORDS, 14, 80), 0);
        assertTrue(text.contains("1795412345.5 min 1795412344.5 max 1795412345.5"), text);
        text = text(draw(plot, view, WORDS, 14, 40), 0);
        assertTrue(text.contains("/time    1795412345.5\n"), text);
    }

    @Test
    void drawsHugeNumbersWhole() {
        Plot plot = new Plot();
        Series series = plot.add("/huge");
        for (int i = 0; i <= 6; i++) {
            plot.sample(series, Plots.NOW - SPAN + i * SPAN / 6, i * 1e300);
        }
        Golden.check(
                PlotCanvasTest.class,
                "plot-huge",
                text(draw(plot, new PlotView(SPAN, Optional.empty()), WORDS, 14, 60), 0));
    }

    @Test
    void marksWhatIsCut() {
        Words words = new Words("", "q quit", "nobody publishes this topic 世界");
        for (int columns = 24; columns < 60; columns++) {
            List<String> lines = draw(Plots.three(), new PlotView(SPAN, Optional.empty()), words, 24, columns)
                    .lines(0);
            String last = lines.get(23);
            assertTrue(last.endsWith("…") || last.endsWith("topic 世界"), last);
            assertTrue(last.codePoints().map(Columns::of).sum() <= columns, last);
        }
    }

    @Test
    void isHarmlessAndCutOffWhateverTheNamesAndTheSize() {
        Plot plot = Plots.three();
        plot.sample(plot.add("/evil.\u001b[2J\u0007\u202e"), Plots.NOW, 1e300);
        plot.sample(plot.add("/low"), Plots.NOW, -1e300);
        for (int rows = 1; rows < 30; rows++) {
            for (int columns = 1; columns < 120; columns += 3) {
                List<String> lines = draw(plot, new PlotView(SPAN, Optional.empty()), WORDS, rows, columns)
                        .lines(0);
                assertEquals(rows, lines.size());
                for (String line : lines) {
                    assertTrue(line.codePointCount(0, line.length()) <= columns, line);
                    assertFalse(line.contains("\u001b") || line.contains("\u202e"), line);
                }
            }
        }
    }

    @Test
    void drawsLinesFromHugeNumbersToOthers() {
        Random random = new Random(4);
        PlotView view = new PlotView(SPAN, Optional.of(new ValueRange(0, 1e-20)));
        for (int i = 0; i < 300; i++) {
            Plot plot = new Plot();
            Series series = plot.add("/x");
            double scale = Math.pow(10, i);
            plot.sample(series, Plots.NOW - SPAN / 2, -random.nextDouble() * scale);
            plot.sample(series, Plots.NOW - SPAN / 2 + 1, random.nextDouble() * scale);
            List<String> lines = draw(plot, view, WORDS, 24, 80).lines(0);
            for (String line : lines.subList(1, 20)) {
                assertTrue(line.chars().anyMatch(c -> c > 0x2800 && c <= 0x28ff), () -> scale + ": " + lines);
            }
        }
    }
}
