package io.zrs.text;

import java.util.Arrays;

/**
 * Looks whether bytes are one JSON value (RFC 8259, in UTF-8), without making objects of it: a number stays the digits
 * it was written with. Nesting is bounded and takes no stack. One object may look at any number of texts, one after the
 * other.
 */
public final class JsonText {
    /** Deeper values are not taken for JSON: those who read them back would have to recurse. */
    public static final int MAX_DEPTH = 512;

    private static final int END = -1;

    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int end;
    private boolean[] inObject = new boolean[16];
    private int depth;
    private int at;
    private boolean plain;

    /** What would have been right at {@link #position}, or what is wrong there. */
    private String wanted = "";

    private boolean wrong;

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
        JsonText text = new JsonText();
        if (!text.takeAll(bytes, 0, bytes.length)) {
            return Kind.NOT_JSON;
        }
        return text.plain && !isBlank(bytes[0]) && !isBlank(bytes[bytes.length - 1]) ? Kind.PLAIN : Kind.UNTIDY;
    }

    /**
     * Takes one value at the beginning of {@code source[from, to)}, with blanks before it. What follows is not looked at.
     *
     * @return whether there is one; {@link #position} tells where it ends, or what is wrong
     */
    public boolean take(byte[] source, int from, int to) {
        bytes = source;
        end = to;
        at = from;
        depth = 0;
        plain = true;
        return value();
    }

    /** As {@link #take}, for a value that has to be all there is but for blanks. */
    public boolean takeAll(byte[] source, int from, int to) {
        return take(source, from, to) && (peek() == END || miss("nothing more"));
    }

    /** The index behind the value that was taken; after a failure that of the byte which cannot stand there. */
    public int position() {
        return at;
    }

    /** What is wrong at {@link #position} after a failure, in a few words. */
    public String problem() {
        if (wrong) {
            return wanted;
        }
        if (at >= end) {
            return wanted + " expected, and the text ends";
        }
        int size = bytes[at] >= 0 ? 1 : Utf8.sequence(bytes, at, end);
        int codePoint = size == 0 ? bytes[at] & 0xff : size == 1 ? bytes[at] : Utf8.codePoint(bytes, at, size);
        String found = size == 0 || Unprintable.is(codePoint)
                ? (size == 0 ? "byte 0x" : "character 0x") + Integer.toHexString(codePoint)
                : "'" + Character.toString(codePoint) + "'";
        return wanted + " expected, not " + found;
    }

    private boolean miss(String what) {
        wanted = what;
        wrong = false;
        return false;
    }

    private boolean wrong(String what) {
        wanted = what;
        wrong = true;
        return false;
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
            return wrong("nested deeper than " + MAX_DEPTH);
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
                return miss(inObject[depth] ? "',' or '}'" : "',' or ']'");
            }
            at++;
            depth--;
        }
        return true;
    }

    private boolean key() {
        if (peek() != '"') {
            return miss("a name in quotes");
        }
        if (!string()) {
            return false;
        }
        if (peek() != ':') {
            return miss("':'");
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
            default -> first == '-' || isDigit(first) ? number() : miss("a value");
        };
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (current() != word.charAt(i)) {
                return miss(word);
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
        while (isDigit(current())) {
            at++;
        }
        return at > start || miss("a digit");
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    private boolean string() {
        at++;
        while (at < end) {
            int b = bytes[at];
            if (b == '"') {
                at++;
                return true;
            }
            if (b < 0) {
                int size = Utf8.sequence(bytes, at, end);
                if (size == 0) {
                    return wrong("no UTF-8");
                }
                plain &= !Unprintable.is(Utf8.codePoint(bytes, at, size));
                at += size;
            } else if (b == '\\') {
                if (!escape()) {
                    return false;
                }
            } else if (b < 0x20) {
                return wrong("a control character in a string, which has to be escaped");
            } else {
                plain &= b != 0x7f;
                at++;
            }
        }
        return miss("the end of a string");
    }

    private boolean escape() {
        int start = at++;
        int letter = current();
        at++;
        if (letter == END || letter != 'u' && "\"\\/bfnrt".indexOf(letter) < 0) {
            return noEscape(start);
        }
        for (int i = 0; i < 4 && letter == 'u'; i++, at++) {
            if (current() == END || Character.digit(current(), 16) < 0) {
                return noEscape(start);
            }
        }
        return true;
    }

    private boolean noEscape(int start) {
        at = start;
        return wrong("an escape sequence that JSON has not");
    }

    private int current() {
        return at < end ? bytes[at] & 0xff : END;
    }

    /** The next byte that is no blank, or {@link #END}. */
    private int peek() {
        while (at < end && isBlank(bytes[at])) {
            plain &= bytes[at] == ' ' || bytes[at] == '\t';
            at++;
        }
        return current();
    }
}
