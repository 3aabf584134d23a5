package io.zrs.graph.picture;

import io.zrs.drawing.Point;
import io.zrs.graph.layout.Placement.Place;
import java.util.ArrayList;
import java.util.List;

/** Lines of cubic Bézier curves, made to end at a box, with room for an arrow head. */
final class Curves {
    /** What a line's end may be away from its box: Graphviz leaves room for its own arrow head. */
    private static final double REACH = 24;

    private static final double STEP = 0.25;
    private static final int HALVINGS = 24;

    private Curves() {}

    /**
     * Where a line that comes to {@code end} from {@code before} meets the outline of a box.
     *
     * @param corner the radius of the box's corners
     */
    static Point meeting(Point before, Point end, Place box, double corner) {
        double dx = end.x() - before.x();
        double dy = end.y() - before.y();
        double length = Math.hypot(dx, dy);
        if (length == 0) {
            return end;
        }
        double x = end.x();
        double y = end.y();
        for (double gone = 0; gone < REACH; gone += STEP) {
            if (isIn(x, y, box, corner)) {
                return new Point(x, y);
            }
            x += dx / length * STEP;
            y += dy / length * STEP;
        }
        return end;
    }

    private static boolean isIn(double x, double y, Place box, double corner) {
        double right = Math.abs(x - box.x() - box.width() / 2) - box.width() / 2 + corner;
        double down = Math.abs(y - box.y() - box.height() / 2) - box.height() / 2 + corner;
        return Math.hypot(Math.max(right, 0), Math.max(down, 0)) + Math.min(Math.max(right, down), 0) <= corner;
    }

    /** The last point before the end that is not the end itself: where the line comes from there. */
    static Point before(List<Point> points) {
        Point end = points.get(points.size() - 1);
        for (int i = points.size() - 2; i > 0; i--) {
            if (distance(points.get(i), end) > STEP) {
                return points.get(i);
            }
        }
        return points.get(0);
    }

    /** The line, cut or lengthened to where it is {@code room} away from {@code tip}; of its last curve a bit stays in any case. */
    static List<Point> upTo(List<Point> points, Point tip, double room) {
        int last = points.size() - 4;
        Point end = points.get(points.size() - 1);
        double missing = distance(end, tip) - room;
        if (missing >= 0) {
            Point neck = between(end, tip, missing / distance(end, tip));
            List<Point> longer = new ArrayList<>(points);
            longer.addAll(List.of(between(end, neck, 1.0 / 3), between(end, neck, 2.0 / 3), neck));
            return longer;
        }
        while (last > 0 && distance(points.get(last), tip) < room) {
            last -= 3;
        }
        double from = 0;
        double to = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (from + to) / 2;
            if (distance(part(points, last, middle).get(3), tip) >= room) {
                from = middle;
            } else {
                to = middle;
            }
        }
        List<Point> shorter = new ArrayList<>(points.subList(0, last));
        shorter.addAll(part(points, last, Math.max(from, 0.05)));
        return shorter;
    }

    /** The first part of the curve that begins at {@code start}, by de Casteljau's algorithm. */
    private static List<Point> part(List<Point> points, int start, double part) {
        Point a = points.get(start);
        Point ab = between(a, points.get(start + 1), part);
        Point bc = between(points.get(start + 1), points.get(start + 2), part);
        Point cd = between(points.get(start + 2), points.get(start + 3), part);
        Point abc = between(ab, bc, part);
        Point bcd = between(bc, cd, part);
        return List.of(a, ab, abc, between(abc, bcd, part));
    }

    static Point between(Point from, Point to, double part) {
        return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }

    static double distance(Point from, Point to) {
        return Math.hypot(to.x() - from.x(), to.y() - from.y());
    }
}
