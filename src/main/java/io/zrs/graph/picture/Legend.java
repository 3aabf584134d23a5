package io.zrs.graph.picture;

import io.zrs.drawing.Colour;
import io.zrs.drawing.Figure;
import io.zrs.drawing.Figure.Anchor;
import io.zrs.drawing.Point;
import io.zrs.drawing.Stroke;
import io.zrs.drawing.TextWidth;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Kind;
import io.zrs.graph.Vertex.Mark;
import io.zrs.graph.layout.Placement.Place;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the shapes and marks of a drawing mean: one row below it, of those that occur in it. */
final class Legend {
    static final double HEIGHT = 24;

    private static final double SIZE = 9;
    private static final double SAMPLE_WIDTH = 22;
    private static final double SAMPLE_HEIGHT = 12;
    private static final double GAP = 5;
    private static final double ARROW = 8;
    private static final double HEAD = 4.5;
    private static final double BETWEEN = 16;
    private static final Colour INK = new Colour(0x444444);

    private final List<Figure> figures = new ArrayList<>();
    private final double left;
    private final double most;
    private double x;
    private double y;

    private Legend(double left, double top, double most) {
        this.left = left;
        this.most = most;
        x = left;
        y = top;
    }

    /** What a mark means. */
    static String word(Mark mark) {
        return switch (mark) {
            case NO_PUBLISHER -> "no publisher";
            case NO_SUBSCRIBER -> "no subscriber";
            case LATCHED -> "latched";
            case LOSING -> "losing messages";
            case TOOL -> "tool";
            case ADDED -> "added";
            case REMOVED -> "removed";
        };
    }

    /** Rows of samples from the left, in no more than {@code width} if that can be. */
    static Legend of(GraphView view, double left, double top, double width) {
        Legend legend = new Legend(left, top, width);
        for (Kind kind : kinds(view)) {
            Vertex sample = new Vertex("", kind, "", Set.of(), List.of());
            legend.add(sample, VertexFigure.word(sample));
        }
        for (Mark mark : marks(view)) {
            Kind kind = mark == Mark.TOOL ? Kind.NODE : Kind.TOPIC;
            legend.add(new Vertex("", kind, "", EnumSet.of(mark), List.of()), word(mark));
        }
        return legend;
    }

    private static Set<Kind> kinds(GraphView view) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Vertex vertex : view.vertices()) {
            if (!vertex.is(Mark.NO_PUBLISHER) && !vertex.is(Mark.NO_SUBSCRIBER)) {
                kinds.add(vertex.kind());
            }
        }
        return kinds;
    }

    private static Set<Mark> marks(GraphView view) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Vertex vertex : view.vertices()) {
            marks.addAll(vertex.marks());
        }
        for (Link link : view.links()) {
            marks.addAll(link.marks());
        }
        return marks;
    }

    private void add(Vertex sample, String word) {
        double width = SAMPLE_WIDTH + GAP + TextWidth.of(word, SIZE, false);
        if (x > left && x + width > left + most) {
            x = left;
            y += HEIGHT * 0.75;
        }
        sample(sample);
        double baseline = y + SAMPLE_HEIGHT / 2 + SIZE * 0.36;
        figures.add(new Figure.Text(word, x + SAMPLE_WIDTH + GAP, baseline, SIZE, false, Anchor.START, INK));
        x += width + BETWEEN;
    }

    /** A topic that lacks an end is shown with the line of the other one. */
    private void sample(Vertex sample) {
        boolean into = sample.is(Mark.NO_SUBSCRIBER);
        boolean outOf = sample.is(Mark.NO_PUBLISHER);
        double arrow = into || outOf ? ARROW : 0;
        double left = into ? x + arrow : x;
        figures.addAll(VertexFigure.shape(sample, new Place(left, y, SAMPLE_WIDTH - arrow, SAMPLE_HEIGHT)));
        if (arrow > 0) {
            double from = into ? x : x + SAMPLE_WIDTH - arrow;
            double middle = y + SAMPLE_HEIGHT / 2;
            Point tip = new Point(from + arrow, middle);
            figures.add(new Figure.Polyline(List.of(new Point(from, middle), tip), new Stroke(INK, 1)));
            figures.add(new Figure.Polygon(
                    List.of(
                            tip,
                            new Point(tip.x() - HEAD, middle - HEAD / 2),
                            new Point(tip.x() - HEAD, middle + HEAD / 2)),
                    Optional.of(INK),
                    Optional.empty()));
        }
    }

    Figure.Group group() {
        return new Figure.Group("legend", "legend", "", figures);
    }

    /** Where it ends. */
    double bottom() {
        return y + SAMPLE_HEIGHT;
    }
}
