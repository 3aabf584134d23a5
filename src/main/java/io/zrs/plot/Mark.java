package io.zrs.plot;

import io.zrs.canvas.Hue;
import io.zrs.drawing.Colour;

/** How a series is told from others: by a character, which is also the key for it, and by a colour. */
final class Mark {
    private static final String CHARACTERS = "123456789abcdefghijklmnopqrstuvwxyz";

    /** Red and orange say that something is wrong. */
    private static final Hue[] HUES = {Hue.BLUE, Hue.MAGENTA, Hue.GREEN, Hue.VIOLET, Hue.OLIVE, Hue.TEAL};

    /** The same. */
    private static final Colour[] COLOURS = {
        new Colour(0x0087d7),
        new Colour(0xd700af),
        new Colour(0x008700),
        new Colour(0x875fff),
        new Colour(0x878700),
        new Colour(0x008787)
    };

    private Mark() {}

    /** Of a series, counted from 0. */
    static char character(int series) {
        return CHARACTERS.charAt(series);
    }

    static Hue hue(int series) {
        return HUES[series % HUES.length];
    }

    static Colour colour(int series) {
        return COLOURS[series % COLOURS.length];
    }
}
