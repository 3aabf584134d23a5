package io.zrs.model;

/** Text from elsewhere, made fit to stand within a line that people read. */
public final class OneLine {
    private static final int MAX_NAME_CHARS = 80;

    private OneLine() {}

    /** A name that is wrong, as a complaint about it shows it. */
    static String name(String name) {
        return of(name, MAX_NAME_CHARS);
    }

    /** {@code text} with control characters shown as {@code ?}, and cut after {@code maxChars} characters. */
    public static String of(String text, int maxChars) {
        if (text.length() <= maxChars && is(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int count = 0; at < text.length() && count < maxChars; count++) {
            int codePoint = text.codePointAt(at);
            out.appendCodePoint(isControl(codePoint) ? '?' : codePoint);
            at += Character.charCount(codePoint);
        }
        return at < text.length() ? out.append('…').toString() : out.toString();
    }

    /** Whether {@code text} has no control character. */
    public static boolean is(String text) {
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (isControl(codePoint)) {
                return false;
            }
            at += Character.charCount(codePoint);
        }
        return true;
    }

    /**
     * Whether the character does something instead of being shown: control characters of both sets (C0 and C1), line and
     * paragraph separators. Half a surrogate pair counts as one, since no encoding can carry it.
     */
    public static boolean isControl(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
