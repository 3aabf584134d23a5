package io.zrs.output;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * One JSON object on one line, field by field, into a buffer. Writes what a command needs and starts at once; what has to
 * be read is Jackson's work.
 */
public final class JsonLine {
    private final ByteText out;
    private boolean first = true;

    /** Begins the object at the end of {@code out}. */
    public JsonLine(ByteText out) {
        this.out = out;
        out.add('{');
    }

    /** A field with text. */
    public JsonLine field(String name, String value) {
        JsonString.append(name(name), value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A field with a whole number. */
    public JsonLine field(String name, long value) {
        name(name).append(Long.toString(value));
        return this;
    }

    /** A field with a whole number, or null for none. */
    public JsonLine field(String name, OptionalLong value) {
        return value.isPresent() ? field(name, value.getAsLong()) : none(name);
    }

    /** A field with null: it is not known. */
    public JsonLine none(String name) {
        name(name).append("null");
        return this;
    }

    /** A field with a truth value. */
    public JsonLine field(String name, boolean value) {
        name(name).append(Boolean.toString(value));
        return this;
    }

    /** A field with an array of texts. */
    public JsonLine field(String name, List<String> values) {
        name(name).add('[');
        String separator = "";
        for (String value : values) {
            out.append(separator);
            JsonString.append(out, value.getBytes(StandardCharsets.UTF_8));
            separator = ",";
        }
        out.add(']');
        return this;
    }

    /** A field with an object; {@code fill} adds its fields to the line it is given. */
    public <T> JsonLine object(String name, T value, BiConsumer<JsonLine, T> fill) {
        name(name);
        nested(value, fill);
        return this;
    }

    /** A field with an array of objects, one for each value. */
    public <T> JsonLine objects(String name, List<T> values, BiConsumer<JsonLine, T> fill) {
        name(name).add('[');
        String separator = "";
        for (T value : values) {
            out.append(separator);
            nested(value, fill);
            separator = ",";
        }
        out.add(']');
        return this;
    }

    private <T> void nested(T value, BiConsumer<JsonLine, T> fill) {
        fill.accept(new JsonLine(out), value);
        out.add('}');
    }

    /** The field {@code stamp}: seconds since 1970 with six decimals, for a time not before. */
    public JsonLine stamp(Instant time) {
        name("stamp").number(time.getEpochSecond(), 1).add('.').number(time.getNano() / 1000, 6);
        return this;
    }

    /** Ends the object and the line. */
    public void end() {
        out.add('}').add('\n');
    }

    /** Begins a field whose value the caller adds to the buffer. */
    ByteText name(String name) {
        if (!first) {
            out.add(',');
        }
        first = false;
        return out.add('"').append(name).append("\":");
    }
}
