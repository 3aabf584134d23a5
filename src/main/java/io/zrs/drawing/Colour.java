package io.zrs.drawing;

import java.util.Locale;

/**
 * A colour.
 *
 * @param rgb its red, green and blue, eight bits each: {@code 0xrrggbb}
 */
public record Colour(int rgb) {
    /** Black. */
    public static final Colour BLACK = new Colour(0x000000);

    /** White. */
    public static final Colour WHITE = new Colour(0xffffff);

    /** As SVG, DOT and CSS have it: {@code #rrggbb}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
