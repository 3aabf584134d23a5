package io.zrs.drawing;

/** XML 1.0 as it is being written. */
final class XmlText {
    private static final int DECIMALS = 100;
    private static final int REPLACEMENT = 0xfffd;

    /** Beyond this, a double has no two decimals, and nobody a screen. */
    private static final double MOST = 1e12;

    private final StringBuilder out = new StringBuilder();

    /** Markup as it is. */
    XmlText raw(String markup) {
        out.append(markup);
        return this;
    }

    XmlText blanks(int count) {
        out.append(" ".repeat(count));
        return this;
    }

    XmlText attribute(String name, double value) {
        out.append(' ').append(name).append("=\"");
        return number(value).raw("\"");
    }

    XmlText attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        return escape(value, true).raw("\"");
    }

    /** Text between tags, which may have several lines. */
    XmlText text(String text) {
        return escape(text, false);
    }

    /** Text between tags on one line: what ends a line there has no place in it. */
    XmlText line(String text) {
        return escape(text, true);
    }

    private XmlText escape(String text, boolean oneLine) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            switch (codePoint) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(allowed(codePoint, oneLine) ? codePoint : REPLACEMENT);
            }
        }
        return this;
    }

    /** XML 1.0, 2.2, less the control characters from U+007F on, which it discourages; CR would be read as LF. */
    private static boolean allowed(int codePoint, boolean oneLine) {
        if (codePoint < ' ') {
            return !oneLine && (codePoint == '\n' || codePoint == '\t');
        }
        boolean control = codePoint >= 0x7f && codePoint < 0xa0;
        boolean surrogate = codePoint >= 0xd800 && codePoint < 0xe000;
        return !control && !surrogate && (codePoint & 0xfffe) != 0xfffe;
    }

    /**
     * A number with at most two decimals.
     *
     * @throws IllegalArgumentException if it is not finite or too large for any drawing
     */
    XmlText number(double value) {
        if (!(Math.abs(value) < MOST)) {
            throw new IllegalArgumentException(value + " is no place in a drawing");
        }
        long hundredths = Math.round(value * DECIMALS);
        if (hundredths < 0) {
            out.append('-');
        }
        long size = Math.abs(hundredths);
        out.append(size / DECIMALS);
        int rest = (int) (size % DECIMALS);
        if (rest != 0) {
            out.append('.').append(rest / 10);
            if (rest % 10 != 0) {
                out.append(rest % 10);
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
