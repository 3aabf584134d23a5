package io.zrs.cli.command.complete;

import io.zrs.output.JsonShape;
import io.zrs.output.JsonShape.Elements;
import io.zrs.output.JsonShape.Fields;
import io.zrs.output.JsonShape.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields of a message, as paths in expressions have them, one level at a time as files in directories. */
final class FieldPaths {
    /** What is no field by itself in an expression; behind {@code data} everything is one. */
    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "in", "contains", "matches", "true", "false", "null", "topic", "data", "t");

    private static final String WHOLE = "data";

    private final String started;
    private final List<Candidate> found = new ArrayList<>();

    private FieldPaths(String started) {
        this.started = started;
    }

    /**
     * The paths that go on from {@code started}.
     *
     * @param root what stands before them all: a topic's name, or nothing
     */
    static List<Candidate> of(JsonShape shape, String root, String started) {
        FieldPaths paths = new FieldPaths(started);
        if (root.isEmpty() && started.startsWith(WHOLE) && started.length() > WHOLE.length()) {
            paths.below(WHOLE, shape);
        } else {
            paths.below(root, shape);
        }
        return paths.found;
    }

    private void below(String text, JsonShape shape) {
        if (shape instanceof Fields object) {
            object.fields().forEach((name, field) -> visit(step(text, name), field));
        } else if (shape instanceof Elements array && array.element().isPresent()) {
            visit((text.isEmpty() ? WHOLE : text) + index(text), array.element().get());
        }
    }

    private void visit(String text, JsonShape shape) {
        if (started.startsWith(text + ".") || started.startsWith(text + "[")) {
            below(text, shape);
        } else if (text.startsWith(started) && text.chars().noneMatch(Character::isISOControl)) {
            add(text, shape);
        }
    }

    private void add(String text, JsonShape shape) {
        if (shape instanceof Fields object && !object.fields().isEmpty()) {
            found.add(new Candidate(text + ".", "object", Candidate.Kind.FIELD, true));
            return;
        }
        found.add(new Candidate(text, word(shape), Candidate.Kind.FIELD, false));
        if (shape instanceof Elements) {
            below(text, shape);
        }
    }

    private static String word(JsonShape shape) {
        return shape instanceof Scalar scalar ? scalar.word() : shape instanceof Fields ? "object" : "array";
    }

    private static String step(String text, String name) {
        if (!isPlain(name) || text.isEmpty() && WORDS.contains(name)) {
            String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
            return (text.isEmpty() ? WHOLE : text) + "[\"" + quoted + "\"]";
        }
        return text.isEmpty() ? name : text + "." + name;
    }

    private static boolean isPlain(String name) {
        if (name.isEmpty() || Character.isDigit(name.codePointAt(0))) {
            return false;
        }
        return name.codePoints().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    }

    /** The element that was typed, or the first. */
    private String index(String text) {
        String open = (text.isEmpty() ? WHOLE : text) + "[";
        int close = started.startsWith(open) ? started.indexOf(']', open.length()) : -1;
        if (close < 0) {
            return "[0]";
        }
        String typed = started.substring(open.length(), close);
        boolean number = !typed.isEmpty()
                && typed.chars().skip(typed.startsWith("-") ? 1 : 0).allMatch(Character::isDigit);
        return number ? "[" + typed + "]" : "[0]";
    }
}
