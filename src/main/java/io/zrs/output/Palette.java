package io.zrs.output;

/**
 * Colours for names: the same name has the same colour, in every run and every process. All of them can be read on a
 * dark and on a light background.
 */
public final class Palette {
    /** From the 6x6x6 cube: at least 3.5:1 against black and against white. */
    private static final int[] MANY = {28, 30, 32, 62, 64, 67, 99, 100, 130, 133, 161, 163, 166, 168};

    /** Of the first eight: no black, no white, no yellow; blue is too dark on black. */
    private static final int[] FEW = {31, 32, 35, 36};

    private static final int STEP = 5;

    private static final String RESET = "\u001b[0m";

    private final int colours;

    /** A palette of so many colours: 0, 8 or 256. */
    public Palette(int colours) {
        this.colours = colours;
    }

    /** {@code shown} in the colour of {@code name}, with control characters escaped. */
    public String paint(String name, String shown) {
        String safe = TerminalText.line(shown);
        if (colours == 0) {
            return safe;
        }
        return "\u001b[" + (colours < 256 ? pick(FEW, name) : "38;5;" + pick(MANY, name)) + "m" + safe + RESET;
    }

    /** {@code shown} in a colour that differs from those of the numbers around {@code number}, for as many as there are. */
    public String paint(int number, String shown) {
        String safe = TerminalText.line(shown);
        if (colours == 0) {
            return safe;
        }
        boolean few = colours < 256;
        int[] from = few ? FEW : MANY;
        // Neighbours in the list are alike; all are reached, as the step divides no length.
        int colour = from[Math.floorMod(number * STEP, from.length)];
        return "\u001b[" + (few ? "" : "38;5;") + colour + "m" + safe + RESET;
    }

    static int[] indexed() {
        return MANY.clone();
    }

    private static int pick(int[] from, String name) {
        // String.hashCode of similar names differs in its lowest bits alone; the multiplication spreads them.
        return from[Math.floorMod((name.hashCode() * 0x9E3779B9) >>> 16, from.length)];
    }
}
