package io.zrs.bag;

import io.zrs.text.JsonCursor;
import io.zrs.text.JsonCursor.Token;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * What a channel's first message tells of those to come, as a JSON Schema: fields and their types, so that viewers can offer them before
 * they have read anything. Permissive: nothing is required, and a field that is not named may be anything.
 *
 * <p>Foxglove's reader refuses a channel whose schema is not of an object, has an object without {@code properties}, or a field without
 * a type, that is null, or an array that has no items of one type or has arrays: so such fields are not named.
 */
final class PayloadSchema {
    private static final String LANGUAGE = "jsonschema";
    private static final byte[] ANY_OBJECT =
            "{\"type\":\"object\",\"properties\":{}}".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_CHARACTERS = 32 << 10;
    private static final int DEEPEST = 32;

    private final byte[] json;
    private final JsonCursor in;
    private final StringBuilder out = new StringBuilder();
    private boolean tooLong;

    private PayloadSchema(byte[] json, int from) {
        this.json = json;
        in = new JsonCursor(json, from);
    }

    /** The schema of the JSON that begins at {@code from}; MCAP's registry wants one of an object, whatever a message is. */
    static BagSchema of(String topic, byte[] json, int from) {
        PayloadSchema schema = new PayloadSchema(json, from);
        return new BagSchema(topic, LANGUAGE, schema.write());
    }

    private byte[] write() {
        if (in.next() != Token.OBJECT) {
            return ANY_OBJECT;
        }
        value(Token.OBJECT, 0);
        return tooLong ? ANY_OBJECT : out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Adds the schema of the value that the cursor is at, and goes behind it; false if it has none to be named. */
    private boolean value(Token token, int depth) {
        tooLong |= out.length() > MOST_CHARACTERS;
        if (tooLong || depth == DEEPEST) {
            in.skip();
            return false;
        }
        switch (token) {
            case OBJECT -> object(depth);
            case ARRAY -> {
                return array(depth);
            }
            case STRING -> type("string").append('}');
            case NUMBER -> type("number").append('}');
            default -> {
                type("boolean").append('}');
                return !isNull(in.from());
            }
        }
        return true;
    }

    private StringBuilder type(String name) {
        return out.append("{\"type\":\"").append(name).append('"');
    }

    private void object(int depth) {
        type("object").append(",\"properties\":{");
        int first = out.length();
        Set<String> names = new HashSet<>();
        for (Token token = in.next(); token != Token.CLOSE; token = in.next()) {
            String name = new String(json, in.from(), in.to() - in.from(), StandardCharsets.UTF_8);
            Token value = in.next();
            if (tooLong || !names.add(name)) {
                in.skip();
                continue;
            }
            int start = out.length();
            out.append(start == first ? "" : ",").append(name).append(':');
            if (!value(value, depth + 1)) {
                out.setLength(start);
            }
        }
        out.append("}}");
    }

    private boolean array(int depth) {
        type("array").append(",\"items\":");
        Token first = in.next();
        if (first == Token.CLOSE) {
            return false;
        }
        boolean named = first != Token.ARRAY;
        named &= value(first, depth + 1);
        for (Token token = in.next(); token != Token.CLOSE; token = in.next()) {
            named &= token == first && !isNull(in.from());
            in.skip();
        }
        out.append('}');
        return named;
    }

    private boolean isNull(int from) {
        return json[from] == 'n';
    }
}
