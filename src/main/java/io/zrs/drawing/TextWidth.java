package io.zrs.drawing;

import io.zrs.output.Columns;

/**
 * How wide text is in a drawing, the same on every machine: by the advance widths of Helvetica, which Arial and Liberation
 * Sans share, in thousandths of the font's size (Adobe's font metrics {@code Helvetica.afm} and {@code
 * Helvetica-Bold.afm}). Of other scripts it takes means, and for wide characters (CJK, emoji) a whole one.
 */
public final class TextWidth {
    private static final int FIRST = 0x20;

    /** From the blank to the tilde. */
    private static final short[] REGULAR = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
                556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
                334,
        260, 334, 584
    };

    private static final short[] BOLD = {
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556,
                611,
        556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500,
                389,
        280, 389, 584
    };

    private static final int CAPITAL = 722;
    private static final int OTHER = 584;
    private static final int WHOLE = 1000;
    private static final int ELLIPSIS = 0x2026;

    private TextWidth() {}

    /**
     * The width of one line.
     *
     * @param size the font's, in points
     * @return in points
     */
    public static double of(String text, double size, boolean bold) {
        long thousandths = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            thousandths += of(text.codePointAt(i), bold);
        }
        return thousandths * size / WHOLE;
    }

    private static int of(int codePoint, boolean bold) {
        short[] widths = bold ? BOLD : REGULAR;
        if (codePoint >= FIRST && codePoint < FIRST + widths.length) {
            return widths[codePoint - FIRST];
        }
        int columns = Columns.of(codePoint);
        if (columns != 1) {
            return columns == 0 ? 0 : WHOLE;
        }
        if (codePoint == ELLIPSIS) {
            return WHOLE;
        }
        return Character.isUpperCase(codePoint) ? CAPITAL : OTHER;
    }

    /** One line, with the middle of it left out ({@code …}) where it is wider than {@code most} points. */
    public static String cut(String text, double size, boolean bold, double most) {
        if (of(text, size, bold) <= most) {
            return text;
        }
        int[] codePoints = text.codePoints().toArray();
        double room = (most - size) * WHOLE / size;
        int head = 0;
        int tail = codePoints.length;
        for (boolean front = true; head < tail; front = !front) {
            room -= of(codePoints[front ? head : tail - 1], bold);
            if (room < 0) {
                break;
            }
            head += front ? 1 : 0;
            tail -= front ? 0 : 1;
        }
        return new String(codePoints, 0, head) + '…' + new String(codePoints, tail, codePoints.length - tail);
    }
}
