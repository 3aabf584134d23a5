package io.zrs.drawing.raster;

import io.zrs.drawing.Drawing;

/**
 * How large a drawing is in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 * @param scale pixels for a point
 */
public record Pixels(int width, int height, double scale) {
    /** Pixels for a point that make letters crisp on today's screens. */
    public static final double SCREEN = 2;

    /** More than that, and viewers choke on it. */
    public static final long MOST = 40_000_000;

    /** The longest side that what is built on Cairo shows. */
    private static final double LONGEST = 32_000;

    /** The size with so many pixels a point, or fewer, where that would be more than {@link #MOST} in all or too long. */
    public static Pixels of(Drawing drawing, double wanted) {
        double scale = Math.min(wanted, Math.sqrt(MOST / (drawing.width() * drawing.height())));
        scale = Math.min(scale, LONGEST / Math.max(drawing.width(), drawing.height()));
        return new Pixels(side(drawing.width() * scale), side(drawing.height() * scale), scale);
    }

    private static int side(double length) {
        return Math.max(1, (int) Math.ceil(length - 1e-6));
    }

    /** Whether the drawing is too large for letters as crisp as wanted: its reader should know that SVG has no such bound. */
    public boolean reduced() {
        return scale < SCREEN;
    }
}
