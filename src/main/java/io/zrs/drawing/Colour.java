package io.zrs.drawing;

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
        StringBuilder hex = new StringBuilder("#");
        for (int shift = 20; shift >= 0; shift -= 4) {
            hex.append(Character.forDigit(rgb >> shift & 0xf, 16));
        }
        return hex.toString();
    }
}
