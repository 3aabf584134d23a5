package io.zrs.cli.topic;

import io.zrs.model.Message;
import io.zrs.output.JsonLine;
import io.zrs.stats.Distribution;
import io.zrs.stats.SizeReport;
import io.zrs.stats.SizeWindow;
import java.util.ArrayList;
import java.util.List;

/** How many bytes of payload come: what {@code zrs topic bw} says. */
final class BandwidthMeter implements Meter {
    private final SizeWindow window;
    private final boolean detailed;

    BandwidthMeter(SizeWindow window, boolean detailed) {
        this.window = window;
        this.detailed = detailed;
    }

    @Override
    public void take(Message message, long nanos) {
        window.add(nanos, message.payload().length);
    }

    @Override
    public Figures figures(long nowNanos) {
        return new Bandwidth(window.report(nowNanos), detailed);
    }

    /** In ROS's words; {@code detailed} adds percentiles. */
    record Bandwidth(SizeReport report, boolean detailed) implements Figures {
        @Override
        public boolean fresh() {
            return report.enough();
        }

        @Override
        public String block() {
            ByteUnit unit = ByteUnit.of(report.bytesPerSecond());
            Distribution sizes = report.sizes();
            String text = "average: " + unit.text(report.bytesPerSecond()) + "/s\n\tmean: " + unit.text(sizes.mean())
                    + " min: " + unit.text(sizes.min()) + " max: " + unit.text(sizes.max()) + " window: "
                    + report.window() + "\n";
            return detailed
                    ? text + "\tp50: " + unit.text(sizes.p50()) + " p95: " + unit.text(sizes.p95()) + " p99: "
                            + unit.text(sizes.p99()) + "\n"
                    : text;
        }

        @Override
        public List<Cell> cells() {
            Distribution sizes = report.sizes();
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell("average", ByteUnit.best(report.bytesPerSecond()) + "/s"));
            cells.add(new Cell("mean", ByteUnit.best(sizes.mean())));
            cells.add(new Cell("min", ByteUnit.best(sizes.min())));
            cells.add(new Cell("max", ByteUnit.best(sizes.max())));
            cells.add(new Cell("window", Integer.toString(report.window())));
            if (detailed) {
                cells.add(new Cell("p50", ByteUnit.best(sizes.p50())));
                cells.add(new Cell("p95", ByteUnit.best(sizes.p95())));
                cells.add(new Cell("p99", ByteUnit.best(sizes.p99())));
            }
            return cells;
        }

        @Override
        public void fields(JsonLine line) {
            if (!fresh()) {
                for (String name : List.of("bytes_per_second", "mean", "min", "max", "p50", "p95", "p99")) {
                    line.none(name);
                }
                line.field("window", report.window());
                return;
            }
            Distribution sizes = report.sizes();
            line.field("bytes_per_second", report.bytesPerSecond(), 3)
                    .field("mean", sizes.mean(), 3)
                    .field("min", sizes.min())
                    .field("max", sizes.max())
                    .field("p50", sizes.p50())
                    .field("p95", sizes.p95())
                    .field("p99", sizes.p99())
                    .field("window", report.window());
        }
    }
}
