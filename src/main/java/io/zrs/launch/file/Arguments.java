package io.zrs.launch.file;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.yaml.YamlFile.NearMiss;
import io.zrs.yaml.YamlMap;
import io.zrs.yaml.YamlMap.Entry;
import io.zrs.yaml.YamlNode;
import io.zrs.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** A file's {@code args}: what it takes, and what it was given. */
final class Arguments {
    private static final List<String> KEYS = List.of("default", "description");

    private final List<DeclaredArgument> declared = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<YamlScalar> missing = new ArrayList<>();
    private final Path folder;
    private final UnaryOperator<String> environment;

    /**
     * Reads what is declared. A default may use the arguments before it.
     *
     * @param args the map, if there is one
     * @param given values by name, from outside
     */
    Arguments(Optional<YamlNode> args, Map<String, String> given, Path folder, UnaryOperator<String> environment) {
        this.folder = folder;
        this.environment = environment;
        List<Entry> entries =
                args.map(node -> node.map("a map of arguments").entries()).orElse(List.of());
        for (Entry entry : entries) {
            declare(entry, given);
        }
    }

    private void declare(Entry entry, Map<String, String> given) {
        String name = entry.key().text("an argument's name");
        if (name.isEmpty() || name.chars().anyMatch(c -> !isNamePart(c))) {
            throw entry.key().wrong("an argument's name, of letters, digits, '_', '-', '.' and '/'");
        }
        Optional<YamlScalar> otherwise = Optional.empty();
        String description = "";
        if (entry.value() instanceof YamlMap map) {
            map.refuseOthersThan(KEYS);
            otherwise = map.find("default").map(node -> node.scalar("a value"));
            description = map.find("description")
                    .map(node -> node.scalar("a text").text("a text"))
                    .orElse("");
        } else {
            otherwise = Optional.of(entry.value().scalar("a default, or a map with default and description"));
        }
        // 'name:' with nothing behind it, as with 'name: {}', has no default; an empty text is ''.
        Optional<String> text = otherwise.filter(scalar -> !scalar.isNothing()).map(scalar -> scope().text(scalar));
        declared.add(new DeclaredArgument(name, text, description));
        String value = given.getOrDefault(name, text.orElse(null));
        if (value == null) {
            missing.add(entry.key());
            // So that what depends on it is no second error.
            value = "";
        }
        values.put(name, value);
    }

    private static boolean isNamePart(int c) {
        return c < 0x80 && Character.isLetterOrDigit(c) || "_-./".indexOf(c) >= 0;
    }

    /** What it takes, in the order of the file. */
    List<DeclaredArgument> declared() {
        return declared;
    }

    /** Complains by {@code error} of the first argument that has neither a value nor a default. */
    void needAll(BiFunction<String, YamlScalar, ZrsException> error) {
        if (!missing.isEmpty()) {
            YamlScalar name = missing.get(0);
            throw error.apply("argument '" + name.text() + "' has no value", name);
        }
    }

    /** Complains of what was given on the command line and is not declared. */
    void refuseOthers(Iterable<String> given, String file, NearMiss nearMiss) {
        for (String name : given) {
            if (!values.containsKey(name)) {
                String remedy = nearMiss.of(name, values.keySet())
                        .map(meant -> "did you mean '" + meant + "'?")
                        .orElse(values.isEmpty() ? "it takes none" : "it takes " + String.join(", ", values.keySet()));
                throw new ZrsException(ErrorCode.INVALID, file + " has no argument '" + name + "'", remedy);
            }
        }
    }

    /** What {@code $(…)} stands for in the file. */
    Scope scope() {
        return new Scope(folder, Map.copyOf(values), environment);
    }
}
