package io.zrs.cli.plot;

import io.zrs.text.JsonCursor;
import io.zrs.text.JsonCursor.Token;
import io.zrs.text.JsonPath;
import io.zrs.text.JsonSlice;
import io.zrs.text.JsonText;
import io.zrs.text.JsonUnquoted;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the numbers of messages: a payload that is one, a field that is one, or the first few inside of an object or array.
 * {@code true} is 1 and {@code false} is 0. Numbers that no double can hold are none.
 */
final class NumberReader {
    /** So many of an object or array are read. */
    static final int MOST = 8;

    private static final int LONGEST = 400;

    private final JsonPath path;

    NumberReader(JsonPath path) {
        this.path = path;
    }

    /** Takes the numbers. */
    interface Sink {
        /** One of them; {@code member} is the way to it from the field, empty if it is the field itself. */
        void number(String member, double value);
    }

    /**
     * Reads a payload.
     *
     * @return how many numbers there are; more than {@link #MOST} for any more
     */
    int read(byte[] payload, Sink sink) {
        if (JsonText.kindOf(payload) == JsonText.Kind.NOT_JSON) {
            return path.steps().isEmpty() ? bare(payload, sink) : 0;
        }
        if (path.steps().isEmpty()) {
            return value(payload, 0, sink);
        }
        Optional<JsonSlice> found = path.find(payload);
        return found.isPresent() ? value(payload, found.get().from(), sink) : 0;
    }

    /** What people print that is no JSON: {@code +5}, {@code .5}, {@code 007}. */
    private static int bare(byte[] payload, Sink sink) {
        if (payload.length > LONGEST) {
            return 0;
        }
        String text = new String(payload, StandardCharsets.UTF_8).strip();
        for (int i = 0; i < text.length(); i++) {
            if ("+-.0123456789eE".indexOf(text.charAt(i)) < 0) {
                return 0;
            }
        }
        return number(text, "", sink);
    }

    private static int number(String text, String member, Sink sink) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isInfinite(value)) {
                return 0;
            }
            sink.number(member, value);
            return 1;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static int value(byte[] json, int from, Sink sink) {
        JsonCursor in = new JsonCursor(json, from);
        Token first = in.next();
        return first == Token.OBJECT || first == Token.ARRAY
                ? members(in, json, "", sink, 0)
                : scalar(in, first, json, "", sink);
    }

    private static int scalar(JsonCursor in, Token token, byte[] json, String member, Sink sink) {
        if (token == Token.NUMBER) {
            return number(new String(json, in.from(), in.to() - in.from(), StandardCharsets.ISO_8859_1), member, sink);
        }
        if (token == Token.LITERAL && json[in.from()] != 'n') {
            sink.number(member, json[in.from()] == 't' ? 1 : 0);
            return 1;
        }
        return 0;
    }

    /** Recurses, but no deeper than JSON is taken for such. */
    private static int members(JsonCursor in, byte[] json, String above, Sink sink, int before) {
        int count = before;
        boolean object = in.isInObject();
        int index = 0;
        for (Token token = in.next(); token != Token.CLOSE; token = in.next()) {
            if (count > MOST) {
                return count;
            }
            String member = object ? above + name(json, in) : above + "[" + index++ + "]";
            Token value = object ? in.next() : token;
            if (value == Token.OBJECT || value == Token.ARRAY) {
                count = members(in, json, member, sink, count);
                if (count > MOST) {
                    return count;
                }
            } else {
                count += scalar(in, value, json, member, count < MOST ? sink : (name, number) -> {});
            }
        }
        return count;
    }

    private static String name(byte[] json, JsonCursor in) {
        String name = new String(JsonUnquoted.bytes(json, in.from(), in.to()), StandardCharsets.UTF_8);
        return isPlain(name) ? "." + name : "[\"" + name + "\"]";
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && !Character.isLetterOrDigit(c) || i == 0 && Character.isDigit(c)) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
