package io.zrs.drawing;

/**
 * A place in a drawing.
 *
 * @param x to the right, in points (1/72 inch)
 * @param y downwards, in points
 */
public record Point(double x, double y) {}
