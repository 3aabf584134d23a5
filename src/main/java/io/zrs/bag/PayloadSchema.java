package io.zrs.bag;

import io.zrs.text.JsonCursor;
import io.zrs.text.JsonCursor.Token;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * What a channel's first message tells of those to come, as a JSON Schema: fields and their types, so that viewers can offer them before
 * they have read anything. Permissive: nothing is required, what {@code null} stands for may be anything, and the elements of an
 * array have a type only if they all have that one.
 */
final class PayloadSchema {
    private static final String LANGUAGE = "jsonschema";
    private static final byte[] ANY_OBJECT = "{\"type\":\"object\"}".getBytes(StandardCharsets.US_ASCII);
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

    /** Adds the schema of the value that the cursor is at, and goes behind it. */
    private void value(Token token, int depth) {
        tooLong |= out.length() > MOST_CHARACTERS;
        if (tooLong || depth == DEEPEST) {
            out.append("{}");
            in.skip();
            return;
        }
        switch (token) {
            case OBJECT -> object(depth);
            case ARRAY -> array(depth);
            case STRING -> type("string").append('}');
            case NUMBER -> type("number").append('}');
            default -> out.append(json[in.from()] == 'n' ? "{}" : "{\"type\":\"boolean\"}");
        }
    }

    private StringBuilder type(String name) {
        return out.append("{\"type\":\"").append(name).append('"');
    }

    private void object(int depth) {
        type("object");
        Set<String> names = new HashSet<>();
        for (Token token = in.next(); token != Token.CLOSE; token = in.next()) {
            String name = new String(json, in.from(), in.to() - in.from(), StandardCharsets.UTF_8);
            Token value = in.next();
            if (tooLong || !names.add(name)) {
                in.skip();
                continue;
            }
            out.append(names.size() == 1 ? ",\"properties\":{" : ",")
                    .append(name)
                    .append(':');
            value(value, depth + 1);
        }
        out.append(names.isEmpty() ? "}" : "}}");
    }

    private void array(int depth) {
        type("array");
        Token first = in.next();
        if (first == Token.CLOSE) {
            out.append('}');
            return;
        }
        int start = out.length();
        int from = in.from();
        out.append(",\"items\":");
        value(first, depth + 1);
        boolean alike = true;
        for (Token token = in.next(); token != Token.CLOSE; token = in.next()) {
            alike &= token == first && isNull(in.from()) == isNull(from);
            in.skip();
        }
        if (!alike) {
            out.setLength(start);
        }
        out.append('}');
    }

    private boolean isNull(int from) {
        return json[from] == 'n';
    }
}
