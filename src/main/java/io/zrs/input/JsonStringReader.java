package io.zrs.input;

import java.nio.charset.StandardCharsets;

/** From a JSON string, which has been found well-formed, to its UTF-8: without a copy where nothing in it is escaped. */
final class JsonStringReader {
    private static final int SHORT_ESCAPE = 2;
    private static final int UNICODE_ESCAPE = 6;
    private static final int HEX = 16;

    private final Octets decoded = new Octets();
    private byte[] bytes = {};
    private int from;
    private int length;

    /**
     * Reads the string at {@code source[start, stop)}, with its quotes.
     *
     * @return -1, or where half a surrogate pair is, which has no UTF-8
     */
    int read(byte[] source, int start, int stop) {
        int first = start + 1;
        int last = stop - 1;
        int at = escape(source, first, last);
        if (at == last) {
            bytes = source;
            from = first;
            length = last - first;
            return -1;
        }
        decoded.clear();
        int run = first;
        while (at < last) {
            decoded.add(source, run, at - run);
            int size = source[at + 1] == 'u' ? unicode(source, at, last) : simple(source[at + 1]);
            if (size == 0) {
                return at;
            }
            run = at + size;
            at = escape(source, run, last);
        }
        decoded.add(source, run, last - run);
        bytes = decoded.bytes();
        from = 0;
        length = decoded.length();
        return -1;
    }

    private static int escape(byte[] source, int first, int last) {
        int at = first;
        while (at < last && source[at] != '\\') {
            at++;
        }
        return at;
    }

    private int simple(byte letter) {
        decoded.add(
                switch (letter) {
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> letter;
                });
        return SHORT_ESCAPE;
    }

    /** How many bytes the escape has, with the other half of a pair; 0 if that is missing. */
    private int unicode(byte[] source, int at, int last) {
        char unit = hex(source, at);
        if (!Character.isSurrogate(unit)) {
            decoded.addCodePoint(unit);
            return UNICODE_ESCAPE;
        }
        int second = at + UNICODE_ESCAPE;
        boolean pair = second + UNICODE_ESCAPE <= last && source[second] == '\\' && source[second + 1] == 'u';
        char low = pair ? hex(source, second) : 0;
        if (!Character.isSurrogatePair(unit, low)) {
            return 0;
        }
        decoded.addCodePoint(Character.toCodePoint(unit, low));
        return 2 * UNICODE_ESCAPE;
    }

    private static char hex(byte[] source, int escape) {
        int value = 0;
        for (int i = escape + SHORT_ESCAPE; i < escape + UNICODE_ESCAPE; i++) {
            value = value << 4 | Character.digit(source[i], HEX);
        }
        return (char) value;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int length() {
        return length;
    }

    String text() {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    boolean equalsAscii(String word) {
        if (length != word.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
