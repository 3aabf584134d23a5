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
        ByteUnit unit = ByteUnit.of(throughput.bytesPerSecond());
        return "average: " + unit.text(throughput.bytesPerSecond()) + "/s\n\tmean: " + unit.text(mean()) + " over: "
                + interval;
    }

    private double mean() {
        return throughput.bytesPerSecond() / throughput.messagesPerSecond();
    }

    @Override
    public List<Cell> cells() {
        if (!bytes) {
            return List.of(new Cell("rate", Decimal.brief(throughput.messagesPerSecond())));
        }
        ByteUnit unit = ByteUnit.of(throughput.bytesPerSecond());
        return List.of(
                new Cell("average", unit.text(throughput.bytesPerSecond()) + "/s"),
                new Cell("mean", unit.text(mean())));
    }

    @Override
    public void fields(JsonLine line) {
        if (!throughput.known()) {
            line.none(bytes ? "bytes_per_second" : "rate");
        } else if (bytes) {
            line.field("bytes_per_second", throughput.bytesPerSecond(), 3);
        } else {
            line.field("rate", throughput.messagesPerSecond(), 6);
        }
        line.field("counted_by", "master");
    }
}
