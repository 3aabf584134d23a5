package io.zrs.expression;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.zrs.expression.Value.Constant;
import io.zrs.expression.Value.JsonArray;
import io.zrs.expression.Value.JsonObject;
import io.zrs.expression.Value.Text;
import io.zrs.text.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From a payload to as much of its value as is wanted. Reads to the end all the same: text that only begins like JSON
 * is text.
 */
final class PayloadReader {
    /** Deeper payloads are no JSON to zrs. */
    static final int MAX_DEPTH = 512;

    /** A payload of which more values are wanted than this is missing, for the sake of memory. */
    static final int MAX_VALUES = 1_000_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            // Interned names would stay for good, and the names are somebody else's.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser in;
    private int values;

    private PayloadReader(JsonParser in) {
        this.in = in;
    }

    /** The value of a payload: JSON's, else the text itself, else (what is not UTF-8) missing. Never throws. */
    static Value read(byte[] payload, Wanted wanted) {
        if (!Utf8.isValid(payload)) {
            return Constant.MISSING;
        }
        Value json = isPossible(payload, wanted) ? json(payload, wanted) : null;
        if (json != null) {
            return json;
        }
        return wanted.isWhole() ? new Text(new String(payload, StandardCharsets.UTF_8)) : Constant.MISSING;
    }

    /** Rules out by its first bytes what cannot hold what is wanted; most text costs nothing that way. */
    private static boolean isPossible(byte[] payload, Wanted wanted) {
        String starts = wanted.isWhole() ? " \t\r\n{[\"-0123456789tfn" : " \t\r\n{[";
        if (payload.length == 0 || starts.indexOf(payload[0]) < 0) {
            return false;
        }
        for (int i = 1; i < Math.min(4, payload.length); i++) {
            if (payload[i] == 0) {
                // To the parser a sign of UTF-16.
                return false;
            }
        }
        return true;
    }

    /** Null: no JSON. */
    private static Value json(byte[] payload, Wanted wanted) {
        try (JsonParser in = JSON.createParser(payload)) {
            return new PayloadReader(in).document(wanted);
        } catch (IOException e) {
            // Not JSON is an answer, not an error: it is text.
            return null;
        }
    }

    /** Null: more than one value, or none. */
    private Value document(Wanted wanted) throws IOException {
        if (in.nextToken() == null) {
            return null;
        }
        Value value = value(wanted);
        if (in.nextToken() != null) {
            return null;
        }
        return values > MAX_VALUES ? Constant.MISSING : value;
    }

    private Value value(Wanted wanted) throws IOException {
        if (wanted.isWhole()) {
            return whole();
        }
        JsonToken token = in.currentToken();
        if (token == JsonToken.START_OBJECT && wanted.hasFields()) {
            return fields(wanted);
        }
        if (token == JsonToken.START_ARRAY && wanted.elementsEnd() > 0) {
            return elements(wanted);
        }
        in.skipChildren();
        return Constant.MISSING;
    }

    private Value fields(Wanted wanted) throws IOException {
        Map<String, Value> found = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            Wanted field = wanted.field(name);
            if (field == null) {
                in.skipChildren();
            } else {
                found.put(name, value(field));
            }
        }
        return new JsonObject(found);
    }

    private Value elements(Wanted wanted) throws IOException {
        List<Value> found = new ArrayList<>();
        for (int index = 0; in.nextToken() != JsonToken.END_ARRAY; index++) {
            Wanted element = wanted.element(index);
            Value value = Constant.MISSING;
            if (element == null) {
                in.skipChildren();
            } else {
                value = value(element);
            }
            if (index < wanted.elementsEnd()) {
                found.add(value);
            }
        }
        return new JsonArray(found);
    }

    private Value whole() throws IOException {
        if (++values > MAX_VALUES) {
            in.skipChildren();
            return Constant.MISSING;
        }
        return switch (in.currentToken()) {
            case START_OBJECT -> wholeObject();
            case START_ARRAY -> wholeArray();
            case VALUE_STRING -> new Text(in.getText());
            case VALUE_TRUE -> Constant.TRUE;
            case VALUE_FALSE -> Constant.FALSE;
            case VALUE_NULL -> Constant.NULL;
            default -> Numbers.parse(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
        };
    }

    private Value wholeObject() throws IOException {
        Map<String, Value> found = new LinkedHashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            found.put(name, whole());
        }
        return new JsonObject(found);
    }

    private Value wholeArray() throws IOException {
        List<Value> found = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            found.add(whole());
        }
        return new JsonArray(found);
    }
}
