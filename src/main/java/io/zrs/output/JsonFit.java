package io.zrs.output;

import io.zrs.text.JsonCursor;
import io.zrs.text.JsonCursor.Token;

/** Looks ahead in JSON: what is shown in one piece, and which objects and arrays find room on the rest of a line. */
final class JsonFit {
    private final Shortening shortening;
    private final JsonPiece probe;

    JsonFit(Shortening shortening) {
        this.shortening = shortening;
        this.probe = new JsonPiece(shortening);
    }

    /**
     * Fills {@code piece} with the value that {@code in} is at, and goes behind it; not so, and false, if that has parts
     * to be shown one by one.
     */
    boolean take(JsonPiece piece, byte[] json, JsonCursor in, Token token) {
        if (token != Token.OBJECT && token != Token.ARRAY) {
            piece.take(json, in, token);
            return true;
        }
        if (token == Token.ARRAY && !shortening.arrays()) {
            piece.mark(placeholder(json, in.from()));
        } else if (in.isEmpty()) {
            piece.empty(token == Token.OBJECT);
        } else {
            return false;
        }
        in.skip();
        return true;
    }

    /** Whether the object or array at {@code from} has no parts with parts, and takes no more than {@code room} columns. */
    boolean isFlat(byte[] json, int from, int room) {
        JsonCursor in = new JsonCursor(json, from);
        boolean object = in.next() == Token.OBJECT;
        int most = object ? shortening.mostOfRare() : shortening.most();
        int used = 2;
        int count = 0;
        for (Token token = in.next(); token != Token.CLOSE && used <= room; token = in.next()) {
            boolean first = token == Token.NAME || !object;
            if (first && count == most) {
                return used
                                + 2
                                + Shortening.rest(count + in.skipRest(), object ? "fields" : "elements")
                                        .length()
                        <= room;
            }
            if (!take(probe, json, in, token)) {
                return false;
            }
            // Each after the first has a comma and a blank before it, as a value has a colon and a blank.
            used += probe.width() + (first && count == 0 ? 0 : 2);
            count += first ? 1 : 0;
        }
        return used <= room;
    }

    private static String placeholder(byte[] json, int from) {
        JsonCursor in = new JsonCursor(json, from);
        in.next();
        String type = null;
        long length = 0;
        for (Token token = in.next(); token != Token.CLOSE; token = in.next()) {
            String word = word(token, json[in.from()]);
            type = type == null || type.equals(word) ? word : "any";
            in.skip();
            length++;
        }
        return "<array type: " + (type == null ? "any" : type) + ", length: " + length + ">";
    }

    private static String word(Token token, byte first) {
        return switch (token) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case NUMBER -> "number";
            default -> first == 'n' ? "null" : "boolean";
        };
    }
}
