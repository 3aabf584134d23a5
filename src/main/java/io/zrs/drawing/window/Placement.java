package io.zrs.drawing.window;

import io.zrs.drawing.Drawing;
import java.awt.geom.AffineTransform;

/**
 * Where a drawing is in its window.
 *
 * @param zoom 1 if it just fits
 * @param x how far its middle is to the right of the window's
 * @param y likewise below
 */
record Placement(double zoom, double x, double y) {
    private static final double MOST = 100;
    private static final double LEAST = 0.1;

    /** All of it, in the middle. */
    Placement() {
        this(1, 0, 0);
    }

    /** Larger or smaller, while what is at a place, seen from the window's middle, stays there. */
    Placement zoomed(double factor, double atX, double atY) {
        double next = Math.max(LEAST, Math.min(MOST, zoom * factor));
        double grown = next / zoom;
        return new Placement(next, atX - (atX - x) * grown, atY - (atY - y) * grown);
    }

    Placement moved(double right, double down) {
        return new Placement(zoom, x + right, y + down);
    }

    /** From the drawing's points to a window's of that size. */
    AffineTransform of(Drawing drawing, double width, double height) {
        double scale = zoom * Math.min(width / drawing.width(), height / drawing.height());
        AffineTransform transform = AffineTransform.getTranslateInstance(width / 2 + x, height / 2 + y);
        transform.scale(scale, scale);
        transform.translate(-drawing.width() / 2, -drawing.height() / 2);
        return transform;
    }
}
