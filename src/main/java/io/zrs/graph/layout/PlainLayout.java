package io.zrs.graph.layout;

import io.zrs.drawing.Point;
import io.zrs.graph.layout.Placement.Place;
import io.zrs.graph.layout.Placement.Route;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Graphviz's plain format says (graphviz.org, "Output Formats", plain), in points and with y downwards.
 *
 * @param nodes by their names in the DOT source
 * @param edges in the order in which they came
 */
public record PlainLayout(double width, double height, Map<String, Place> nodes, List<Edge> edges) {
    private static final double POINTS_AN_INCH = 72;

    /** A million points are 14 km of paper at Graphviz's precision: no picture has more. */
    private static final int MOST_POINTS = 1_000_000;

    private static final double FARTHEST = 1e7;

    /** Copies the collections. */
    public PlainLayout {
        nodes = new LinkedHashMap<>(nodes);
        edges = List.copyOf(edges);
    }

    /** A line between two nodes. */
    public record Edge(String tail, String head, Route route) {}

    /**
     * Reads it.
     *
     * @throws ZrsException {@link ErrorCode#INVALID}, with the line, for what is not of this format
     */
    public static PlainLayout read(String plain) {
        return new Reader(plain).read();
    }

    /** The parser; goes through the text once. */
    private static final class Reader {
        private final PlainWords words;
        private final Map<String, Place> nodes = new LinkedHashMap<>();
        private final List<Edge> edges = new ArrayList<>();
        private double scale;
        private double height;

        Reader(String plain) {
            words = new PlainWords(plain);
        }

        PlainLayout read() {
            if (!"graph".equals(words.next())) {
                throw words.error("does not begin with 'graph'");
            }
            scale = number() * POINTS_AN_INCH;
            if (!(scale > 0)) {
                throw words.error("has no scale");
            }
            double width = number() * scale;
            height = number() * scale;
            words.endOfLine();
            for (String word = words.next(); !"stop".equals(word); word = words.next()) {
                switch (word) {
                    case "node" -> node();
                    case "edge" -> edge();
                    default -> throw words.error("has '" + word + "' where a line begins");
                }
                words.skipLine();
            }
            return new PlainLayout(width, height, nodes, edges);
        }

        private void node() {
            String name = words.next();
            Point middle = point();
            double wide = number() * scale;
            double high = number() * scale;
            nodes.put(name, new Place(middle.x() - wide / 2, middle.y() - high / 2, wide, high));
        }

        private void edge() {
            String tail = words.next();
            String head = words.next();
            if (!nodes.containsKey(tail) || !nodes.containsKey(head)) {
                throw words.error("has an edge of a node that it does not have");
            }
            double count = number();
            if (count != Math.rint(count) || count < 4 || count > MOST_POINTS || count % 3 != 1) {
                throw words.error("has an edge that is no Bézier curve");
            }
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                points.add(point());
            }
            // A label, its place, style and colour; without a label only the last two.
            Optional<Point> label = Optional.empty();
            if (words.leftInLine() > 2) {
                words.next();
                label = Optional.of(point());
            }
            edges.add(new Edge(tail, head, new Route(points, label)));
        }

        private Point point() {
            double x = number() * scale;
            return new Point(x, height - number() * scale);
        }

        private double number() {
            String word = words.next();
            try {
                double number = Double.parseDouble(word);
                if (Math.abs(number) < FARTHEST) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw words.error("has '" + word + "' for a number");
            }
            throw words.error("has '" + word + "' for a number");
        }
    }
}
