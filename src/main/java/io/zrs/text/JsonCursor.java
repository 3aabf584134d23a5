package io.zrs.text;

import java.util.Arrays;

/**
 * Goes through one JSON value, token by token, without making objects of them: each is a slice of the bytes, digits and
 * escape sequences as they came.
 *
 * <p>The bytes have to be what {@link JsonText#kindOf} takes for JSON; of others it makes nonsense, or throws {@link
 * IndexOutOfBoundsException}. Takes no stack, whatever the nesting.
 */
public final class JsonCursor {
    private final byte[] json;
    private boolean[] inObject = new boolean[16];
    private int depth;
    private boolean started;
    private boolean named;
    private Token token = Token.END;
    private int from;
    private int to;

    /** What there is in JSON; commas, colons and blanks are stepped over. */
    public enum Token {
        /** The beginning of an object. */
        OBJECT,
        /** The beginning of an array. */
        ARRAY,
        /** The end of an object or array. */
        CLOSE,
        /** The name of a field, with its quotes. */
        NAME,
        /** A string, with its quotes. */
        STRING,
        /** A number. */
        NUMBER,
        /** {@code true}, {@code false} or {@code null}. */
        LITERAL,
        /** The value is at its end; what is behind it is not looked at. */
        END
    }

    /** Before the value that begins at {@code from}, or after blanks there. */
    public JsonCursor(byte[] json, int from) {
        this.json = json;
        this.to = from;
    }

    /** The next token; {@link Token#END} again and again at the end. */
    public Token next() {
        if (started && depth == 0) {
            token = Token.END;
            return token;
        }
        started = true;
        from = to;
        while (isBetween(json[from])) {
            from++;
        }
        token = switch (json[from]) {
            case '{' -> open(true);
            case '[' -> open(false);
            case '}', ']' -> close();
            case '"' -> string();
            case 't', 'f', 'n' -> rest(Token.LITERAL);
            default -> rest(Token.NUMBER);
        };
        return token;
    }

    /** Where the token begins. */
    public int from() {
        return from;
    }

    /** Where what is behind the token begins. */
    public int to() {
        return to;
    }

    /** How many objects and arrays are open: with the one that just began, without the one that just ended. */
    public int depth() {
        return depth;
    }

    /** Whether the innermost open one is an object. */
    public boolean isInObject() {
        return depth > 0 && inObject[depth];
    }

    /** After the beginning of an object or array: goes behind its end, as if it were one token. After others: nothing. */
    public void skip() {
        if (token != Token.OBJECT && token != Token.ARRAY) {
            return;
        }
        int open = 1;
        while (open > 0) {
            switch (json[to]) {
                case '"' -> to = stringEnd(json, to);
                case '{', '[' -> {
                    open++;
                    to++;
                }
                case '}', ']' -> {
                    open--;
                    to++;
                }
                default -> to++;
            }
        }
        depth--;
        token = Token.CLOSE;
    }

    /** After the beginning of an object or array: whether its end is next. */
    public boolean isEmpty() {
        int at = to;
        while (JsonText.isBlank(json[at])) {
            at++;
        }
        return json[at] == ']' || json[at] == '}';
    }

    /**
     * At a field's name or an element: goes behind the end of the object or array that it is in.
     *
     * @return how many fields or elements there were, with this one
     */
    public int skipRest() {
        int count = 0;
        do {
            if (token == Token.NAME) {
                next();
            }
            skip();
            count++;
        } while (next() != Token.CLOSE);
        return count;
    }

    /** Behind the end of the string that begins at {@code from} with its quote. */
    static int stringEnd(byte[] json, int from) {
        int at = from + 1;
        while (json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private Token open(boolean object) {
        if (++depth == inObject.length) {
            inObject = Arrays.copyOf(inObject, 2 * depth);
        }
        inObject[depth] = object;
        named = false;
        to = from + 1;
        return object ? Token.OBJECT : Token.ARRAY;
    }

    private Token close() {
        depth--;
        named = false;
        to = from + 1;
        return Token.CLOSE;
    }

    private Token string() {
        to = stringEnd(json, from);
        named = inObject[depth] && !named;
        return named ? Token.NAME : Token.STRING;
    }

    private Token rest(Token kind) {
        to = from + 1;
        while (to < json.length && isPartOfWord(json[to])) {
            to++;
        }
        named = false;
        return kind;
    }

    private static boolean isBetween(byte b) {
        return b == ',' || b == ':' || JsonText.isBlank(b);
    }

    private static boolean isPartOfWord(byte b) {
        return !isBetween(b) && b != ']' && b != '}';
    }
}
