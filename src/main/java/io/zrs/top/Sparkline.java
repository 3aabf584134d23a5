package io.zrs.top;

/** A series as a row of bars, one column each, from nothing to the highest of the series. */
final class Sparkline {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /**
     * The bars of a series; a column that stands for several values has the highest. A blank where nothing is known; the lowest
     * bar is for 0 alone.
     */
    static String of(double[] values, int width) {
        double most = 0;
        for (double value : values) {
            most = value > most ? value : most;
        }
        int columns = Math.min(width, values.length);
        StringBuilder bars = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            double highest = Double.NaN;
            for (int i = values.length * column / columns; i < values.length * (column + 1) / columns; i++) {
                highest = highest >= values[i] || Double.isNaN(values[i]) ? highest : values[i];
            }
            bars.append(bar(highest, most));
        }
        return bars.toString();
    }

    private static char bar(double value, double most) {
        if (Double.isNaN(value)) {
            return ' ';
        }
        int steps = BARS.length() - 1;
        return BARS.charAt(value <= 0 ? 0 : Math.max(1, (int) Math.round(value / most * steps)));
    }
}
