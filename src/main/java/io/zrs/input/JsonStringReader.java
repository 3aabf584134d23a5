package io.zrs.input;

import io.zrs.text.JsonUnquoted;
import java.nio.charset.StandardCharsets;

/** From a JSON string, which has been found well-formed, to its UTF-8: without a copy where nothing in it is escaped. */
final class JsonStringReader {
    private byte[] bytes = {};
    private int from;
    private int length;

    /**
     * Reads the string at {@code source[start, stop)}, with its quotes.
     *
     * @return -1, or where half a surrogate pair is, which has no UTF-8
     */
    int read(byte[] source, int start, int stop) {
        int last = stop - 1;
        int escape = JsonUnquoted.escape(source, start + 1, last);
        if (escape == last) {
            bytes = source;
            from = start + 1;
            length = last - from;
            return -1;
        }
        int wrong = JsonUnquoted.half(source, escape, last);
        if (wrong < 0) {
            bytes = JsonUnquoted.bytes(source, start, stop);
            from = 0;
            length = bytes.length;
        }
        return wrong;
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
