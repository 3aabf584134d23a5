package io.zrs.graph.layout;

import io.zrs.drawing.Point;
import java.util.List;
import java.util.Optional;

/**
 * Where everything of a plan is; the origin is at the top left.
 *
 * @param boxes in the plan's order
 * @param routes one each line, in the plan's order
 */
public record Placement(double width, double height, List<Place> boxes, List<Route> routes) {
    /** Copies the lists. */
    public Placement {
        boxes = List.copyOf(boxes);
        routes = List.copyOf(routes);
    }

    /** A box, by its upper left corner. */
    public record Place(double x, double y, double width, double height) {}

    /**
     * A line.
     *
     * @param points from box to box: of curves, the start and three points for each cubic Bézier curve; of cells, the ends
     *     and corners
     * @param label the middle of what is written at it
     */
    public record Route(List<Point> points, Optional<Point> label) {
        /** Copies the list. */
        public Route {
            points = List.copyOf(points);
        }
    }
}
