package io.zrs.launch.file;

import io.zrs.model.OneLine;
import io.zrs.yaml.Place;
import io.zrs.yaml.YamlList;
import io.zrs.yaml.YamlMap;
import io.zrs.yaml.YamlMap.Entry;
import io.zrs.yaml.YamlNode;
import io.zrs.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What {@code $(…)} stands for in one file: {@code $(arg NAME)}, {@code $(env NAME [DEFAULT])} and {@code $(dirname)}, as
 * roslaunch has them. {@code $$(} is {@code $(} itself.
 *
 * @param folder the file's own, absolute
 * @param arguments values by name
 * @param environment environment variables by name; null where one is not set
 */
record Scope(Path folder, Map<String, String> arguments, UnaryOperator<String> environment) {
    private static final List<String> KNOWN = List.of("arg", "words", "env", "optenv", "dirname");
    private static final int SHOWN_CHARS = 60;

    /** Everything below a node with its values substituted; keys stay as they are. */
    YamlNode resolve(YamlNode node) {
        if (node instanceof YamlMap map) {
            return new YamlMap(
                    map.place(),
                    map.entries().stream()
                            .map(entry -> new Entry(entry.key(), resolve(entry.value())))
                            .toList());
        }
        if (node instanceof YamlList list) {
            return new YamlList(
                    list.place(), list.values().stream().map(this::resolve).toList());
        }
        return resolve((YamlScalar) node);
    }

    private YamlScalar resolve(YamlScalar scalar) {
        if (scalar.text().indexOf('$') < 0) {
            return scalar;
        }
        String text = text(scalar);
        YamlScalar resolved = new YamlScalar(scalar.place(), text, scalar.plain());
        // An argument that is empty is a text, and not nothing.
        return resolved.isNothing() ? new YamlScalar(scalar.place(), text, false) : resolved;
    }

    /** A value with everything in it substituted. */
    String text(YamlScalar scalar) {
        return text(scalar.place(), scalar.text());
    }

    private String text(Place place, String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$$(", at)) {
                out.append("$(");
                at += 3;
            } else if (text.startsWith("$(", at)) {
                int end = end(place, text, at);
                out.append(value(place, text.substring(at, end)));
                at = end;
            } else {
                out.append(text.charAt(at++));
            }
        }
        return withoutNul(place, out.toString());
    }

    /** Neither a program's words nor its environment can have one: in both, it is the end. */
    static String withoutNul(Place place, String text) {
        if (text.indexOf('\0') >= 0) {
            throw place.error("a value with the character NUL in it, which no program can be given", "leave it out");
        }
        return text;
    }

    /** Where the {@code $(…)} ends that begins at {@code from}. */
    static int end(Place place, String text, int from) {
        int close = text.indexOf(')', from);
        if (close < 0) {
            throw place.error(
                    "'" + shown(text.substring(from)) + "' has no closing parenthesis", "write $$( for $( itself");
        }
        return close + 1;
    }

    /** Whether it is {@code $(words NAME)}, which stands for several words of a command line. */
    static boolean isWords(String expression) {
        return expression.startsWith("$(words ");
    }

    /** What {@code $(…)} stands for. */
    String value(Place place, String expression) {
        String inside = expression.substring(2, expression.length() - 1).strip();
        int blank = inside.indexOf(' ');
        String verb = blank < 0 ? inside : inside.substring(0, blank);
        String rest = blank < 0 ? "" : inside.substring(blank + 1).strip();
        return switch (verb) {
            case "arg", "words" -> argument(place, expression, rest);
            case "env", "optenv" -> variable(place, expression, rest, verb.equals("optenv"));
            case "dirname" -> folder.toString();
            default ->
                throw place.error(
                        "'" + shown(expression) + "' is unknown",
                        meant(place, verb) + "write $(arg NAME), $(env NAME) or $(dirname); or $$( for $( itself");
        };
    }

    private static String meant(Place place, String verb) {
        return place.file()
                .nearMiss()
                .of(verb, KNOWN)
                .map(known -> "did you mean $(" + known + "…)? ")
                .orElse("");
    }

    private String argument(Place place, String expression, String name) {
        String value = arguments.get(name);
        if (value == null) {
            String remedy = place.file()
                    .nearMiss()
                    .of(name, arguments.keySet())
                    .map(meant -> "did you mean '" + meant + "'?")
                    .orElse("declare it under args");
            throw place.error("'" + shown(expression) + "': this file has no argument '" + shown(name) + "'", remedy);
        }
        return value;
    }

    private String variable(Place place, String expression, String rest, boolean optional) {
        int blank = rest.indexOf(' ');
        String name = blank < 0 ? rest : rest.substring(0, blank);
        Optional<String> otherwise = blank < 0
                ? Optional.of("").filter(empty -> optional)
                : Optional.of(rest.substring(blank + 1).strip());
        String value = name.isEmpty() ? null : environment.apply(name);
        if (value != null) {
            return value;
        }
        return otherwise
                .filter(given -> !name.isEmpty())
                .orElseThrow(() -> place.error(
                        "'" + shown(expression) + "': the environment has no variable '" + shown(name) + "'",
                        "set it, or write $(env NAME DEFAULT)"));
    }

    private static String shown(String text) {
        return OneLine.of(text, SHOWN_CHARS);
    }
}
