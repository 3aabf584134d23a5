package io.zrs.protocol.legacy;

/** Text from the network, made fit to stand within a one-line message. */
final class OneLine {
    private OneLine() {}

    /** {@code text} with control characters shown as {@code ?} and cut after {@code maxChars} characters. */
    static String of(String text, int maxChars) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(maxChars).forEach(c -> out.appendCodePoint(isBreak(c) ? '?' : c));
        if (out.length() < text.length()) {
            out.append('…');
        }
        return out.toString();
    }

    private static boolean isBreak(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
