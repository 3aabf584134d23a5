package io.zrs.cli.plot;

import io.zrs.drawing.window.LiveWindow;
import io.zrs.plot.Plot;
import io.zrs.plot.PlotDrawing;
import io.zrs.plot.PlotView;
import java.util.List;

/** A plot in a window of its own. */
final class WindowDisplay implements Display {
    private final LiveWindow window;
    private final Plot plot;
    private final PlotView view;
    private final PlotSource source;
    private final String title;
    private final FramePace pace = new FramePace();
    private boolean begun;
    private long cost;
    private long changes;
    private long from;
    private int width;
    private int height;

    /** Opens the window; errors as {@link LiveWindow#open}. */
    WindowDisplay(Plot plot, PlotView view, PlotSource source, List<String> names) {
        this.plot = plot;
        this.view = view;
        this.source = source;
        title = String.join("  ", names);
        window = LiveWindow.open("zrs plot " + title, (int) PlotResult.WIDTH, (int) PlotResult.HEIGHT);
    }

    @Override
    public boolean turn(long clockNanos) {
        if (!window.isOpen()) {
            return false;
        }
        if (pace.isDue(clockNanos, cost + window.paintNanos())) {
            show(source.now(clockNanos), clockNanos);
        }
        return true;
    }

    private void show(long now, long clockNanos) {
        long begin = view.window(now, window.width()).from();
        boolean same =
                changes == plot.changes() && from == begin && width == window.width() && height == window.height();
        if (begun && same) {
            return;
        }
        begun = true;
        pace.drawn(clockNanos);
        changes = plot.changes();
        from = begin;
        width = window.width();
        height = window.height();
        long start = System.nanoTime();
        window.show(PlotDrawing.draw(plot, view, now, now, title, width, height));
        cost = System.nanoTime() - start;
    }

    @Override
    public void close() {
        window.close();
    }
}
