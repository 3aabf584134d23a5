package io.zrs.top;

import io.zrs.canvas.Hue;
import io.zrs.canvas.Ink;
import io.zrs.output.Amount;
import java.util.List;

/** The columns of the table of topics. */
final class TopicColumns {
    private static final int LONGEST_NAME = 60;

    /** All, from left to right. */
    static final List<Column<TopicRow>> ALL = List.of(
            Column.text("topic", "TOPIC", 16, LONGEST_NAME, TopicRow::name)
                    .with(row -> Ink.of(row.isLoose() ? Hue.ORANGE : Hue.TEAL)),
            Column.number("rate", "MSG/S", 5, row -> row.in().messagesPerSecond(), row -> Compact.rate(row.in())),
            Column.number("bandwidth", "BYTES/S", 7, row -> row.in().bytesPerSecond(), row -> Compact.bytes(row.in())),
            Column.number("size", "SIZE", 7, row -> row.meanSize().orElse(-1), row -> Compact.bytes(row.meanSize())),
            Column.number(
                    "publishers",
                    "PUB",
                    3,
                    row -> row.status().publishers(),
                    row -> Integer.toString(row.status().publishers())),
            Column.number(
                    "subscribers",
                    "SUB",
                    3,
                    row -> row.status().subscribers(),
                    row -> Integer.toString(row.status().subscribers())),
            Column.number(
                    "waiting",
                    "WAIT",
                    5,
                    row -> row.status().waiting().messages(),
                    row -> Compact.count(row.status().waiting().messages())),
            Column.number("lost", "LOST", 6, row -> row.status().lost().messages(), TopicColumns::lost)
                    .with(row -> Loss.ink(row.lost())),
            // The one that was seen last comes first.
            Column.number(
                    "seen",
                    "SEEN",
                    4,
                    row -> -row.status().idleMillis().orElse(Long.MAX_VALUE),
                    row -> Compact.span(row.status().idleMillis())),
            new Column<>(
                    "minute",
                    "LAST MIN",
                    8,
                    RateHistory.SECONDS,
                    false,
                    (one, other) -> Double.compare(highest(other), highest(one)),
                    (row, room) -> Sparkline.of(row.history(), room),
                    row -> Ink.of(Hue.GREEN)));

    /** The names of those that go first where there is no room for all. */
    static final List<String> GIVEN_UP =
            List.of("minute", "size", "seen", "waiting", "subscribers", "publishers", "bandwidth", "lost", "rate");

    private TopicColumns() {}

    /** What is said of topics that are not shown; empty if there are none. */
    static String past(Dashboard dashboard) {
        int count = dashboard.pastTopics();
        return count == 0
                ? ""
                : "and " + Amount.of(count, "past topic") + " (-a shows " + (count == 1 ? "it)" : "them)");
    }

    private static String lost(TopicRow row) {
        return Loss.text(row.status().lost().messages(), row.lost());
    }

    private static double highest(TopicRow row) {
        double highest = -1;
        for (double rate : row.history()) {
            highest = rate > highest ? rate : highest;
        }
        return highest;
    }
}
