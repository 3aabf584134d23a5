package io.zrs.plot;

import io.zrs.drawing.Figure;
import io.zrs.drawing.Point;
import io.zrs.drawing.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a trace as lines of points, cut off at the edges of the plot's frame. */
final class PathPen implements Trace.Pen {
    /** A tenth of a point is nothing to see; shorter numbers make smaller files. */
    private static final double TENTHS = 10;

    /** Lower areas, in points, are better seen as lines. */
    private static final double LEAST_BAND = 4;

    private final Stroke stroke;
    private final double left;
    private final double width;
    private final double top;
    private final double bottom;
    private final ValueRange range;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();
    private double lastX;
    private double lastShare;

    PathPen(Stroke stroke, double left, double width, double top, double bottom, ValueRange range) {
        this.stroke = stroke;
        this.left = left;
        this.width = width;
        this.top = top;
        this.bottom = bottom;
        this.range = range;
    }

    @Override
    public void move(double x, double value) {
        flush();
        lastX = x;
        lastShare = range.share(value);
        if (lastX >= 0 && lastX <= width && lastShare >= 0 && lastShare <= 1) {
            add(lastX, lastShare);
        }
    }

    @Override
    public void line(double x, double value) {
        double share = range.share(value);
        double[] part = {0, 1};
        double right = x - lastX;
        double up = share - lastShare;
        boolean seen = clip(-right, lastX, part)
                && clip(right, width - lastX, part)
                && clip(-up, lastShare, part)
                && clip(up, 1 - lastShare, part);
        if (seen) {
            if (part[0] > 0) {
                flush();
            }
            add(lastX + part[0] * right, lastShare + part[0] * up);
            add(lastX + part[1] * right, lastShare + part[1] * up);
        }
        if (!seen || part[1] < 1) {
            flush();
        }
        lastX = x;
        lastShare = share;
    }

    /** Lines a point apart fill an area all the same, and to paint it takes a tenth of the time. */
    @Override
    public boolean isBand(Trace trace, int column) {
        return (within(trace.most(column)) - within(trace.least(column))) * (bottom - top) >= LEAST_BAND;
    }

    private double within(double value) {
        return Math.max(0, Math.min(1, range.share(value)));
    }

    @Override
    public void band(Trace trace, int from, int to) {
        flush();
        List<Point> corners = new ArrayList<>();
        for (int column = from; column <= to; column++) {
            corners.add(point(column, within(trace.most(column))));
            corners.add(point(column + 1, within(trace.most(column))));
        }
        for (int column = to; column >= from; column--) {
            corners.add(point(column + 1, within(trace.least(column))));
            corners.add(point(column, within(trace.least(column))));
        }
        figures.add(new Figure.Polygon(corners, Optional.of(stroke.colour()), Optional.empty()));
        lastX = to + 0.5;
        lastShare = range.share(trace.last(to));
    }

    /** As Liang and Barsky clip: {@code part} is what of the line is left, from 0 to 1. */
    private static boolean clip(double outwards, double room, double[] part) {
        if (outwards == 0) {
            return room >= 0;
        }
        double at = room / outwards;
        if (outwards < 0) {
            part[0] = Math.max(part[0], at);
        } else {
            part[1] = Math.min(part[1], at);
        }
        return part[0] <= part[1];
    }

    private void add(double x, double share) {
        Point point = point(x, share);
        if (points.isEmpty() || !point.equals(points.get(points.size() - 1))) {
            points.add(point);
        }
    }

    private Point point(double x, double share) {
        return new Point(
                Math.rint((left + x) * TENTHS) / TENTHS,
                Math.rint((bottom - share * (bottom - top)) * TENTHS) / TENTHS);
    }

    private void flush() {
        if (points.size() > 1) {
            figures.add(new Figure.Polyline(points, stroke));
        } else if (points.size() == 1) {
            // A sample alone is seen, too.
            Point at = points.get(0);
            double radius = stroke.width();
            figures.add(new Figure.Oval(
                    at.x() - radius,
                    at.y() - radius,
                    2 * radius,
                    2 * radius,
                    Optional.of(stroke.colour()),
                    Optional.empty()));
        }
        points.clear();
    }

    /** What was drawn. */
    List<Figure> end() {
        flush();
        return List.copyOf(figures);
    }
}
