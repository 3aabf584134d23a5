package io.zrs.cli.topic;

import io.zrs.model.Message;
import io.zrs.output.Decimal;
import io.zrs.output.JsonLine;
import io.zrs.stats.ArrivalWindow;
import io.zrs.stats.Freshness;
import io.zrs.stats.RateReport;
import java.util.ArrayList;
import java.util.List;

/** How often messages come: what {@code zrs topic hz} says. */
final class RateMeter implements Meter {
    private final ArrivalWindow window;
    private final boolean detailed;

    RateMeter(int window, boolean detailed) {
        this.window = new ArrivalWindow(window);
        this.detailed = detailed;
    }

    @Override
    public void take(Message message, long nanos) {
        window.add(nanos);
    }

    @Override
    public Figures figures(long nowNanos) {
        return new Rate(window.report(), detailed);
    }

    /** In ROS's words; {@code detailed} adds percentiles and jitter. */
    record Rate(RateReport report, boolean detailed) implements Figures {
        private static final int RATE_DIGITS = 3;

        @Override
        public boolean fresh() {
            return report.freshness() == Freshness.FRESH;
        }

        @Override
        public String block() {
            String text = "average rate: " + Decimal.fixed(report.perSecond(), 3) + "\n"
                    + Spread.line(report.intervals(), report.window());
            return detailed
                    ? text + Spread.percentiles(report.intervals()) + " jitter: "
                            + Spread.seconds(report.jitterNanos(), 6) + "s\n"
                    : text;
        }

        @Override
        public List<Cell> cells() {
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell("rate", Decimal.brief(report.perSecond())));
            Spread.addCells(cells, report.intervals(), report.window());
            if (detailed) {
                Spread.addPercentiles(cells, report.intervals());
                cells.add(Spread.cell("jitter", report.jitterNanos()));
            }
            return cells;
        }

        @Override
        public void fields(JsonLine line) {
            if (fresh()) {
                line.field("rate", report.perSecond(), RATE_DIGITS);
            } else {
                line.none("rate");
            }
            Spread.addFields(line, fresh(), report.intervals());
            Spread.field(line, "jitter", fresh(), report.jitterNanos());
            line.field("window", report.window());
        }
    }
}
