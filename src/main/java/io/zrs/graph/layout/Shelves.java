package io.zrs.graph.layout;

import io.zrs.drawing.Point;
import io.zrs.graph.layout.Placement.Place;
import io.zrs.graph.layout.Placement.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Placements that do not hang together, put beside each other in rows, the highest first. */
public final class Shelves {
    private final double gap;
    private final List<Point> corners = new ArrayList<>();
    private double width;
    private double height;

    private Shelves(double gap) {
        this.gap = gap;
    }

    /**
     * Puts them into rows.
     *
     * @param most how wide a row may be, unless one alone is wider
     * @param gap between rows and columns
     */
    public static Shelves of(List<Placement> parts, double most, double gap) {
        Shelves shelves = new Shelves(gap);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            order.add(i);
            shelves.corners.add(new Point(0, 0));
        }
        order.sort(Comparator.comparingDouble((Integer part) -> -parts.get(part).height()));
        shelves.fill(parts, order, most);
        return shelves;
    }

    private void fill(List<Placement> parts, List<Integer> order, double most) {
        double x = 0;
        double top = 0;
        for (int number : order) {
            Placement part = parts.get(number);
            if (x > 0 && x + part.width() > most) {
                x = 0;
                top = height + gap;
            }
            corners.set(number, new Point(x, top));
            x += part.width() + gap;
            width = Math.max(width, x - gap);
            height = Math.max(height, top + part.height());
        }
    }

    /** The width of a row with which all of them come near to a page of this width to height. */
    public static double width(List<Placement> parts, double gap, double page) {
        double area = 0;
        for (Placement part : parts) {
            area += (part.width() + gap) * (part.height() + gap);
        }
        double width = Math.sqrt(area * page);
        for (Placement part : parts) {
            width = Math.max(width, part.width());
        }
        return width;
    }

    /** How wide all of them are. */
    public double width() {
        return width;
    }

    /** How high all of them are. */
    public double height() {
        return height;
    }

    /** Where the upper left corner of one is. */
    public Point corner(int part) {
        return corners.get(part);
    }

    /** A box there. */
    public static Place moved(Place place, Point corner) {
        return new Place(place.x() + corner.x(), place.y() + corner.y(), place.width(), place.height());
    }

    /** A line there. */
    public static Route moved(Route route, Point corner) {
        List<Point> points = new ArrayList<>();
        for (Point point : route.points()) {
            points.add(moved(point, corner));
        }
        return new Route(points, route.label().map(label -> moved(label, corner)));
    }

    private static Point moved(Point point, Point corner) {
        return new Point(point.x() + corner.x(), point.y() + corner.y());
    }
}
