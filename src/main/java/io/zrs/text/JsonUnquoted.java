package io.zrs.text;

import java.util.Arrays;

/** What a JSON string stands for, as UTF-8. */
public final class JsonUnquoted {
    private static final String LETTERS = "bfnrt";
    private static final byte[] MEANT = {'\b', '\f', '\n', '\r', '\t'};

    /** How many bytes {@code \\n} has. */
    private static final int SHORT = 2;

    /** How many bytes {@code \\uXXXX} has. */
    private static final int UNIT = 6;

    private final byte[] json;
    private final byte[] out;
    private int length;

    private JsonUnquoted(byte[] json, int size) {
        this.json = json;
        this.out = new byte[size];
    }

    /**
     * The text of the string from its quote at {@code from} to behind its quote before {@code to}. Half a surrogate pair
     * stands for no character: such an escape sequence stays as it is.
     */
    public static byte[] bytes(byte[] json, int from, int to) {
        // No escape sequence is shorter than what it stands for.
        JsonUnquoted text = new JsonUnquoted(json, to - from - 2);
        int end = to - 1;
        int at = from + 1;
        while (at < end) {
            int next = escape(json, at, end);
            text.copy(at, next - at);
            at = next < end ? text.escape(next) : end;
        }
        return text.length == text.out.length ? text.out : Arrays.copyOf(text.out, text.length);
    }

    /** Where the next escape sequence is from {@code from} on; {@code to} if there is none. */
    public static int escape(byte[] json, int from, int to) {
        int at = from;
        while (at < to && json[at] != '\\') {
            at++;
        }
        return at;
    }

    /** Where half a surrogate pair is, between {@code from} and {@code to} inside a string; -1 if there is none. */
    public static int half(byte[] json, int from, int to) {
        int at = escape(json, from, to);
        while (at < to) {
            int size = SHORT;
            if (json[at + 1] == 'u') {
                boolean surrogate = Character.isSurrogate((char) unit(json, at));
                if (surrogate && !isPair(json, at)) {
                    return at;
                }
                size = surrogate ? 2 * UNIT : UNIT;
            }
            at = escape(json, at + size, to);
        }
        return -1;
    }

    /** Takes the escape sequence at {@code at}; returns what is behind it. */
    private int escape(int at) {
        byte letter = json[at + 1];
        if (letter != 'u') {
            int known = LETTERS.indexOf(letter);
            out[length++] = known < 0 ? letter : MEANT[known];
            return at + 2;
        }
        int unit = unit(json, at);
        if (!Character.isSurrogate((char) unit)) {
            character(unit);
            return at + 6;
        }
        if (isPair(json, at)) {
            character(Character.toCodePoint((char) unit, (char) unit(json, at + 6)));
            return at + 12;
        }
        return copy(at, 6);
    }

    /** Whether the escape sequence {@code \\uXXXX} at {@code at} and the next stand for one character together. */
    public static boolean isPair(byte[] json, int at) {
        return at + 11 < json.length
                && Character.isHighSurrogate((char) unit(json, at))
                && json[at + 6] == '\\'
                && json[at + 7] == 'u'
                && Character.isLowSurrogate((char) unit(json, at + 6));
    }

    private static int unit(byte[] json, int at) {
        int value = 0;
        for (int i = at + 2; i < at + 6; i++) {
            value = value << 4 | Character.digit(json[i], 16);
        }
        return value;
    }

    private int copy(int at, int count) {
        System.arraycopy(json, at, out, length, count);
        length += count;
        return at + count;
    }

    private void character(int codePoint) {
        if (codePoint < 0x80) {
            out[length++] = (byte) codePoint;
            return;
        }
        int more = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
        out[length++] = (byte) (0xff00 >> more + 1 | codePoint >> 6 * more);
        for (int i = more - 1; i >= 0; i--) {
            out[length++] = (byte) (0x80 | codePoint >> 6 * i & 0x3f);
        }
    }
}
