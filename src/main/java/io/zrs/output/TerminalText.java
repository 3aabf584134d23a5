package io.zrs.output;

import io.zrs.text.Unprintable;
import io.zrs.text.Utf8;
import java.nio.charset.StandardCharsets;

/**
 * Text from anywhere, made harmless to a terminal: what would be obeyed instead of shown appears as {@code \n},
 * {@code \x1b} or {@code \u202e}, and bytes that are no UTF-8 as {@code \xff}.
 */
public final class TerminalText {
    private TerminalText() {}

    /** One line of it: line ends and tabs are escaped too. */
    public static String line(String text) {
        ByteText out = new ByteText();
        append(out, text.getBytes(StandardCharsets.UTF_8), false);
        return out.toString();
    }

    /** Adds one line of it, where it may not be UTF-8. */
    public static void appendLine(ByteText out, byte[] text) {
        append(out, text, false);
    }

    /** Adds a payload to {@code out}; its line ends and tabs stay. */
    public static void append(ByteText out, byte[] payload) {
        append(out, payload, true);
    }

    private static void append(ByteText out, byte[] text, boolean layout) {
        append(out, text, 0, text.length, layout);
    }

    /** Adds the part from {@code from} to {@code to}; its line ends and tabs stay if {@code layout} says so. */
    static void append(ByteText out, byte[] text, int from, int to, boolean layout) {
        int at = from;
        while (at < to) {
            int first = text[at];
            int size = first >= 0 ? 1 : Utf8.sequence(text, at);
            int codePoint = size == 0 ? first & 0xff : size == 1 ? first : Utf8.codePoint(text, at, size);
            if (size == 0) {
                hex(out, codePoint, 'x', 2);
                size = 1;
            } else if (layout && (codePoint == '\n' || codePoint == '\t') || !Unprintable.is(codePoint)) {
                out.add(text, at, size);
            } else {
                escape(out, codePoint);
            }
            at += size;
        }
    }

    private static void escape(ByteText out, int codePoint) {
        switch (codePoint) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                boolean small = codePoint < 0x80;
                hex(out, codePoint, small ? 'x' : 'u', small ? 2 : 4);
            }
        }
    }

    /** Adds {@code \}, the letter and so many hexadecimal digits. */
    static void hex(ByteText out, int value, char letter, int digits) {
        out.add('\\').add(letter);
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.add(Character.forDigit(value >> shift & 0xf, 16));
        }
    }
}
