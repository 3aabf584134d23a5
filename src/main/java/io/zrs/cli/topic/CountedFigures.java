package io.zrs.cli.topic;

import io.zrs.output.Decimal;
import io.zrs.output.JsonLine;
import io.zrs.stats.Throughput;
import java.util.List;

/**
 * What the master's counters say: a rate, and no word of single messages.
 *
 * @param seconds the time between the two readings
 * @param bytes whether bandwidth is wanted, not the rate. It is of the wire, so topics and frame headers are in it
 */
record CountedFigures(Throughput throughput, double seconds, boolean bytes) implements Figures {
    private static final int DIGITS = 3;

    @Override
    public boolean fresh() {
        return throughput.messagesPerSecond() > 0;
    }

    @Override
    public String block() {
        String interval = Decimal.fixed(seconds, 3) + "s, counted by the master\n";
        if (!bytes) {
            return "average rate: " + Decimal.fixed(throughput.messagesPerSecond(), 3) + "\n\tover: " + interval;
        }
        return "average: " + ByteUnit.best(throughput.bytesPerSecond()) + "/s\n\tmean: " + ByteUnit.best(mean())
                + " over: " + interval;
    }

    private double mean() {
        return throughput.bytesPerSecond() / throughput.messagesPerSecond();
    }

    @Override
    public List<Cell> cells() {
        if (!bytes) {
            return List.of(new Cell("rate", Decimal.brief(throughput.messagesPerSecond())));
        }
        return List.of(
                new Cell("average", ByteUnit.best(throughput.bytesPerSecond()) + "/s"),
                new Cell("mean", ByteUnit.best(mean())));
    }

    @Override
    public void fields(JsonLine line) {
        if (!bytes) {
            field(line, "rate", throughput.known(), throughput.messagesPerSecond());
        } else {
            field(line, "bytes_per_second", throughput.known(), throughput.bytesPerSecond());
            field(line, "mean", fresh(), fresh() ? mean() : 0);
        }
        line.field("counted_by", "master");
    }

    private static void field(JsonLine line, String name, boolean known, double value) {
        if (known) {
            line.field(name, value, DIGITS);
        } else {
            line.none(name);
        }
    }
}
