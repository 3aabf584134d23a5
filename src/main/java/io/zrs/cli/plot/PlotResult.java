package io.zrs.cli.plot;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.TerminalSize;
import io.zrs.drawing.Drawing;
import io.zrs.drawing.SvgWriter;
import io.zrs.drawing.raster.Png;
import io.zrs.plot.Plot;
import io.zrs.plot.PlotCanvas;
import io.zrs.plot.PlotCanvas.Words;
import io.zrs.plot.PlotDrawing;
import io.zrs.plot.PlotView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

/**
 * A plot that is over.
 *
 * @param plot what was plotted
 * @param names what was asked for
 * @param fromNanos when it began, in nanoseconds since 1970
 * @param toNanos when it ended
 */
record PlotResult(Plot plot, List<String> names, long fromNanos, long toNanos) {
    static final double WIDTH = 1000;
    static final double HEIGHT = 500;

    private static final long NANOS = 1_000_000_000;

    /** As a picture. */
    Drawing drawing(PlotView view, ZoneId zone) {
        return drawing(view, zone, WIDTH, HEIGHT);
    }

    /** As a picture of another size, in points. */
    Drawing drawing(PlotView view, ZoneId zone, double width, double height) {
        Instant from = Instant.ofEpochSecond(fromNanos / NANOS, fromNanos % NANOS);
        String time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(from.atZone(zone));
        return PlotDrawing.draw(
                plot, view, toNanos, fromNanos, String.join("  ", names) + "   from " + time, width, height);
    }

    /** Writes it to a file; {@code note} takes what is to be said of the picture. */
    void write(OutputFile file, PlotView view, SampleSpool spool, ZoneId zone, Consumer<String> note) {
        switch (file.kind()) {
            case CSV -> file.write(out -> spool.writeCsv(plot, out));
            case SVG ->
                file.write(out -> out.write(SvgWriter.write(drawing(view, zone)).getBytes(StandardCharsets.UTF_8)));
            case PNG ->
                file.write(out -> {
                    Drawing drawing = drawing(view, zone);
                    Png.flaws(drawing, Png.write(drawing, out)).forEach(note);
                });
            default -> throw new IllegalStateException("no format: " + file.kind());
        }
    }

    /** Prints it as characters. */
    void print(Context context, PlotView view, ZoneId zone) throws IOException {
        TerminalSize size = context.terminal().out() ? TerminalSize.ask() : TerminalSize.USUAL;
        // The line below is the prompt's; the last one of the canvas is empty.
        List<String> lines = PlotCanvas.draw(plot, view, toNanos, zone, Words.NONE, size.rows(), size.columns())
                .canvas()
                .lines(context.terminal().outColours());
        StringBuilder text = new StringBuilder();
        for (String line : lines.subList(0, lines.size() - 1)) {
            text.append(line).append('\n');
        }
        context.print(text);
    }
}
