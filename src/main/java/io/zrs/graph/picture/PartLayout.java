package io.zrs.graph.picture;

import guru.nidi.graphviz.engine.Format;
import guru.nidi.graphviz.engine.GraphvizEngine;
import guru.nidi.graphviz.engine.GraphvizException;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import io.zrs.drawing.Point;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.dot.GraphDot;
import io.zrs.graph.dot.Style;
import io.zrs.graph.layout.Placement;
import io.zrs.graph.layout.Placement.Place;
import io.zrs.graph.layout.Placement.Route;
import io.zrs.graph.layout.PlainLayout;
import io.zrs.graph.layout.Shelves;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where everything of a graph goes: its parts by an engine, and together on something like a page. */
final class PartLayout {
    private static final double PAGE = 1.414;
    private static final double GAP = 30;

    /** A drawing as wide as a page, at its full size, is turned for nothing. */
    private static final double PAGE_WIDTH = 780;

    private final GraphView view;
    private final GraphvizEngine engine;
    private final List<Part> parts;

    PartLayout(GraphView view, GraphvizEngine engine) {
        this.view = view;
        this.engine = engine;
        parts = Part.of(view);
    }

    /** From left to right, as people read; from the top down if that gives larger letters on a page. */
    Placement place() {
        Placement right = place(false);
        if (right.width() <= PAGE_WIDTH || right.width() <= right.height() * PAGE) {
            return right;
        }
        Placement down = place(true);
        return scale(down) > scale(right) ? down : right;
    }

    /** How large it may be drawn on a page, which may be turned. */
    private static double scale(Placement placement) {
        double upright = Math.min(1 / placement.width(), PAGE / placement.height());
        return Math.max(upright, Math.min(PAGE / placement.width(), 1 / placement.height()));
    }

    private Placement place(boolean down) {
        List<Placement> placed = new ArrayList<>();
        for (Part part : parts) {
            placed.add(part.links().isEmpty() ? single(part) : laidOut(part.view(), down));
        }
        Shelves shelves = Shelves.of(placed, Shelves.width(placed, GAP, PAGE), GAP);
        Place[] boxes = new Place[view.vertices().size()];
        Route[] routes = new Route[view.links().size()];
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Point corner = shelves.corner(i);
            for (int j = 0; j < part.vertices().size(); j++) {
                boxes[part.vertices().get(j)] =
                        Shelves.moved(placed.get(i).boxes().get(j), corner);
            }
            for (int j = 0; j < part.links().size(); j++) {
                routes[part.links().get(j)] =
                        Shelves.moved(placed.get(i).routes().get(j), corner);
            }
        }
        return new Placement(shelves.width(), shelves.height(), Arrays.asList(boxes), Arrays.asList(routes));
    }

    /** One vertex needs no engine. */
    private static Placement single(Part part) {
        double width = Style.width(part.view().vertices().get(0));
        return new Placement(width, Style.HEIGHT, List.of(new Place(0, 0, width, Style.HEIGHT)), List.of());
    }

    private Placement laidOut(GraphView part, boolean down) {
        PlainLayout layout;
        try {
            Options options = Options.create().format(Format.PLAIN);
            String source = GraphDot.source(part, down);
            layout = PlainLayout.read(
                    engine.execute(source, options, Rasterizer.NONE).asString());
        } catch (IOException | GraphvizException e) {
            throw new ZrsException(ErrorCode.IO, "cannot lay out the graph: " + e.getMessage(), "", e);
        }
        Map<String, Integer> numbers = new HashMap<>();
        List<Place> boxes = new ArrayList<>();
        for (Vertex vertex : part.vertices()) {
            Place place = layout.nodes().get(GraphDot.name(numbers.size()));
            boxes.add(present(place, vertex.label()));
            numbers.put(vertex.id(), numbers.size());
        }
        Map<String, Deque<Route>> found = new HashMap<>();
        for (PlainLayout.Edge edge : layout.edges()) {
            found.computeIfAbsent(edge.tail() + " " + edge.head(), pair -> new ArrayDeque<>())
                    .add(edge.route());
        }
        List<Route> routes = new ArrayList<>();
        for (Link link : part.links()) {
            Deque<Route> between =
                    found.get(GraphDot.name(numbers.get(link.from())) + " " + GraphDot.name(numbers.get(link.to())));
            routes.add(present(between == null ? null : between.poll(), link.from()));
        }
        return new Placement(layout.width(), layout.height(), boxes, routes);
    }

    private static <T> T present(T found, String what) {
        if (found == null) {
            throw new ZrsException(ErrorCode.IO, "the layout engine has forgotten something of '" + what + "'");
        }
        return found;
    }
}
