package io.zrs.graph.picture;

import guru.nidi.graphviz.engine.Format;
import guru.nidi.graphviz.engine.GraphvizEngine;
import guru.nidi.graphviz.engine.GraphvizException;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import io.zrs.drawing.Colour;
import io.zrs.drawing.Drawing;
import io.zrs.drawing.Figure;
import io.zrs.drawing.Figure.Anchor;
import io.zrs.drawing.Point;
import io.zrs.drawing.TextWidth;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.dot.GraphDot;
import io.zrs.graph.dot.LinkText;
import io.zrs.graph.layout.Placement.Place;
import io.zrs.graph.layout.Placement.Route;
import io.zrs.graph.layout.PlainLayout;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.Amount;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A graph as a drawing, the same whichever engine places it but for where things are. */
public final class GraphDrawing {
    private static final double MARGIN = 18;
    private static final double TITLE = 13;
    private static final double HEAD = 34;
    private static final double LEAST_WIDTH = 240;

    private final GraphView view;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private GraphDrawing(GraphView view) {
        this.view = view;
        for (Vertex vertex : view.vertices()) {
            numbers.put(vertex.id(), numbers.size());
        }
    }

    /**
     * Draws it, with what it consists of as its title.
     *
     * @throws ZrsException if the engine fails
     */
    public static Drawing of(GraphView view, GraphvizEngine engine) {
        return of(view, title(view), engine);
    }

    /**
     * Draws it.
     *
     * @param title one line
     * @throws ZrsException if the engine fails
     */
    public static Drawing of(GraphView view, String title, GraphvizEngine engine) {
        return new GraphDrawing(view).drawing(title, layout(view, engine));
    }

    private static PlainLayout layout(GraphView view, GraphvizEngine engine) {
        if (view.vertices().isEmpty()) {
            return new PlainLayout(0, 0, Map.of(), List.of());
        }
        Options options = Options.create().format(Format.PLAIN);
        try {
            return PlainLayout.read(engine.execute(GraphDot.source(view), options, Rasterizer.NONE)
                    .asString());
        } catch (IOException | GraphvizException e) {
            throw new ZrsException(ErrorCode.IO, "cannot lay out the graph: " + e.getMessage(), "", e);
        }
    }

    /** What a graph consists of, in one line. */
    static String title(GraphView view) {
        int topics = 0;
        int nodes = 0;
        for (Vertex vertex : view.vertices()) {
            topics += vertex.kind() == Vertex.Kind.TOPIC ? 1 : 0;
            nodes += vertex.kind() == Vertex.Kind.NODE ? 1 : 0;
        }
        int groups = view.vertices().size() - topics - nodes;
        return Amount.of(nodes, "node")
                + (topics == 0 ? "" : ", " + Amount.of(topics, "topic"))
                + (groups == 0 ? "" : ", " + Amount.of(groups, "group"));
    }

    private Drawing drawing(String title, PlainLayout layout) {
        List<Figure> figures = new ArrayList<>();
        double width = Math.max(Math.max(layout.width(), LEAST_WIDTH), TextWidth.of(title, TITLE, true));
        figures.add(
                new Figure.Text(title, MARGIN, MARGIN + TITLE * 0.8, TITLE, true, Anchor.START, new Colour(0x333333)));
        double right = MARGIN + (width - layout.width()) / 2;
        double down = MARGIN + HEAD;
        place(layout, right, down);
        figures.addAll(links(layout, right, down));
        for (int i = 0; i < places.size(); i++) {
            figures.add(VertexFigure.of(i, view.vertices().get(i), places.get(i)));
        }
        Legend legend = Legend.of(view, MARGIN, down + layout.height() + Legend.HEIGHT, width);
        figures.add(legend.group());
        return new Drawing(title, width + 2 * MARGIN, legend.bottom() + MARGIN, Colour.WHITE, figures);
    }

    private void place(PlainLayout layout, double right, double down) {
        for (int i = 0; i < view.vertices().size(); i++) {
            Place place = layout.nodes().get(GraphDot.name(i));
            if (place == null) {
                throw new ZrsException(
                        ErrorCode.IO,
                        "the layout engine has forgotten '"
                                + view.vertices().get(i).label() + "'");
            }
            places.add(new Place(place.x() + right, place.y() + down, place.width(), place.height()));
        }
    }

    /** Below the vertices, and those that lose above the others. */
    private List<Figure> links(PlainLayout layout, double right, double down) {
        Map<String, Deque<Route>> routes = new HashMap<>();
        for (PlainLayout.Edge edge : layout.edges()) {
            routes.computeIfAbsent(edge.tail() + " " + edge.head(), pair -> new ArrayDeque<>())
                    .add(moved(edge.route(), right, down));
        }
        LinkText text = new LinkText(view);
        List<Figure> calm = new ArrayList<>();
        List<Figure> losing = new ArrayList<>();
        for (int i = 0; i < view.links().size(); i++) {
            Link link = view.links().get(i);
            int from = numbers.get(link.from());
            int to = numbers.get(link.to());
            Deque<Route> route = routes.get(GraphDot.name(from) + " " + GraphDot.name(to));
            if (route == null || route.isEmpty()) {
                throw new ZrsException(
                        ErrorCode.IO,
                        "the layout engine has forgotten a link of '"
                                + end(from).label() + "'");
            }
            boolean isLosing = link.marks().contains(Vertex.Mark.LOSING);
            (isLosing ? losing : calm)
                    .add(LinkFigure.of(i, link, route.remove(), text.lines(link), end(from), end(to)));
        }
        calm.addAll(losing);
        return calm;
    }

    private LinkFigure.End end(int vertex) {
        Place place = places.get(vertex);
        return new LinkFigure.End(
                view.vertices().get(vertex).label(),
                place,
                VertexFigure.corner(view.vertices().get(vertex), place));
    }

    private static Route moved(Route route, double right, double down) {
        List<Point> points = new ArrayList<>();
        for (Point point : route.points()) {
            points.add(moved(point, right, down));
        }
        Optional<Point> label = route.label().isEmpty()
                ? Optional.empty()
                : Optional.of(moved(route.label().get(), right, down));
        return new Route(points, label);
    }

    private static Point moved(Point point, double right, double down) {
        return new Point(point.x() + right, point.y() + down);
    }
}
