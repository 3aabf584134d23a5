package io.zrs.graph.picture;

import guru.nidi.graphviz.engine.GraphvizEngine;
import io.zrs.drawing.Colour;
import io.zrs.drawing.Drawing;
import io.zrs.drawing.Figure;
import io.zrs.drawing.Figure.Anchor;
import io.zrs.drawing.Point;
import io.zrs.drawing.TextWidth;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.dot.LinkText;
import io.zrs.graph.layout.Placement;
import io.zrs.graph.layout.Placement.Place;
import io.zrs.graph.layout.Placement.Route;
import io.zrs.graph.layout.Shelves;
import io.zrs.model.TopicName;
import io.zrs.output.Amount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
     * @throws io.zrs.model.ZrsException if the engine fails
     */
    public static Drawing of(GraphView view, GraphvizEngine engine) {
        return of(view, title(view), engine);
    }

    /**
     * Draws it.
     *
     * @param title one line
     * @throws io.zrs.model.ZrsException if the engine fails
     */
    public static Drawing of(GraphView view, String title, GraphvizEngine engine) {
        return new GraphDrawing(view).drawing(title, new PartLayout(view, engine).place());
    }

    /** What a graph consists of, in one line. */
    static String title(GraphView view) {
        int boxes = 0;
        int nodes = 0;
        for (Vertex vertex : view.vertices()) {
            boxes += vertex.kind() == Vertex.Kind.TOPIC ? 1 : 0;
            nodes += vertex.kind() == Vertex.Kind.NODE ? 1 : 0;
        }
        int groups = view.vertices().size() - boxes - nodes;
        int topics = boxes + onLinks(view);
        StringBuilder title = new StringBuilder();
        title.append(nodes > 0 || view.vertices().isEmpty() ? Amount.of(nodes, "node") : "");
        title.append(title.isEmpty() || topics == 0 ? "" : ", ").append(topics == 0 ? "" : Amount.of(topics, "topic"));
        title.append(title.isEmpty() || groups == 0 ? "" : ", ").append(groups == 0 ? "" : Amount.of(groups, "group"));
        return title.toString();
    }

    /** How many topics have no box, as they stand at lines from node to node. */
    private static int onLinks(GraphView view) {
        LinkText text = new LinkText(view);
        Set<TopicName> topics = new HashSet<>();
        for (Link link : view.links()) {
            if (!text.hasTopicAtEnd(link)) {
                topics.addAll(link.topics());
            }
        }
        return topics.size();
    }

    private Drawing drawing(String title, Placement layout) {
        List<Figure> figures = new ArrayList<>();
        double width = Math.max(Math.max(layout.width(), LEAST_WIDTH), TextWidth.of(title, TITLE, true));
        figures.add(
                new Figure.Text(title, MARGIN, MARGIN + TITLE * 0.8, TITLE, true, Anchor.START, new Colour(0x333333)));
        double right = MARGIN + (width - layout.width()) / 2;
        double down = MARGIN + HEAD;
        Point corner = new Point(right, down);
        for (Place place : layout.boxes()) {
            places.add(Shelves.moved(place, corner));
        }
        figures.addAll(links(layout, corner));
        for (int i = 0; i < places.size(); i++) {
            figures.add(VertexFigure.of(i, view.vertices().get(i), places.get(i)));
        }
        Legend legend = Legend.of(view, MARGIN, down + layout.height() + Legend.HEIGHT, width);
        figures.add(legend.group());
        return new Drawing(title, width + 2 * MARGIN, legend.bottom() + MARGIN, Colour.WHITE, figures);
    }

    /** Below the vertices: lines, those that lose messages above the others, and above them what stands there. */
    private List<Figure> links(Placement layout, Point corner) {
        LinkText text = new LinkText(view);
        List<Figure> calm = new ArrayList<>();
        List<Figure> losing = new ArrayList<>();
        List<Figure> notes = new ArrayList<>();
        for (int i = 0; i < view.links().size(); i++) {
            Link link = view.links().get(i);
            Route route = Shelves.moved(layout.routes().get(i), corner);
            LinkFigure.End from = end(numbers.get(link.from()));
            LinkFigure.End to = end(numbers.get(link.to()));
            List<String> lines = text.lines(link);
            (link.marks().contains(Vertex.Mark.LOSING) ? losing : calm)
                    .add(LinkFigure.line(i, link, route, lines, from, to));
            if (route.label().isPresent() && !lines.isEmpty()) {
                notes.add(LinkFigure.notes(i, link, route.label().get(), lines));
            }
        }
        calm.addAll(losing);
        calm.addAll(notes);
        return calm;
    }

    private LinkFigure.End end(int vertex) {
        Place place = places.get(vertex);
        return new LinkFigure.End(
                view.vertices().get(vertex).label(),
                place,
                VertexFigure.corner(view.vertices().get(vertex), place));
    }
}
