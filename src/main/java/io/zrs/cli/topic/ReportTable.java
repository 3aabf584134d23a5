package io.zrs.cli.topic;

import io.zrs.cli.command.TerminalSize;
import io.zrs.output.ByteText;
import io.zrs.output.Palette;
import io.zrs.output.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * A table as {@code rostopic hz} prints it: centred headers, a rule, columns three spaces apart, an empty line below. Where
 * that is too wide they are closer.
 *
 * @param header the columns' names; the first is that of the topics
 * @param rows at least one
 * @param terminal whether names have to be made harmless
 * @param room how wide it may be, asked only if it is wider than a usual terminal
 */
record ReportTable(List<String> header, List<Row> rows, boolean terminal, Palette palette, IntSupplier room) {
    private static final int WIDEST_GAP = 3;

    /** A topic and what is in its other columns. */
    record Row(String topic, List<String> cells) {}

    void append(ByteText out) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            widths.add(width(column));
        }
        int text = widths.stream().mapToInt(Integer::intValue).sum();
        int gaps = header.size() - 1;
        int gap = gap(text, gaps);
        for (int column = 0; column < header.size(); column++) {
            out.append(" ".repeat(column == 0 ? 0 : gap));
            centre(out, header.get(column), widths.get(column));
        }
        out.add('\n').append("=".repeat(text + gap * gaps)).add('\n');
        for (Row row : rows) {
            appendRow(out, row, widths, gap);
        }
        out.add('\n');
    }

    private int gap(int text, int gaps) {
        if (text + WIDEST_GAP * gaps <= TerminalSize.USUAL.columns()) {
            return WIDEST_GAP;
        }
        int left = room.getAsInt() - text;
        return Math.max(1, Math.min(WIDEST_GAP, left / gaps));
    }

    private int width(int column) {
        int width = header.get(column).length();
        for (Row row : rows) {
            width = Math.max(
                    width,
                    column == 0
                            ? width(shown(row.topic()))
                            : row.cells().get(column - 1).length());
        }
        return width;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private String shown(String topic) {
        return terminal ? TerminalText.line(topic) : topic;
    }

    private void appendRow(ByteText out, Row row, List<Integer> widths, int gap) {
        String topic = row.topic();
        out.append(terminal ? palette.paint(topic, topic) : topic);
        out.append(" ".repeat(widths.get(0) - width(shown(topic))));
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            out.append(" ".repeat(gap)).append(cell).append(" ".repeat(widths.get(i + 1) - cell.length()));
        }
        out.add('\n');
    }

    /** As Python's {@code center}, which puts an odd space in front where the width is odd, and behind where it is even. */
    private static void centre(ByteText out, String text, int width) {
        int spaces = width - text.length();
        int before = spaces / 2 + (spaces & width & 1);
        out.append(" ".repeat(before)).append(text).append(" ".repeat(spaces - before));
    }
}
