package io.zrs.top;

import io.zrs.canvas.Hue;
import io.zrs.canvas.Ink;
import io.zrs.output.Amount;
import io.zrs.output.TerminalText;
import java.util.List;

/** The columns of the table of nodes. */
final class NodeColumns {
    private static final int LONGEST_NAME = 60;

    /** All, from left to right. */
    static final List<Column<NodeRow>> ALL = List.of(
            Column.text("node", "NODE", 16, LONGEST_NAME, NodeRow::name).with(row -> Ink.of(Hue.BLUE)),
            Column.number("pid", "PID", 7, row -> row.info().details().pid(), NodeColumns::pid),
            Column.text(
                    "host",
                    "HOST",
                    8,
                    24,
                    row -> TerminalText.line(row.info().details().host())),
            Column.text(
                    "program",
                    "PROGRAM",
                    12,
                    30,
                    row -> TerminalText.line(row.info().details().program())),
            Column.number(
                    "protocol",
                    "PROTO",
                    5,
                    row -> row.info().protocol(),
                    row -> Integer.toString(row.info().protocol())),
            Column.number("topics", "TOPICS", 6, NodeRow::topics, row -> Integer.toString(row.topics())),
            Column.number(
                    "published",
                    "PUB/S",
                    5,
                    row -> row.published().messagesPerSecond(),
                    row -> Compact.rate(row.published())),
            Column.number(
                    "received",
                    "SUB/S",
                    5,
                    row -> row.received().messagesPerSecond(),
                    row -> Compact.rate(row.received())),
            Column.number(
                    "waiting",
                    "WAIT",
                    5,
                    row -> row.waiting().messages(),
                    row -> Compact.count(row.waiting().messages())),
            Column.number("lost", "LOST", 6, row -> row.lost().messages(), NodeColumns::lost)
                    .with(row -> Loss.ink(row.losing())),
            Column.text(
                    "address",
                    "ADDRESS",
                    9,
                    40,
                    row -> TerminalText.line(row.info().address())));

    /** The names of those that go first where there is no room for all. */
    static final List<String> GIVEN_UP = List.of(
            "waiting", "protocol", "address", "host", "topics", "program", "pid", "lost", "received", "published");

    private NodeColumns() {}

    /** What is said of nodes that are not shown; empty if there are none. */
    static String hidden(SystemFigures figures) {
        int count = figures.hiddenNodes();
        return count == 0
                ? ""
                : "and " + Amount.of(count, "hidden tool") + " (-a shows " + (count == 1 ? "it)" : "them)");
    }

    private static String pid(NodeRow row) {
        long pid = row.info().details().pid();
        return pid == 0 ? Compact.UNKNOWN : Long.toString(pid);
    }

    private static String lost(NodeRow row) {
        return Loss.text(row.lost().messages(), row.losing());
    }
}
