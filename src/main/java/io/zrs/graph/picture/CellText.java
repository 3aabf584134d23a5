package io.zrs.graph.picture;

import io.zrs.canvas.Hue;
import io.zrs.canvas.Ink;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Mark;
import io.zrs.graph.dot.Style;
import io.zrs.output.Columns;
import io.zrs.output.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stands in a drawing of characters, and in which colour.
 *
 * @param most the widest name, in columns
 * @param words whether marks are written out, and not shortened
 */
record CellText(int most, boolean words) {
    /** What stands at a line is cut to this many columns. */
    private static final int WIDEST_NOTE = 40;

    private static final int LEAST_NAME = 8;
    private static final int SEPARATOR = 2;

    String name(Vertex vertex) {
        Set<Mark> marks = vertex.marks();
        String sign = marks.contains(Mark.ADDED) ? "+ " : marks.contains(Mark.REMOVED) ? "- " : "";
        StringBuilder name = new StringBuilder(sign).append(cut(TerminalText.line(vertex.label()), most));
        for (Mark mark : marks) {
            if (mark == Mark.ADDED || mark == Mark.REMOVED || mark == Mark.TOOL) {
                continue;
            }
            if (words) {
                name.append(" (").append(Legend.word(mark)).append(')');
            } else if (mark != Mark.LATCHED) {
                name.append(" (").append(shortly(mark)).append(')');
            }
        }
        return name.toString();
    }

    private static String shortly(Mark mark) {
        return switch (mark) {
            case NO_PUBLISHER -> "no pub";
            case NO_SUBSCRIBER -> "no sub";
            case LOSING -> "loss";
            default -> Legend.word(mark);
        };
    }

    /**
     * What is said of a link, on one line. Figures are whole or not there: what is cut, or left out, are names; where there is
     * no room for words, only the first line stays, and the last if messages are lost.
     */
    String note(List<String> lines) {
        int widest = words ? WIDEST_NOTE : most;
        String all = TerminalText.line(String.join(", ", lines));
        if (lines.isEmpty() || words && width(all) <= widest) {
            return all;
        }
        List<String> kept = new ArrayList<>(lines);
        if (!words) {
            boolean loss = lines.get(lines.size() - 1).endsWith(" lost");
            kept.subList(1, lines.size() - (loss && lines.size() > 1 ? 1 : 0)).clear();
        }
        String rest = TerminalText.line(String.join(", ", kept.subList(1, kept.size())));
        String first = TerminalText.line(kept.get(0));
        int room = Math.max(LEAST_NAME, widest - width(rest) - SEPARATOR);
        return (isFigure(kept.get(0)) ? first : cut(first, room)) + (rest.isEmpty() ? "" : ", " + rest);
    }

    private static boolean isFigure(String line) {
        return line.endsWith(" Hz");
    }

    static Ink ink(Vertex vertex) {
        Set<Mark> marks = vertex.marks();
        if (marks.contains(Mark.REMOVED) || marks.contains(Mark.LOSING)) {
            return Ink.of(Hue.RED).heavy();
        }
        if (marks.contains(Mark.ADDED)) {
            return Ink.of(Hue.GREEN).heavy();
        }
        if (marks.contains(Mark.NO_PUBLISHER) || marks.contains(Mark.NO_SUBSCRIBER)) {
            return Ink.of(Hue.ORANGE);
        }
        if (marks.contains(Mark.TOOL)) {
            return Ink.of(Hue.GREY);
        }
        Ink ink = Ink.of(Style.isTopic(vertex) ? Hue.TEAL : Hue.BLUE);
        return Style.isGroup(vertex) ? ink.heavy() : ink;
    }

    static Ink ink(Link link) {
        if (link.marks().contains(Mark.LOSING) || link.marks().contains(Mark.REMOVED)) {
            return Ink.of(Hue.RED).heavy();
        }
        return link.marks().contains(Mark.ADDED) ? Ink.of(Hue.GREEN).heavy() : Ink.of(Hue.GREY);
    }

    /** How many columns a line takes. */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += Columns.of(text.codePointAt(i));
        }
        return width;
    }

    /** A line with its middle left out where it is too long. */
    static String cut(String text, int most) {
        if (width(text) <= most) {
            return text;
        }
        int[] codePoints = text.codePoints().toArray();
        int room = most - 1;
        int head = 0;
        int tail = codePoints.length;
        for (boolean front = true; head < tail; front = !front) {
            room -= Columns.of(codePoints[front ? head : tail - 1]);
            if (room < 0) {
                break;
            }
            head += front ? 1 : 0;
            tail -= front ? 0 : 1;
        }
        return new String(codePoints, 0, head) + '…' + new String(codePoints, tail, codePoints.length - tail);
    }
}
