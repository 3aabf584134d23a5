package io.zrs.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.zrs.output.JsonShape.Elements;
import io.zrs.output.JsonShape.Fields;
import io.zrs.output.JsonShape.Scalar;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the shape of JSON, also of the mere beginning of it: the parser is the one that may be fed in pieces, which tells
 * an end that is still to come from an error. Takes bounded memory and stack.
 */
final class JsonShapeReader {
    /** How deep it looks. */
    static final int MAX_DEPTH = 32;

    /** How many values it tells apart in all. */
    static final int MAX_VALUES = 1000;

    /** How many elements of an array it looks at. */
    static final int FIRST_ELEMENTS = 8;

    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] bytes;
    private final boolean whole;
    private int values;
    private boolean cut;
    private boolean broken;

    /** Reads {@code bytes}; not {@code whole} if more would follow. */
    JsonShapeReader(byte[] bytes, boolean whole) {
        this.bytes = bytes;
        this.whole = whole;
    }

    /** What there is up to the end, the cut or the first error; empty if that is nothing. To be called once. */
    Optional<JsonShape> read() {
        try (JsonParser in = JSON.createNonBlockingByteArrayParser()) {
            ByteArrayFeeder feeder = (ByteArrayFeeder) in.getNonBlockingInputFeeder();
            feeder.feedInput(bytes, 0, bytes.length);
            if (whole) {
                feeder.endOfInput();
            }
            JsonShape shape = value(in, next(in), 0);
            // Words one after the other are no JSON, though each may be.
            broken |= !cut && goesOn((int) in.currentLocation().getByteOffset());
            return Optional.ofNullable(shape);
        } catch (IOException e) {
            throw new AssertionError("closing what was fed from memory", e);
        }
    }

    private boolean goesOn(int from) {
        for (int at = from; at < bytes.length; at++) {
            if (" \t\r\n".indexOf(bytes[at]) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether there was an error before the end or the cut: it was no JSON. */
    boolean isBroken() {
        return broken;
    }

    /** The next token; null at the end, the cut or an error. */
    private JsonToken next(JsonParser in) {
        if (cut) {
            return null;
        }
        try {
            JsonToken token = in.nextToken();
            if (whole && token == JsonToken.NOT_AVAILABLE) {
                // The parser has come to the end, and takes it for the end of a word when it looks again.
                token = in.nextToken();
            }
            cut = token == JsonToken.NOT_AVAILABLE;
            return cut ? null : token;
        } catch (StreamConstraintsException e) {
            // A name or a number of monstrous length: still JSON, of which no more is wanted.
            cut = true;
        } catch (IOException e) {
            cut = true;
            broken = true;
        }
        return null;
    }

    /** The shape of the value that begins with {@code first}; null if nothing is known of it. */
    private JsonShape value(JsonParser in, JsonToken first, int depth) {
        if (first == null) {
            return null;
        }
        values++;
        return switch (first) {
            case START_OBJECT -> fields(in, depth);
            case START_ARRAY -> elements(in, depth);
            case VALUE_STRING -> Scalar.TEXT;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Scalar.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Scalar.BOOLEAN;
            default -> Scalar.NULL;
        };
    }

    private JsonShape fields(JsonParser in, int depth) {
        Map<String, JsonShape> fields = new LinkedHashMap<>();
        while (next(in) == JsonToken.FIELD_NAME) {
            if (isEnough(depth)) {
                skip(in);
                return new Fields(fields, false);
            }
            String name = name(in);
            JsonShape shape = value(in, next(in), depth + 1);
            if (shape != null) {
                fields.put(name, shape);
            }
        }
        return new Fields(fields, !cut);
    }

    private JsonShape elements(JsonParser in, int depth) {
        JsonShape common = null;
        int count = 0;
        for (JsonToken first = next(in); first != null && first != JsonToken.END_ARRAY; first = next(in)) {
            if (count == FIRST_ELEMENTS || isEnough(depth)) {
                skipAfter(in, first);
                return new Elements(Optional.ofNullable(common), common != null);
            }
            JsonShape shape = value(in, first, depth + 1);
            common = common == null ? shape : common.or(shape);
            count++;
        }
        return new Elements(Optional.ofNullable(common), common != null || !cut);
    }

    private boolean isEnough(int depth) {
        return depth >= MAX_DEPTH || values >= MAX_VALUES;
    }

    private String name(JsonParser in) {
        try {
            return in.currentName();
        } catch (IOException e) {
            throw new AssertionError("the name is there", e);
        }
    }

    /** Skips to the end of the object or array that the parser is in. */
    private void skip(JsonParser in) {
        int open = 1;
        while (open > 0) {
            JsonToken token = next(in);
            if (token == null) {
                return;
            }
            open += change(token);
        }
    }

    private void skipAfter(JsonParser in, JsonToken first) {
        if (first.isStructStart()) {
            skip(in);
        }
        skip(in);
    }

    private static int change(JsonToken token) {
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
}
