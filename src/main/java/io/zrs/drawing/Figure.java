package io.zrs.drawing;

import java.util.List;
import java.util.Optional;

/** What a drawing consists of. Lengths are points; later figures lie over earlier ones. */
public sealed interface Figure {
    /**
     * A rectangle with its sides along the axes.
     *
     * @param corner the radius of its corners, 0 for sharp ones
     */
    record Box(
            double x,
            double y,
            double width,
            double height,
            double corner,
            Optional<Colour> fill,
            Optional<Stroke> stroke)
            implements Figure {}

    /** An ellipse that fills the rectangle. */
    record Oval(double x, double y, double width, double height, Optional<Colour> fill, Optional<Stroke> stroke)
            implements Figure {}

    /** A closed area with at least three corners. */
    record Polygon(List<Point> corners, Optional<Colour> fill, Optional<Stroke> stroke) implements Figure {
        /** Copies the list. */
        public Polygon {
            corners = List.copyOf(corners);
        }
    }

    /** Straight lines from point to point, at least two. */
    record Polyline(List<Point> points, Stroke stroke) implements Figure {
        /** Copies the list. */
        public Polyline {
            points = List.copyOf(points);
        }
    }

    /** Cubic Bézier curves, joined: the start, then three points for each (two controls, the end). */
    record Curve(List<Point> points, Stroke stroke) implements Figure {
        /** Copies the list. */
        public Curve {
            points = List.copyOf(points);
        }
    }

    /**
     * One line of text.
     *
     * @param x where it begins, has its middle, or ends: what {@code anchor} says
     * @param y its baseline
     * @param size the height of its letters' body, in points
     */
    record Text(String text, double x, double y, double size, boolean bold, Anchor anchor, Colour colour)
            implements Figure {}

    /**
     * Figures that belong together.
     *
     * @param id of letters, digits, {@code -} and {@code _}; unlike every other in the drawing, for programs that look into
     *     it; may be empty
     * @param title what a viewer shows when the pointer is over it; may be empty, may have several lines
     * @param kind a class name for style sheets and programs, of letters and {@code -}; may be empty
     */
    record Group(String id, String kind, String title, List<Figure> figures) implements Figure {
        /** Copies the list. */
        public Group {
            figures = List.copyOf(figures);
        }
    }

    /** Where a text's {@code x} is. */
    enum Anchor {
        /** At its beginning. */
        START,
        /** In its middle. */
        MIDDLE,
        /** At its end. */
        END
    }
}
