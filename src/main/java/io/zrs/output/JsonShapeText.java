package io.zrs.output;

import io.zrs.output.JsonShape.Elements;
import io.zrs.output.JsonShape.Fields;
import io.zrs.output.JsonShape.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/**
 * A shape as text for people: {@code {"x": number, "tags": [text], "pose": {"x": number}}}, on one line where that is
 * short enough, else a line a field. What was not looked at is {@code …}.
 */
public final class JsonShapeText {
    private static final String REST = "…";
    private static final String STEP = "  ";

    private JsonShapeText() {}

    /** On one line. */
    public static String line(JsonShape shape) {
        StringBuilder out = new StringBuilder();
        addLine(out, shape);
        return out.toString();
    }

    /** With no line longer than {@code columns} if that can be, and no line end behind the last. */
    public static String tree(JsonShape shape, int columns) {
        StringBuilder out = new StringBuilder();
        addTree(out, shape, columns, "\n");
        return out.toString();
    }

    /** Adds the shape to {@code out}; {@code lineEnd} is what begins each further line of it. */
    private static void addTree(StringBuilder out, JsonShape shape, int columns, String lineEnd) {
        int used = out.length() - out.lastIndexOf("\n") - 1;
        String line = line(shape);
        // The comma behind it needs room, too.
        if (used + line.length() < columns || shape instanceof Scalar) {
            out.append(line);
        } else if (shape instanceof Elements array) {
            out.append('[');
            array.element().ifPresent(element -> addTree(out, element, columns, lineEnd));
            out.append(']');
        } else if (shape instanceof Fields object) {
            addBroken(out, object, columns, lineEnd);
        }
    }

    private static void addBroken(StringBuilder out, Fields object, int columns, String lineEnd) {
        String inner = lineEnd + STEP;
        out.append('{');
        Iterator<Map.Entry<String, JsonShape>> fields =
                object.fields().entrySet().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonShape> field = fields.next();
            out.append(inner).append(quoted(field.getKey())).append(": ");
            addTree(out, field.getValue(), columns, inner);
            out.append(fields.hasNext() || !object.complete() ? "," : "");
        }
        out.append(object.complete() ? "" : inner + REST).append(lineEnd).append('}');
    }

    private static void addLine(StringBuilder out, JsonShape shape) {
        if (shape instanceof Scalar scalar) {
            out.append(scalar.word());
        } else if (shape instanceof Elements array) {
            out.append('[');
            array.element().ifPresent(element -> addLine(out, element));
            out.append(array.element().isEmpty() && !array.complete() ? REST : "")
                    .append(']');
        } else if (shape instanceof Fields object) {
            out.append('{');
            String separator = "";
            for (Map.Entry<String, JsonShape> field : object.fields().entrySet()) {
                out.append(separator).append(quoted(field.getKey())).append(": ");
                addLine(out, field.getValue());
                separator = ", ";
            }
            out.append(object.complete() ? "" : separator + REST).append('}');
        }
    }

    /** Adds the shape as JSON, with the kinds' names as strings. */
    static void addJson(ByteText out, JsonShape shape) {
        if (shape instanceof Scalar scalar) {
            out.add('"').append(scalar.word()).add('"');
        } else if (shape instanceof Elements array) {
            out.add('[');
            array.element().ifPresent(element -> addJson(out, element));
            out.add(']');
        } else if (shape instanceof Fields object) {
            out.add('{');
            String separator = "";
            for (Map.Entry<String, JsonShape> field : object.fields().entrySet()) {
                out.append(separator).append(quoted(field.getKey())).add(':');
                addJson(out, field.getValue());
                separator = ",";
            }
            out.add('}');
        }
    }

    private static String quoted(String name) {
        ByteText out = new ByteText();
        JsonString.append(out, name.getBytes(StandardCharsets.UTF_8));
        return out.toString();
    }
}
