package io.zrs.graph.picture;

import io.zrs.drawing.Colour;
import io.zrs.drawing.Figure;
import io.zrs.drawing.Figure.Anchor;
import io.zrs.drawing.Point;
import io.zrs.drawing.Stroke;
import io.zrs.drawing.TextWidth;
import io.zrs.graph.Link;
import io.zrs.graph.dot.Style;
import io.zrs.graph.layout.Placement.Place;
import io.zrs.graph.layout.Placement.Route;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One link as figures: its curve, an arrow head, and what stands at it. */
final class LinkFigure {
    private static final double ARROW = 7;
    private static final double HALF = 0.4;
    private static final double DASH = 5;
    private static final double LEADING = Style.NOTE * 1.2;
    private static final double ASCENT = 0.92;
    private static final double AROUND = 1.5;

    private final Link link;
    private final Style style;
    private final List<Figure> figures = new ArrayList<>();

    private LinkFigure(Link link) {
        this.link = link;
        style = Style.of(link);
    }

    /**
     * The line of a link.
     *
     * @param notes what stands at it
     * @param from where it begins, and how round the corners are
     * @param to where it ends
     */
    static Figure.Group line(int number, Link link, Route route, List<String> notes, End from, End to) {
        LinkFigure figure = new LinkFigure(link);
        figure.line(route.points(), from, to);
        return new Figure.Group("e" + number, "link", title(link, from, to, notes), figure.figures);
    }

    /**
     * What stands at a link, above all lines: an engine knows other fonts than the viewer, so that a text may reach its own
     * line or another, and then hides it there.
     */
    static Figure.Group notes(int number, Link link, Point place, List<String> notes) {
        LinkFigure figure = new LinkFigure(link);
        figure.ground(place, notes);
        figure.notes(place, notes);
        return new Figure.Group("n" + number, "link", "", figure.figures);
    }

    /** A box that a line ends at. */
    record End(String label, Place place, double corner) {}

    private void line(List<Point> route, End from, End to) {
        List<Point> points = new ArrayList<>(route);
        List<Point> backwards = new ArrayList<>(points);
        Collections.reverse(backwards);
        Point start = Curves.meeting(Curves.before(backwards), points.get(0), from.place(), from.corner());
        points.set(0, start);
        Point end = points.get(points.size() - 1);
        Point before = Curves.before(points);
        Point tip = Curves.meeting(before, end, to.place(), to.corner());
        double size = ARROW + style.width();
        points = Curves.upTo(points, tip, size * 0.8);
        figures.add(new Figure.Curve(points, new Stroke(style.line(), style.width(), style.dashed() ? DASH : 0)));
        head(points.get(points.size() - 1), before, tip, size);
    }

    private void head(Point neck, Point before, Point tip, double size) {
        Point behind = Curves.distance(neck, tip) > 0.5 ? neck : before;
        double length = Math.max(Curves.distance(behind, tip), 0.001);
        double x = (tip.x() - behind.x()) / length * size;
        double y = (tip.y() - behind.y()) / length * size;
        List<Point> corners = List.of(
                tip,
                new Point(tip.x() - x - y * HALF, tip.y() - y + x * HALF),
                new Point(tip.x() - x + y * HALF, tip.y() - y - x * HALF));
        figures.add(new Figure.Polygon(corners, Optional.of(style.line()), Optional.empty()));
    }

    private void ground(Point place, List<String> notes) {
        double width = 0;
        for (String note : notes) {
            width = Math.max(width, TextWidth.of(Style.note(note), Style.NOTE, false));
        }
        double height = notes.size() * LEADING;
        figures.add(new Figure.Box(
                place.x() - width / 2 - AROUND,
                place.y() - height / 2 + AROUND,
                width + 2 * AROUND,
                height - 2 * AROUND,
                0,
                Optional.of(Colour.WHITE),
                Optional.empty()));
    }

    private void notes(Point place, List<String> notes) {
        double top = place.y() - notes.size() * LEADING / 2;
        for (int i = 0; i < notes.size(); i++) {
            double baseline = top + LEADING * i + Style.NOTE * ASCENT;
            figures.add(new Figure.Text(
                    Style.note(notes.get(i)), place.x(), baseline, Style.NOTE, false, Anchor.MIDDLE, style.line()));
        }
    }

    private static String title(Link link, End from, End to, List<String> notes) {
        StringBuilder title = new StringBuilder(from.label() + " → " + to.label());
        for (TopicName topic : link.topics()) {
            title.append('\n').append(topic.value());
        }
        for (String note : notes) {
            if (title.indexOf("\n" + note) < 0) {
                title.append('\n').append(note);
            }
        }
        return title.toString();
    }
}
