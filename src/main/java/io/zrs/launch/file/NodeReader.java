package io.zrs.launch.file;

import io.zrs.model.OneLine;
import io.zrs.yaml.YamlList;
import io.zrs.yaml.YamlMap;
import io.zrs.yaml.YamlMap.Entry;
import io.zrs.yaml.YamlNode;
import io.zrs.yaml.YamlScalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one node. */
final class NodeReader {
    /** What the name of a launched master is in every plan. */
    static final String MASTER = "master";

    private static final List<String> KEYS = List.of(
            "name",
            "run",
            "args",
            "shell",
            "env",
            "cwd",
            "respawn",
            "respawn_delay",
            "required",
            "depends_on",
            "ready",
            "output",
            "if",
            "unless");
    private static final String COMMAND = "a command line, or a list of its words";
    private static final int MAX_NAME_CHARS = 100;

    private final Scope scope;
    private final Function<String, Duration> time;
    private final Mistakes mistakes;
    private final Map<String, Optional<String>> common;

    /** A reader of nodes that all get the environment {@code common}, a map, if there is one. */
    NodeReader(Scope scope, Function<String, Duration> time, Mistakes mistakes, Optional<YamlNode> common) {
        this.scope = scope;
        this.time = time;
        this.mistakes = mistakes;
        this.common = mistakes.read(() -> environment(common), Map.of());
    }

    /**
     * The node, named {@code prefix} and what it says of itself; nobody has looked yet at what it depends on. Has defaults for
     * what is a mistake, and complains itself only about the name.
     */
    NodePlan read(YamlMap map, YamlScalar name, String prefix) {
        String whole = name(name, prefix);
        boolean clear = mistakes.permits(() -> map.refuseOthersThan(KEYS))
                || map.find("run").isPresent();
        Map<String, Optional<String>> environment = new LinkedHashMap<>(common);
        environment.putAll(mistakes.read(() -> environment(map.find("env")), Map.of()));
        Respawn respawn = read(map, "respawn", this::respawn, Respawn.NO);
        boolean required = mistakes.read(() -> truth(map, "required"), false);
        if (required && respawn != Respawn.NO) {
            mistakes.add(map.place()
                    .error("a required node that is respawned would never end anything", "choose required or respawn"));
        }
        return new NodePlan(
                whole,
                name.place(),
                clear ? mistakes.read(() -> command(map, whole), List.of()) : List.of(),
                environment,
                mistakes.read(() -> folder(map), scope.folder()),
                respawn,
                read(map, "respawn_delay", this::delay, Duration.ZERO),
                required,
                List.of(),
                read(map, "ready", node -> new ReadyReader(time).read(scope.resolve(node)), Ready.AT_ONCE),
                read(map, "output", node -> output(scope.resolve(node)), OutputTarget.SCREEN));
    }

    private <T> T read(YamlMap map, String key, Function<YamlNode, T> reading, T otherwise) {
        return map.find(key)
                .map(node -> mistakes.read(() -> reading.apply(node), otherwise))
                .orElse(otherwise);
    }

    /** A node's whole name. */
    String name(YamlScalar written, String prefix) {
        String name = prefix + scope.text(written);
        boolean blank = name.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
        if (written.isNothing() || name.isEmpty() || blank || !OneLine.is(name) || name.length() > MAX_NAME_CHARS) {
            throw written.wrong("a node's name, of at most " + MAX_NAME_CHARS + " characters and without blanks");
        }
        if (name.equals(MASTER)) {
            throw written.place().error("'" + MASTER + "' is the name of the master itself", "choose another");
        }
        return name;
    }

    private List<String> command(YamlMap map, String name) {
        YamlNode run = map.need("run");
        boolean shell = truth(map, "shell");
        List<String> command = new ArrayList<>();
        if (shell) {
            command.addAll(List.of("sh", "-c", scope.text(run.scalar("a shell's command line")), name));
        } else {
            command.addAll(words(run));
            if (command.isEmpty() || command.get(0).isEmpty()) {
                throw run.place().error("expected " + COMMAND + ", found no program in it");
            }
        }
        map.find("args").ifPresent(args -> command.addAll(words(args)));
        return command;
    }

    private List<String> words(YamlNode node) {
        if (node instanceof YamlList list) {
            return list.values().stream()
                    .map(value -> scope.text(value.scalar("a word")))
                    .toList();
        }
        YamlScalar line = node.scalar(COMMAND);
        if (line.isNothing()) {
            throw line.wrong(COMMAND);
        }
        return CommandWords.of(line, scope);
    }

    private Map<String, Optional<String>> environment(Optional<YamlNode> node) {
        Map<String, Optional<String>> environment = new LinkedHashMap<>();
        List<Entry> entries =
                node.map(value -> value.map("a map of variables").entries()).orElse(List.of());
        for (Entry entry : entries) {
            String name = entry.key().text("a variable's name");
            if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
                throw entry.key().wrong("a variable's name");
            }
            YamlScalar value = entry.value().scalar("a text, or nothing to take the variable away");
            environment.put(name, value.isNothing() ? Optional.empty() : Optional.of(scope.text(value)));
        }
        return environment;
    }

    private Path folder(YamlMap map) {
        Optional<YamlScalar> written = map.find("cwd").map(node -> node.scalar("a folder"));
        try {
            return written.map(
                            value -> scope.folder().resolve(scope.text(value)).normalize())
                    .orElse(scope.folder());
        } catch (InvalidPathException e) {
            throw written.orElseThrow().wrong("a folder");
        }
    }

    private Respawn respawn(YamlNode node) {
        String what = "true, false or on-failure";
        YamlScalar value = scope.resolve(node).scalar(what);
        return switch (value.text()) {
            case "true", "True", "TRUE" -> Respawn.ALWAYS;
            case "false", "False", "FALSE" -> Respawn.NO;
            case "on-failure" -> Respawn.ON_FAILURE;
            default -> throw value.wrong(what);
        };
    }

    private Duration delay(YamlNode node) {
        YamlScalar value = scope.resolve(node).scalar("a time");
        return value.text().equals("0") ? Duration.ZERO : value.read("a time", time);
    }

    /** {@code screen} or {@code log}, of what is resolved. */
    static OutputTarget output(YamlNode node) {
        YamlScalar value = node.scalar("screen or log");
        return switch (value.text()) {
            case "screen" -> OutputTarget.SCREEN;
            case "log" -> OutputTarget.LOG;
            default -> throw value.wrong("screen or log");
        };
    }

    private boolean truth(YamlMap map, String key) {
        return map.find(key)
                .map(node -> scope.resolve(node).scalar("true or false").truth())
                .orElse(false);
    }

    /** The nodes that one says it depends on, as it calls them. */
    List<YamlScalar> dependencies(YamlMap map) {
        List<YamlScalar> names = new ArrayList<>();
        map.find("depends_on").ifPresent(node -> {
            for (YamlNode value : scope.resolve(node).oneOrMore()) {
                YamlScalar name = value.scalar("a node's name");
                name.text("a node's name");
                names.add(name);
            }
        });
        return names;
    }
}
