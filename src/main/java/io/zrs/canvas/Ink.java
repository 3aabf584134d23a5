package io.zrs.canvas;

/**
 * What a cell is drawn with.
 *
 * @param hue its colour
 * @param bold whether it is heavy
 * @param reverse whether colour and background change places
 */
public record Ink(Hue hue, boolean bold, boolean reverse) {
    /** The terminal's own colour. */
    public static final Ink PLAIN = of(Hue.PLAIN);

    /** Of one colour. */
    public static Ink of(Hue hue) {
        return new Ink(hue, false, false);
    }

    /** The same, heavy. */
    public Ink heavy() {
        return new Ink(hue, true, reverse);
    }

    /** The same, with colour and background in each other's place. */
    public Ink reversed() {
        return new Ink(hue, bold, true);
    }

    /** The control sequence that sets it after a reset where there are so many colours; without colours, none at all. */
    String sequence(int colours) {
        if (colours == 0) {
            return reverse ? "\u001b[7m" : "";
        }
        StringBuilder parameters = new StringBuilder(hue.sgr(colours));
        if (bold) {
            parameters.append(parameters.isEmpty() ? "1" : ";1");
        }
        if (reverse) {
            parameters.append(parameters.isEmpty() ? "7" : ";7");
        }
        return parameters.isEmpty() ? "" : "\u001b[" + parameters + "m";
    }
}
