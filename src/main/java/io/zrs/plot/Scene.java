package io.zrs.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A plot at one moment, decimated to columns: what canvases and drawings have in common.
 *
 * @param plot what is plotted
 * @param window the time that is shown
 * @param traces of every series, in the plot's order
 * @param shown which of them are shown
 */
record Scene(Plot plot, TimeWindow window, List<Trace> traces, List<Boolean> shown) {
    static Scene of(Plot plot, PlotView view, long nowNanos, int columns) {
        TimeWindow window = view.window(nowNanos, columns);
        List<Trace> traces = new ArrayList<>();
        List<Boolean> shown = new ArrayList<>();
        for (Series series : plot.series()) {
            shown.add(view.shows(traces.size()));
            traces.add(series.trace(window));
        }
        return new Scene(plot, window, traces, shown);
    }

    /** What all that is shown fits in; what came last where the window has nothing. */
    ValueRange range() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < traces.size(); i++) {
            if (shown.get(i)) {
                least = Math.min(least, traces.get(i).least());
                most = Math.max(most, traces.get(i).most());
            }
        }
        for (int i = 0; i < traces.size() && least > most; i++) {
            if (shown.get(i) && plot.series().get(i).count() > 0) {
                least = plot.series().get(i).last();
                most = least;
            }
        }
        return least > most ? new ValueRange(-1, 1) : ValueRange.of(least, most);
    }

    /** The axis of values: round at both ends, but for a range that stands fixed. */
    Axis values(PlotView view, int most) {
        return view.range().map(fixed -> Axis.within(fixed, most)).orElseGet(() -> Axis.around(range(), most));
    }
}
