package io.zrs.text;

import java.util.Arrays;

/**
 * Looks whether bytes are one JSON value (RFC 8259, in UTF-8), without making objects of it: a number stays the digits
 * it was written with. Nesting is bounded and takes no stack.
 */
public final class JsonText {
    /** Deeper values are not taken for JSON: those who read them back would have to recurse. */
    public static final int MAX_DEPTH = 512;

    private static final int END = -1;

    private final byte[] bytes;
    private boolean[] inObject = new boolean[16];
    private int depth;
    private int at;
    private boolean plain = true;

    private JsonText(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What the bytes are. */
    public enum Kind {
        /** Anything else. */
        NOT_JSON,
        /** A JSON value that can stand inside a line as it is. */
        PLAIN,
        /** A JSON value with line ends, blanks around it, or characters that do something to a terminal. */
        UNTIDY
    }

    /** What a whole payload is. */
    public static Kind kindOf(byte[] bytes) {
        if (bytes.length == 0 || " \t\r\n{[\"-0123456789tfn".indexOf(bytes[0]) < 0) {
            return Kind.NOT_JSON;
        }
        JsonText text = new JsonText(bytes);
        if (!text.value()) {
            return Kind.NOT_JSON;
        }
        text.plain &= text.at == bytes.length && !isBlank(bytes[0]);
        if (text.peek() != END) {
            return Kind.NOT_JSON;
        }
        return text.plain ? Kind.PLAIN : Kind.UNTIDY;
    }

    /** Whether a byte is white space to JSON. */
    public static boolean isBlank(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private boolean value() {
        while (true) {
            int first = peek();
            if (first == '{' || first == '[') {
                if (!open(first == '{')) {
                    return false;
                }
                if (peek() != closing()) {
                    if (inObject[depth] && !key()) {
                        return false;
                    }
                    continue;
                }
            } else if (!scalar(first)) {
                return false;
            }
            if (!afterValue()) {
                return false;
            }
            if (depth == 0) {
                return true;
            }
        }
    }

    private boolean open(boolean object) {
        if (depth == MAX_DEPTH) {
            return false;
        }
        if (++depth == inObject.length) {
            inObject = Arrays.copyOf(inObject, 2 * depth);
        }
        inObject[depth] = object;
        at++;
        return true;
    }

    private int closing() {
        return inObject[depth] ? '}' : ']';
    }

    /** Takes what may follow a value: ends of what it is in, up to the comma before the next one or the very end. */
    private boolean afterValue() {
        while (depth > 0) {
            int next = peek();
            if (next == ',') {
                at++;
                return !inObject[depth] || key();
            }
            if (next != closing()) {
                return false;
            }
            at++;
            depth--;
        }
        return true;
    }

    private boolean key() {
        if (peek() != '"' || !string() || peek() != ':') {
            return false;
        }
        at++;
        return true;
    }

    private boolean scalar(int first) {
        return switch (first) {
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (current() != word.charAt(i)) {
                return false;
            }
            at++;
        }
        return true;
    }

    private boolean number() {
        if (current() == '-') {
            at++;
        }
        if (current() == '0') {
            at++;
        } else if (!digits()) {
            return false;
        }
        if (current() == '.') {
            at++;
            if (!digits()) {
                return false;
            }
        }
        if (current() == 'e' || current() == 'E') {
            at++;
            if (current() == '+' || current() == '-') {
                at++;
            }
            return digits();
        }
        return true;
    }

    private boolean digits() {
        int start = at;
        while (current() >= '0' && current() <= '9') {
            at++;
        }
        return at > start;
    }

    private boolean string() {
        at++;
        while (at < bytes.length) {
            int b = bytes[at];
            if (b == '"') {
                at++;
                return true;
            }
            if (b < 0) {
                int size = Utf8.sequence(bytes, at);
                if (size == 0) {
                    return false;
                }
                plain &= !Unprintable.is(Utf8.codePoint(bytes, at, size));
                at += size;
            } else if (b == '\\') {
                if (!escape()) {
                    return false;
                }
            } else if (b < 0x20) {
                return false;
            } else {
                plain &= b != 0x7f;
                at++;
            }
        }
        return false;
    }

    private boolean escape() {
        at++;
        int letter = current();
        at++;
        if (letter != 'u') {
            return letter != END && "\"\\/bfnrt".indexOf(letter) >= 0;
        }
        for (int i = 0; i < 4; i++, at++) {
            if (current() == END || Character.digit(current(), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private int current() {
        return at < bytes.length ? bytes[at] & 0xff : END;
    }

    /** The next byte that is no blank, or {@link #END}. */
    private int peek() {
        while (at < bytes.length && isBlank(bytes[at])) {
            plain &= bytes[at] == ' ' || bytes[at] == '\t';
            at++;
        }
        return current();
    }
}
