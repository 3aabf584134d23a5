package io.zrs.text;

import io.zrs.text.JsonCursor.Token;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The way from a JSON value down to one inside it.
 *
 * @param steps from the outermost on; none: the value itself
 */
public record JsonPath(List<Step> steps) {
    /** Copies the list. */
    public JsonPath {
        steps = List.copyOf(steps);
    }

    /**
     * One step down.
     *
     * @param field the name of a field; null for a step to an element
     * @param index which element, from 0; from the end if negative, the last being -1
     */
    public record Step(String field, int index) {}

    /**
     * Finds what the path leads to, of two fields of one name the last.
     *
     * @param json what {@link JsonText#kindOf} takes for JSON
     */
    public Optional<JsonSlice> find(byte[] json) {
        JsonSlice found = JsonSlice.of(json, 0);
        for (int i = 0; i < steps.size() && found != null; i++) {
            found = step(found, steps.get(i));
        }
        return Optional.ofNullable(found);
    }

    private static JsonSlice step(JsonSlice value, Step step) {
        JsonCursor in = new JsonCursor(value.bytes(), value.from());
        Token first = in.next();
        if (step.field() != null) {
            return first == Token.OBJECT ? field(in, value.bytes(), step.field()) : null;
        }
        if (first != Token.ARRAY) {
            return null;
        }
        if (step.index() >= 0) {
            return element(in, value.bytes(), step.index());
        }
        int count = count(in);
        return element(start(value), value.bytes(), count + step.index());
    }

    private static JsonSlice field(JsonCursor in, byte[] json, String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        JsonSlice found = null;
        while (in.next() == Token.NAME) {
            boolean meant = isNamed(json, in.from(), in.to(), utf8);
            in.next();
            int from = in.from();
            in.skip();
            if (meant) {
                found = new JsonSlice(json, from, in.to());
            }
        }
        return found;
    }

    private static boolean isNamed(byte[] json, int from, int to, byte[] name) {
        for (int at = from + 1; at < to - 1; at++) {
            if (json[at] == '\\') {
                return Arrays.equals(JsonUnquoted.bytes(json, from, to), name);
            }
        }
        return Arrays.equals(json, from + 1, to - 1, name, 0, name.length);
    }

    private static JsonCursor start(JsonSlice array) {
        JsonCursor in = new JsonCursor(array.bytes(), array.from());
        in.next();
        return in;
    }

    private static int count(JsonCursor in) {
        int count = 0;
        while (in.next() != Token.CLOSE) {
            in.skip();
            count++;
        }
        return count;
    }

    private static JsonSlice element(JsonCursor in, byte[] json, int index) {
        if (index < 0) {
            return null;
        }
        for (int at = 0; in.next() != Token.CLOSE; at++) {
            int from = in.from();
            in.skip();
            if (at == index) {
                return new JsonSlice(json, from, in.to());
            }
        }
        return null;
    }
}
