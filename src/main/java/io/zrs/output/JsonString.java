package io.zrs.output;

import io.zrs.text.JsonText;
import io.zrs.text.Unprintable;
import io.zrs.text.Utf8;

/** JSON's strings: quoted, on one line, with nothing in them that a terminal would obey. */
public final class JsonString {
    private JsonString() {}

    /** Adds {@code utf8}, which must be valid, as a JSON string. */
    public static void append(ByteText out, byte[] utf8) {
        out.add('"');
        int run = 0;
        int at = 0;
        while (at < utf8.length) {
            int size = utf8[at] >= 0 ? 1 : Utf8.sequence(utf8, at);
            int codePoint = size == 1 ? utf8[at] : Utf8.codePoint(utf8, at, size);
            if (codePoint == '"' || codePoint == '\\' || Unprintable.is(codePoint)) {
                out.add(utf8, run, at - run);
                escape(out, codePoint);
                run = at + size;
            }
            at += size;
        }
        out.add(utf8, run, at - run).add('"');
    }

    /** Adds one character as an escape sequence. */
    private static void escape(ByteText out, int codePoint) {
        switch (codePoint) {
            case '"', '\\' -> out.add('\\').add(codePoint);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> TerminalText.hex(out, codePoint, 'u', 4);
        }
    }

    /**
     * Adds valid JSON without the blanks between its tokens, and with what a terminal would obey escaped: another
     * spelling of the same value.
     */
    public static void tidy(ByteText out, byte[] json) {
        tidy(out, json, 0, json.length);
    }

    /** As above, of the value from {@code from} to {@code to}. */
    public static void tidy(ByteText out, byte[] json, int from, int to) {
        boolean quoted = false;
        int at = from;
        while (at < to) {
            int size = json[at] >= 0 ? 1 : Utf8.sequence(json, at);
            int codePoint = size == 1 ? json[at] : Utf8.codePoint(json, at, size);
            if (quoted && codePoint == '\\') {
                size = 2;
                out.add(json, at, size);
            } else if (quoted && Unprintable.is(codePoint)) {
                TerminalText.hex(out, codePoint, 'u', 4);
            } else if (quoted || !JsonText.isBlank(codePoint)) {
                quoted ^= codePoint == '"';
                out.add(json, at, size);
            }
            at += size;
        }
    }
}
