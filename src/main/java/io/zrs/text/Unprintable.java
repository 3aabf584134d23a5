package io.zrs.text;

/** Characters that do something to a terminal, or to the order in which it shows its text, instead of being shown. */
public final class Unprintable {
    private Unprintable() {}

    /** Control characters of both sets (C0 with DEL, and C1), line separators and direction marks. */
    public static boolean is(int codePoint) {
        if (codePoint < 0xa0) {
            return codePoint < 0x20 || codePoint >= 0x7f;
        }
        return isLineSeparator(codePoint)
                || codePoint >= 0x202a && codePoint <= 0x202e
                || codePoint >= 0x2066 && codePoint <= 0x2069;
    }

    private static boolean isLineSeparator(int codePoint) {
        return codePoint == 0x2028 || codePoint == 0x2029;
    }
}
