package io.zrs.output;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One JSON object on one line, field by field, into a buffer. Writes what a command needs and starts at once; anything
 * that has to be read is Jackson's work.
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

    /** A field with a whole number, or with null where it is not known. */
    public JsonLine field(String name, OptionalLong value) {
        return value.isPresent() ? field(name, value.getAsLong()) : none(name);
    }

    /** A field with a shape: its fields with the names of their kinds. */
    public JsonLine shape(String name, JsonShape shape) {
        JsonShapeText.addJson(name(name), shape);
        return this;
    }

    /** A field with a number, which is finite, rounded to so many decimals. */
    public JsonLine field(String name, double value, int decimals) {
        name(name).append(Decimal.fixed(value, decimals));
        return this;
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

    /** A field with an object; {@code fields} adds what is in it. */
    public JsonLine object(String name, Consumer<JsonLine> fields) {
        nested(name(name), fields);
        return this;
    }

    /** A field with an array of objects; {@code fields} adds what is in the one for a value. */
    public <T> JsonLine objects(String name, List<T> values, BiConsumer<JsonLine, T> fields) {
        name(name).add('[');
        String separator = "";
        for (T value : values) {
            nested(out.append(separator), object -> fields.accept(object, value));
            separator = ",";
        }
        out.add(']');
        return this;
    }

    private static void nested(ByteText out, Consumer<JsonLine> fields) {
        fields.accept(new JsonLine(out));
        out.add('}');
    }

    /** The field {@code stamp}: seconds since 1970 with six decimals, for a time not before. */
    public JsonLine stamp(Instant time) {
        StampText.seconds(name("stamp"), time);
        return this;
    }

    /** A field of any name, with the JSON value from {@code from} to {@code to}, on one line as it may not have been. */
    public JsonLine value(String name, byte[] json, int from, int to) {
        JsonString.tidy(any(name), json, from, to);
        return this;
    }

    /** A field of any name, with text in UTF-8. */
    public JsonLine text(String name, byte[] utf8) {
        JsonString.append(any(name), utf8);
        return this;
    }

    /** Text as a JSON string, with its quotes; YAML takes it for the same. */
    public static String quoted(String text) {
        ByteText out = new ByteText();
        JsonString.append(out, text.getBytes(StandardCharsets.UTF_8));
        return out.toString();
    }

    /** Ends the object and the line. */
    public void end() {
        out.add('}').add('\n');
    }

    /** Begins a field whose value the caller adds to the buffer; its name needs no escape sequence. */
    ByteText name(String name) {
        return next().add('"').append(name).append("\":");
    }

    private ByteText any(String name) {
        JsonString.append(next(), name.getBytes(StandardCharsets.UTF_8));
        return out.add(':');
    }

    private ByteText next() {
        if (!first) {
            out.add(',');
        }
        first = false;
        return out;
    }
}
