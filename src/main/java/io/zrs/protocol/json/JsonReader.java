package io.zrs.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes values of JSON text: {@link JsonObject}, {@link List}, {@link String}, {@link Long}, {@link Double},
 * {@link Boolean}, null.
 *
 * <p>The text is as long as its frame may be; how deep it nests is limited here, since reading it is recursive. The names
 * of members are a peer's choice, so the factory keeps none of them.
 */
final class JsonReader {
    private static final int MAX_DEPTH = 32;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final JsonParser in;

    private JsonReader(JsonParser in) {
        this.in = in;
    }

    /**
     * Reads text that is one object.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is anything else, nests too deep, or has a member twice
     */
    static JsonObject read(String text) {
        try (JsonParser in = JSON.createParser(text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new ZrsException(ErrorCode.INVALID, "the text is not a JSON object");
            }
            JsonObject object = new JsonReader(in).object("", -1);
            if (in.nextToken() != null) {
                throw new ZrsException(ErrorCode.INVALID, "the text goes on behind the JSON object");
            }
            return object;
        } catch (StreamConstraintsException e) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "the text has what is too long, or nests deeper than " + MAX_DEPTH + place(e),
                    "",
                    e);
        } catch (JsonProcessingException e) {
            throw new ZrsException(ErrorCode.INVALID, "the text is not JSON" + place(e), "", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : ", at character " + (location.getCharOffset() + 1);
    }

    private JsonObject object(String within, int index) throws IOException {
        Map<String, Object> members = new HashMap<>();
        JsonObject object = new JsonObject(within, index, members);
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            if (members.containsKey(name)) {
                throw object.problem(name, "stands there twice");
            }
            in.nextToken();
            members.put(name, value(name, -1));
        }
        return object;
    }

    private List<Object> list(String name) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(name, elements.size()));
        }
        return elements;
    }

    private Object value(String name, int index) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(name, index);
            case START_ARRAY -> list(name);
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private Object whole() throws IOException {
        boolean fits = in.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return fits ? (Object) in.getLongValue() : (Object) in.getDoubleValue();
    }
}
