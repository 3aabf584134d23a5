package io.zrs.drawing.raster;

import io.zrs.drawing.Colour;
import io.zrs.drawing.Drawing;
import io.zrs.drawing.Figure;
import io.zrs.drawing.Figure.Box;
import io.zrs.drawing.Figure.Curve;
import io.zrs.drawing.Figure.Group;
import io.zrs.drawing.Figure.Oval;
import io.zrs.drawing.Figure.Polygon;
import io.zrs.drawing.Figure.Polyline;
import io.zrs.drawing.Figure.Text;
import io.zrs.drawing.Point;
import io.zrs.drawing.Stroke;
import io.zrs.drawing.TextWidth;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;

/** Paints drawings by Java2D. */
public final class Painter {
    private static final float MITER_LIMIT = 10;

    /** Letters narrower than that are harder to read than letters beyond their place. */
    private static final double NARROWEST = 0.75;

    private final Graphics2D graphics;

    private Painter(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /** Paints it, background and all; a unit of {@code graphics} is a point. Leaves colour, stroke, font and hints changed. */
    public static void paint(Drawing drawing, Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Painter painter = new Painter(graphics);
        graphics.setColor(colour(drawing.background()));
        graphics.fill(new Rectangle2D.Double(0, 0, drawing.width(), drawing.height()));
        painter.figures(drawing.figures());
    }

    private static Color colour(Colour colour) {
        return new Color(colour.rgb());
    }

    private void figures(List<Figure> figures) {
        for (Figure figure : figures) {
            figure(figure);
        }
    }

    private void figure(Figure figure) {
        if (figure instanceof Box box) {
            area(shape(box), box.fill(), box.stroke());
        } else if (figure instanceof Oval oval) {
            Shape shape = new Ellipse2D.Double(oval.x(), oval.y(), oval.width(), oval.height());
            area(shape, oval.fill(), oval.stroke());
        } else if (figure instanceof Polygon polygon) {
            Path2D path = path(polygon.corners());
            path.closePath();
            area(path, polygon.fill(), polygon.stroke());
        } else if (figure instanceof Polyline line) {
            area(path(line.points()), Optional.empty(), Optional.of(line.stroke()));
        } else if (figure instanceof Curve curve) {
            area(curve(curve.points()), Optional.empty(), Optional.of(curve.stroke()));
        } else if (figure instanceof Text text) {
            text(text);
        } else if (figure instanceof Group group) {
            figures(group.figures());
        }
    }

    private static Shape shape(Box box) {
        return box.corner() == 0
                ? new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height())
                : new RoundRectangle2D.Double(
                        box.x(), box.y(), box.width(), box.height(), 2 * box.corner(), 2 * box.corner());
    }

    private static Path2D path(List<Point> points) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, points.size());
        path.moveTo(points.get(0).x(), points.get(0).y());
        for (int i = 1; i < points.size(); i++) {
            path.lineTo(points.get(i).x(), points.get(i).y());
        }
        return path;
    }

    private static Path2D curve(List<Point> points) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, points.size());
        path.moveTo(points.get(0).x(), points.get(0).y());
        for (int i = 1; i + 2 < points.size(); i += 3) {
            Point first = points.get(i);
            Point second = points.get(i + 1);
            Point end = points.get(i + 2);
            path.curveTo(first.x(), first.y(), second.x(), second.y(), end.x(), end.y());
        }
        return path;
    }

    private void area(Shape shape, Optional<Colour> fill, Optional<Stroke> stroke) {
        if (fill.isPresent()) {
            graphics.setColor(colour(fill.get()));
            graphics.fill(shape);
        }
        if (stroke.isPresent()) {
            graphics.setColor(colour(stroke.get().colour()));
            graphics.setStroke(stroke(stroke.get()));
            graphics.draw(shape);
        }
    }

    private static BasicStroke stroke(Stroke stroke) {
        float dash = (float) stroke.dash();
        return new BasicStroke(
                (float) stroke.width(),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                MITER_LIMIT,
                dash > 0 ? new float[] {dash} : null,
                0);
    }

    private void text(Text text) {
        if (text.text().isEmpty()) {
            return;
        }
        Font font = Fonts.sans(text.size(), text.bold());
        double natural = font.getStringBounds(text.text(), graphics.getFontRenderContext())
                .getWidth();
        // This machine's font may be wider than the one that places were measured for.
        double width = Math.min(natural, TextWidth.of(text.text(), text.size(), text.bold()));
        double left = switch (text.anchor()) {
            case START -> text.x();
            case MIDDLE -> text.x() - width / 2;
            case END -> text.x() - width;
        };
        AffineTransform before = graphics.getTransform();
        graphics.setColor(colour(text.colour()));
        graphics.setFont(font);
        graphics.translate(left, text.y());
        if (natural > width) {
            graphics.scale(Math.max(NARROWEST, width / natural), 1);
        }
        graphics.drawString(text.text(), 0, 0);
        graphics.setTransform(before);
    }
}
