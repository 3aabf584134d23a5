package io.zrs.cli.topic;

import io.zrs.cli.topic.Figures.Cell;
import io.zrs.output.Decimal;
import io.zrs.output.JsonLine;
import io.zrs.stats.Distribution;
import java.util.List;

/** How a distribution of times, in nanoseconds, is printed: in seconds, as ROS has it. */
final class Spread {
    private static final double NANOS = 1e9;
    private static final int MICROS = 6;
    private static final int NANO_DIGITS = 9;

    private Spread() {}

    static String seconds(double nanos, int decimals) {
        return Decimal.fixed(nanos / NANOS, decimals);
    }

    /** The second line of a block. */
    static String line(Distribution times, int window) {
        return "\tmin: " + seconds(times.min(), 3) + "s max: " + seconds(times.max(), 3) + "s std dev: "
                + seconds(times.deviation(), 5) + "s window: " + window + "\n";
    }

    /** The beginning of a third one, for who wants to know more. */
    static String percentiles(Distribution times) {
        return "\tp50: " + seconds(times.p50(), MICROS) + "s p95: " + seconds(times.p95(), MICROS) + "s p99: "
                + seconds(times.p99(), MICROS) + "s";
    }

    static void addCells(List<Cell> cells, Distribution times, int window) {
        cells.add(cell("min_delta", times.min()));
        cells.add(cell("max_delta", times.max()));
        cells.add(cell("std_dev", times.deviation()));
        cells.add(new Cell("window", Integer.toString(window)));
    }

    static void addPercentiles(List<Cell> cells, Distribution times) {
        cells.add(cell("p50", times.p50()));
        cells.add(cell("p95", times.p95()));
        cells.add(cell("p99", times.p99()));
    }

    static Cell cell(String column, double nanos) {
        return new Cell(column, Decimal.brief(nanos / NANOS));
    }

    /** The fields of both lines; null if not {@code known}. */
    static void addFields(JsonLine line, boolean known, Distribution times) {
        field(line, "min", known, times.min());
        field(line, "max", known, times.max());
        field(line, "std_dev", known, times.deviation());
        field(line, "p50", known, times.p50());
        field(line, "p95", known, times.p95());
        field(line, "p99", known, times.p99());
    }

    /** A time in seconds, or null if not {@code known}. */
    static void field(JsonLine line, String name, boolean known, double nanos) {
        if (known) {
            line.field(name, nanos / NANOS, NANO_DIGITS);
        } else {
            line.none(name);
        }
    }
}
