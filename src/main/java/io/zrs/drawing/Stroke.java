package io.zrs.drawing;

/**
 * How a line is drawn.
 *
 * @param colour its colour
 * @param width its width in points, more than 0
 * @param dash the length of dashes and of the gaps between them, in points; 0 for none
 */
public record Stroke(Colour colour, double width, double dash) {
    /** An unbroken line. */
    public Stroke(Colour colour, double width) {
        this(colour, width, 0);
    }
}
