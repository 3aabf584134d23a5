package io.zrs.graph.dot;

import io.zrs.drawing.Colour;
import io.zrs.drawing.TextWidth;
import io.zrs.graph.Flow;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Kind;
import io.zrs.graph.Vertex.Mark;
import io.zrs.output.TerminalText;
import java.util.Set;

/**
 * How vertices and links look in every picture, but for characters: colours, sizes, widths of lines.
 *
 * @param line its colour
 * @param fill what a box is filled with
 * @param width of the line, in points
 * @param dashed whether the line is
 */
public record Style(Colour line, Colour fill, double width, boolean dashed) {
    /** The size of a vertex's name, in points. */
    public static final double NAME = 11;

    /** The size of what stands at a link. */
    public static final double NOTE = 9;

    /** The height of a vertex. */
    public static final double HEIGHT = 26;

    /** The widest name; of a wider one the middle is left out. */
    public static final double WIDEST_NAME = 210;

    private static final double WIDEST_NOTE = 150;
    private static final double SIDES = 24;

    /** Fonts that stand in for Helvetica are up to so much wider. */
    private static final double SPARE = 1.1;

    private static final double LEAST = 46;

    private static final Colour RED = new Colour(0xc62828);
    private static final Colour GREEN = new Colour(0x2e7d32);
    private static final Colour ORANGE = new Colour(0xd9660a);
    private static final Colour GREY = new Colour(0x7a7a7a);

    /** Of a vertex. */
    public static Style of(Vertex vertex) {
        Set<Mark> marks = vertex.marks();
        if (marks.contains(Mark.REMOVED)) {
            return new Style(RED, new Colour(0xfdecec), 1.2, true);
        }
        if (marks.contains(Mark.ADDED)) {
            return new Style(GREEN, new Colour(0xe6f4e7), 2.2, false);
        }
        if (marks.contains(Mark.NO_PUBLISHER) || marks.contains(Mark.NO_SUBSCRIBER)) {
            return new Style(ORANGE, new Colour(0xfff1e2), 1.4, true);
        }
        if (marks.contains(Mark.LOSING)) {
            return new Style(RED, isTopic(vertex) ? new Colour(0xdcf1ee) : new Colour(0xdfebf7), 2.4, false);
        }
        if (marks.contains(Mark.TOOL)) {
            return new Style(GREY, new Colour(0xf0f0f0), 1, false);
        }
        return isTopic(vertex)
                ? new Style(new Colour(0x13857b), new Colour(0xdcf1ee), 1, false)
                : new Style(new Colour(0x2b6cb0), new Colour(0xdfebf7), 1, false);
    }

    /** Of a link. */
    public static Style of(Link link) {
        double width = 1 + link.flow().map(Flow::messages).map(Style::more).orElse(0.0);
        if (link.marks().contains(Mark.LOSING)) {
            return new Style(RED, RED, Math.max(2.6, width), false);
        }
        if (link.marks().contains(Mark.REMOVED)) {
            return new Style(RED, RED, 1, true);
        }
        if (link.marks().contains(Mark.ADDED)) {
            return new Style(GREEN, GREEN, 2, false);
        }
        Colour colour = new Colour(0x5c6670);
        return new Style(colour, colour, width, false);
    }

    private static double more(double messages) {
        return Math.min(1.2, Math.log10(1 + messages) * 0.3);
    }

    /** Whether it stands for topics. */
    public static boolean isTopic(Vertex vertex) {
        return vertex.kind() == Kind.TOPIC || vertex.kind() == Kind.TOPICS;
    }

    /** Whether it stands for several. */
    public static boolean isGroup(Vertex vertex) {
        return vertex.kind() == Kind.NODES || vertex.kind() == Kind.TOPICS;
    }

    /**
     * What stands in a vertex: its name, short enough, and in a comparison whether it came or went. What would turn letters
     * around, so that it could be taken for another name, is written out as it is on a terminal.
     */
    public static String name(Vertex vertex) {
        String sign =
                vertex.marks().contains(Mark.ADDED) ? "+ " : vertex.marks().contains(Mark.REMOVED) ? "− " : "";
        return sign + TextWidth.cut(TerminalText.line(vertex.label()), NAME, isGroup(vertex), WIDEST_NAME);
    }

    /** Whether nothing of its name is left out. */
    static boolean isWhole(Vertex vertex) {
        return TextWidth.of(TerminalText.line(vertex.label()), NAME, isGroup(vertex)) <= WIDEST_NAME;
    }

    /** A line at a link, short enough. */
    public static String note(String line) {
        return TextWidth.cut(TerminalText.line(line), NOTE, false, WIDEST_NOTE);
    }

    /** How wide a vertex is, in points. */
    public static double width(Vertex vertex) {
        return Math.max(LEAST, Math.ceil(TextWidth.of(name(vertex), NAME, isGroup(vertex)) * SPARE + SIDES));
    }
}
