package io.zrs.model;

/** What topic and node names have in common. */
final class Names {
    private Names() {}

    static boolean isControl(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** {@code name} with its control characters shown as {@code ?}, so that a complaint about it stays one line. */
    static String printable(String name) {
        StringBuilder out = new StringBuilder(name.length());
        name.codePoints().forEach(c -> out.appendCodePoint(isControl(c) ? '?' : c));
        return out.toString();
    }
}
