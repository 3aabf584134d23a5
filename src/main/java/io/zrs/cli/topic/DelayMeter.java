package io.zrs.cli.topic;

import io.zrs.cli.command.StampField;
import io.zrs.model.Message;
import io.zrs.output.Amount;
import io.zrs.output.JsonLine;
import io.zrs.stats.DelayReport;
import io.zrs.stats.DelayWindow;
import io.zrs.stats.Freshness;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** How old messages are when they come: what {@code zrs topic delay} says. Its clock is nanoseconds since 1970. */
final class DelayMeter implements Meter {
    private final DelayWindow window;
    private final StampField stamps;
    private final boolean detailed;
    private long unstamped;
    private long told;

    DelayMeter(int window, StampField stamps, boolean detailed) {
        this.window = new DelayWindow(window);
        this.stamps = stamps;
        this.detailed = detailed;
    }

    @Override
    public void take(Message message, long nanos) {
        OptionalLong stamp = stamps.read(message);
        if (stamp.isPresent()) {
            window.add(nanos - stamp.getAsLong());
        } else {
            unstamped++;
        }
    }

    @Override
    public Figures figures(long nowNanos) {
        long more = unstamped - told;
        told = unstamped;
        String remark = more == 0 ? "" : Amount.of(more, "message") + " without a stamp (in: " + stamps + ")";
        return new Delay(window.report(), unstamped, remark, detailed);
    }

    /**
     * In ROS's words; {@code detailed} adds percentiles.
     *
     * @param unstamped how many messages so far had no stamp
     */
    record Delay(DelayReport report, long unstamped, String remark, boolean detailed) implements Figures {
        @Override
        public boolean fresh() {
            return report.freshness() == Freshness.FRESH;
        }

        @Override
        public String block() {
            String text = "average delay: " + Spread.seconds(report.delays().mean(), 3) + "\n"
                    + Spread.line(report.delays(), report.window());
            return detailed ? text + Spread.percentiles(report.delays()) + "\n" : text;
        }

        @Override
        public List<Cell> cells() {
            List<Cell> cells = new ArrayList<>();
            cells.add(Spread.cell("delay", report.delays().mean()));
            Spread.addCells(cells, report.delays(), report.window());
            if (detailed) {
                Spread.addPercentiles(cells, report.delays());
            }
            return cells;
        }

        @Override
        public void fields(JsonLine line) {
            Spread.field(line, "delay", fresh(), report.delays().mean());
            Spread.addFields(line, fresh(), report.delays());
            line.field("window", report.window()).field("unstamped", unstamped);
        }
    }
}
