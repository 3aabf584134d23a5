package io.zrs.canvas;

/** Colours of ink that can be read on a dark and on a light background. */
public enum Hue {
    /** The terminal's own. */
    PLAIN(0, 0),
    /** For what matters less. */
    GREY(0, 243),
    /** For what is wrong. */
    RED(31, 161),
    /** For what deserves a look; of eight colours the one that is brown or orange on most terminals. */
    ORANGE(33, 166),
    /** For what is right; a series. */
    GREEN(32, 28),
    /** A series; topics. */
    TEAL(36, 30),
    /** A series; nodes. */
    BLUE(36, 32),
    /** A series. */
    MAGENTA(35, 163),
    /** A series. */
    OLIVE(32, 100),
    /** A series. */
    VIOLET(35, 99);

    private final int few;
    private final int many;

    Hue(int few, int many) {
        this.few = few;
        this.many = many;
    }

    /** The parameters of the control sequence that sets it (ECMA-48, SGR) where there are so many colours; empty for none. */
    String sgr(int colours) {
        if (colours == 0 || this == PLAIN) {
            return "";
        }
        if (colours >= 256) {
            return "38;5;" + many;
        }
        return few == 0 ? "" : Integer.toString(few);
    }
}
