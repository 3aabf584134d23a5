package io.zrs.drawing;

import java.util.List;

/**
 * A picture.
 *
 * @param title what it shows, in one line
 * @param width its width in points, more than 0
 * @param height its height in points, more than 0
 * @param background what is behind everything
 * @param figures from the lowest to the highest
 */
public record Drawing(String title, double width, double height, Colour background, List<Figure> figures) {
    /** Copies the list. */
    public Drawing {
        figures = List.copyOf(figures);
    }
}
