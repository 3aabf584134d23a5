package io.zrs.expression;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;

/** The text of an expression, and complaints that point into it. */
record Source(String text) {
    /** How much of a long expression a complaint shows on either side of the column. */
    private static final int SHOWN = 40;

    /** A complaint about what stands at {@code index}. */
    ZrsException error(int index, String what, String remedy) {
        int column = text.codePointCount(0, index) + 1;
        return new ZrsException(
                ErrorCode.INVALID, "column " + column + ": " + what + " in '" + around(index) + "'", remedy);
    }

    private String around(int index) {
        int start = Math.max(0, index - SHOWN);
        int end = Math.min(text.length(), index + SHOWN);
        return (start > 0 ? "…" : "") + printable(text.substring(start, end)) + (end < text.length() ? "…" : "");
    }

    /** {@code part} with what is no printable character shown as {@code ?}, so that a complaint stays one line. */
    static String printable(String part) {
        StringBuilder out = new StringBuilder(part.length());
        for (int at = 0; at < part.length(); ) {
            int codePoint = part.codePointAt(at);
            out.appendCodePoint(isPrintable(codePoint) ? codePoint : '?');
            at += Character.charCount(codePoint);
        }
        return out.toString();
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
