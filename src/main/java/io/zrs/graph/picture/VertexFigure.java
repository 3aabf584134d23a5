package io.zrs.graph.picture;

import io.zrs.drawing.Colour;
import io.zrs.drawing.Figure;
import io.zrs.drawing.Figure.Anchor;
import io.zrs.drawing.Stroke;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Mark;
import io.zrs.graph.dot.Style;
import io.zrs.graph.layout.Placement.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One vertex as figures: a node has round ends, a topic corners; several in one lie on a pile. */
final class VertexFigure {
    /** How far a pile and a second outline are away, in points. */
    private static final double STEP = 3;

    private static final double DASH = 4;
    private static final double BASELINE = 0.36;

    private VertexFigure() {}

    static double corner(Vertex vertex, Place place) {
        return Style.isTopic(vertex) ? 0 : place.height() / 2;
    }

    static Figure.Group of(int number, Vertex vertex, Place place) {
        List<Figure> figures = new ArrayList<>(shape(vertex, place));
        double x = place.x() + place.width() / 2;
        double y = place.y() + place.height() / 2 + Style.NAME * BASELINE;
        Colour ink = vertex.marks().contains(Mark.TOOL) ? new Colour(0x555555) : Colour.BLACK;
        figures.add(new Figure.Text(Style.name(vertex), x, y, Style.NAME, Style.isGroup(vertex), Anchor.MIDDLE, ink));
        return new Figure.Group("v" + number, word(vertex), title(vertex), figures);
    }

    /** The outline alone. */
    static List<Figure> shape(Vertex vertex, Place place) {
        Style style = Style.of(vertex);
        double corner = corner(vertex, place);
        Stroke stroke = new Stroke(style.line(), style.width(), style.dashed() ? DASH : 0);
        List<Figure> figures = new ArrayList<>();
        if (Style.isGroup(vertex)) {
            figures.add(box(place, STEP, corner, Optional.of(style.fill()), stroke));
        }
        figures.add(box(place, 0, corner, Optional.of(style.fill()), stroke));
        if (vertex.marks().contains(Mark.LATCHED)) {
            Place inner =
                    new Place(place.x() + STEP, place.y() + STEP, place.width() - 2 * STEP, place.height() - 2 * STEP);
            figures.add(box(inner, 0, Math.max(0, corner - STEP), Optional.empty(), new Stroke(style.line(), 0.7)));
        }
        return figures;
    }

    private static Figure box(Place place, double shift, double corner, Optional<Colour> fill, Stroke stroke) {
        return new Figure.Box(
                place.x() + shift, place.y() + shift, place.width(), place.height(), corner, fill, Optional.of(stroke));
    }

    static String word(Vertex vertex) {
        return switch (vertex.kind()) {
            case NODE -> "node";
            case TOPIC -> "topic";
            case NODES -> "nodes";
            case TOPICS -> "topics";
        };
    }

    private static String title(Vertex vertex) {
        StringBuilder title = new StringBuilder(word(vertex)).append(' ').append(vertex.label());
        for (Mark mark : vertex.marks()) {
            title.append('\n').append(Legend.word(mark));
        }
        for (String detail : vertex.details()) {
            title.append('\n').append(detail);
        }
        return title.toString();
    }
}
