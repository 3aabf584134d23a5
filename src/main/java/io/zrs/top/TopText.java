package io.zrs.top;

import io.zrs.model.MasterStatus;
import io.zrs.output.Amount;
import io.zrs.output.ByteText;
import java.util.List;

/** A system as plain lines and tables, as wide as they are, without colour. */
public final class TopText {
    private static final String GAP = "  ";

    private TopText() {}

    /** Adds what a dashboard shows, but for the history. */
    public static void append(ByteText out, Dashboard dashboard) {
        master(out, dashboard.figures());
        out.add('\n');
        table(
                out,
                TopicColumns.ALL.subList(0, TopicColumns.ALL.size() - 1),
                dashboard.topics().rows());
        remark(out, TopicColumns.past(dashboard));
        out.add('\n');
        table(out, NodeColumns.ALL, dashboard.nodes().rows());
        remark(out, NodeColumns.hidden(dashboard.figures()));
    }

    private static void remark(ByteText out, String text) {
        out.append(text.isEmpty() ? "" : text + "\n");
    }

    private static void master(ByteText out, SystemFigures figures) {
        MasterStatus master = figures.master();
        out.append("Master: ").append(figures.address());
        out.append(", zrs ").append(master.version());
        out.append(", pid ").append(Long.toString(master.pid()));
        out.append(", up ").append(Compact.uptime(master.uptimeMillis())).add('\n');
        out.append("CPU: ").append(Compact.percent(figures.cpuPercent()));
        out.append(", memory: ")
                .append(master.memoryBytes() == 0 ? Compact.UNKNOWN : Compact.bytes((double) master.memoryBytes()));
        out.append(", ").append(Amount.of(master.connections(), "connection"));
        out.append(", ").append(Amount.of(master.nodes(), "node"));
        out.append(", ").append(Amount.of(master.topics(), "topic")).add('\n');
        out.append("In: ").append(Compact.rate(figures.in()));
        out.append("/s, ").append(Compact.bytes(figures.in())).append("/s\n");
        out.append("Out: ").append(Compact.rate(figures.out()));
        out.append("/s, ").append(Compact.bytes(figures.out())).append("/s\n");
        out.append("Waiting: ").append(Amount.of(figures.waitingMessages(), "message"));
        out.append(", ").append(Amount.bytes(master.waitingBytes())).add('\n');
        out.append("Lost: ").append(Amount.of(master.lost().messages(), "message"));
        out.append(", now ").append(Compact.rate(figures.lost())).append("/s\n");
    }

    private static <R> void table(ByteText out, List<Column<R>> columns, List<R> rows) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).header().length();
            for (R row : rows) {
                widths[i] = Math.max(widths[i], Pen.width(cell(columns.get(i), row)));
            }
        }
        line(out, columns, widths, null);
        for (R row : rows) {
            line(out, columns, widths, row);
        }
    }

    private static <R> String cell(Column<R> column, R row) {
        String text = column.text().of(row, Integer.MAX_VALUE);
        return text.isEmpty() ? Compact.UNKNOWN : text;
    }

    /** A row, or the headers where there is none. */
    private static <R> void line(ByteText out, List<Column<R>> columns, int[] widths, R row) {
        for (int i = 0; i < widths.length; i++) {
            Column<R> column = columns.get(i);
            String text = row == null ? column.header() : cell(column, row);
            boolean last = i == widths.length - 1;
            String blanks = " ".repeat(widths[i] - Pen.width(text));
            out.append(i == 0 ? "" : GAP);
            out.append(column.right() ? blanks + text : last ? text : text + blanks);
        }
        out.add('\n');
    }
}
