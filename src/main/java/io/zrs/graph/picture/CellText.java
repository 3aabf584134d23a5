package io.zrs.graph.picture;

import io.zrs.canvas.Hue;
import io.zrs.canvas.Ink;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Mark;
import io.zrs.graph.dot.Style;
import io.zrs.output.Columns;
import io.zrs.output.TerminalText;
import java.util.List;
import java.util.Set;

/**
 * What stands in a drawing of characters, and in which colour.
 *
 * @param most the widest name, in columns
 * @param words whether marks are written out
 */
record CellText(int most, boolean words) {
    /** What stands at a line is cut to this many columns. */
    private static final int WIDEST_NOTE = 30;

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
                name.append(" !");
                break;
            }
        }
        return name.toString();
    }

    /** One line of all; where there is no room for words, of the first, and of the last if messages are lost. */
    String note(List<String> lines) {
        if (words || lines.size() < 2) {
            return cut(TerminalText.line(String.join(", ", lines)), WIDEST_NOTE);
        }
        String last = lines.get(lines.size() - 1);
        boolean more = last.endsWith(" lost") || last.endsWith(" more");
        return cut(TerminalText.line(lines.get(0)), more ? most / 2 : most)
                + (more ? ", " + TerminalText.line(last) : "");
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
