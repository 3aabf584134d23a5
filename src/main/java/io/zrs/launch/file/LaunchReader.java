package io.zrs.launch.file;

import io.zrs.model.ErrorCode;
import io.zrs.model.OneLine;
import io.zrs.model.ZrsException;
import io.zrs.yaml.Place;
import io.zrs.yaml.YamlFile;
import io.zrs.yaml.YamlFile.NearMiss;
import io.zrs.yaml.YamlList;
import io.zrs.yaml.YamlMap;
import io.zrs.yaml.YamlMap.Entry;
import io.zrs.yaml.YamlNode;
import io.zrs.yaml.YamlScalar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reads launch files: a map with any of {@code args}, {@code master}, {@code env}, {@code include} and {@code nodes}.
 * Includes and nodes come in the order in which these two keys stand in the file.
 *
 * <p>Every complaint is a {@link ZrsException} of {@link ErrorCode#INVALID} with its place, or of {@link ErrorCode#IO} for a file
 * that cannot be read; several mistakes that do not come of each other are {@link LaunchMistakes}.
 */
public final class LaunchReader {
    /** The most nodes of one launch. */
    public static final int MAX_NODES = 1000;

    private static final int MAX_FILES = 1000;
    private static final List<String> KEYS = List.of("args", "master", "env", "include", "nodes");
    private static final List<String> INCLUDE_KEYS = List.of("file", "args", "prefix", "if", "unless");
    private static final int SHOWN_CHARS = 60;

    private final NearMiss nearMiss;
    private final Function<String, Duration> time;
    private final UnaryOperator<String> environment;
    private final Mistakes mistakes = new Mistakes();
    private final Dependencies dependencies = new Dependencies(mistakes);
    private final List<Path> open = new ArrayList<>();
    private int files;
    private int nodes;

    /** Whether there are nodes that nobody knows, so that none can say what depends on no node. */
    private boolean incomplete;

    /**
     * A reader for one launch.
     *
     * @param nearMiss finds the name that was meant by an unknown one
     * @param time reads a time, and complains by a {@link ZrsException}
     * @param environment variables by name; null where one is not set
     */
    public LaunchReader(NearMiss nearMiss, Function<String, Duration> time, UnaryOperator<String> environment) {
        this.nearMiss = nearMiss;
        this.time = time;
        this.environment = environment;
    }

    /** The arguments that the file takes. */
    public List<DeclaredArgument> arguments(Path file) {
        YamlMap root = root(file);
        return new Arguments(root.find("args"), Map.of(), folder(file), environment).declared();
    }

    /** What the file asks for with these arguments. */
    public LaunchPlan read(Path file, Map<String, String> given) {
        LaunchPlan plan = mistakes.read(() -> plan(file, given), null);
        mistakes.refuse();
        return plan;
    }

    /** May be of no use where there are mistakes. */
    private LaunchPlan plan(Path file, Map<String, String> given) {
        YamlMap root = root(file);
        Arguments arguments = new Arguments(root.find("args"), given, folder(file), environment);
        arguments.refuseOthers(given.keySet(), file.toString(), nearMiss);
        arguments.needAll(
                (message, name) -> name.place().error(message, "give " + name.text() + ":=VALUE, see --show-args"));
        Scope scope = arguments.scope();
        MasterPlan automatic = new MasterPlan.Automatic();
        MasterPlan master = root.find("master")
                .map(node -> mistakes.read(() -> MasterReader.read(scope.resolve(node)), automatic))
                .orElse(automatic);
        content(file, root, scope, "");
        if (nodes == 0 && mistakes.isEmpty()) {
            throw root.place().error("there is no node in it", "write one such as nodes: {talker: python3 talker.py}");
        }
        return new LaunchPlan(master, incomplete ? List.of() : dependencies.resolved());
    }

    private void content(Path file, YamlMap root, Scope scope, String prefix) {
        open.add(real(file));
        NodeReader reader = new NodeReader(scope, time, mistakes, root.find("env"));
        for (Entry entry : root.entries()) {
            if (entry.key().text().equals("nodes")) {
                nodes(entry.value(), reader, scope, prefix);
            } else if (entry.key().text().equals("include")) {
                for (YamlNode include : entry.value().oneOrMore()) {
                    incomplete |= !mistakes.permits(() -> include(file, include, scope, prefix));
                }
            }
        }
        open.remove(open.size() - 1);
    }

    private void nodes(YamlNode all, NodeReader reader, Scope scope, String prefix) {
        if (all instanceof YamlList list) {
            for (YamlNode node : list.values()) {
                incomplete |= !mistakes.permits(() -> {
                    YamlMap map = node.map("a node, such as {name: talker, run: python3 talker.py}");
                    add(map, map.need("name").scalar("a node's name"), reader, scope, prefix);
                });
            }
            return;
        }
        for (Entry entry : all.map("a list or a map of nodes").entries()) {
            incomplete |= !mistakes.permits(() -> add(named(entry.value()), entry.key(), reader, scope, prefix));
        }
    }

    /** The value of a node whose name stands before the colon. */
    private static YamlMap named(YamlNode node) {
        if (node instanceof YamlScalar line) {
            YamlScalar run = new YamlScalar(line.place(), "run", true);
            return new YamlMap(line.place(), List.of(new Entry(run, line)));
        }
        YamlMap map = node.map("a command line, or a map with run");
        map.find("name").ifPresent(name -> {
            throw name.place().error("the name stands before the colon already", "leave it out here");
        });
        return map;
    }

    private void add(YamlMap map, YamlScalar name, NodeReader reader, Scope scope, String prefix) {
        if (++nodes > MAX_NODES) {
            throw name.place().error("more than " + MAX_NODES + " nodes");
        }
        // Where nobody knows whether it is wanted, what depends on it is not wrong for that.
        if (mistakes.read(() -> Condition.holds(map, scope), false)) {
            NodePlan node = reader.read(map, name, prefix);
            dependencies.add(node, prefix, mistakes.read(() -> reader.dependencies(map), List.of()));
        } else {
            dependencies.leaveOut(reader.name(name, prefix));
        }
    }

    private void include(Path from, YamlNode node, Scope scope, String prefix) {
        YamlMap map = node instanceof YamlScalar file
                ? new YamlMap(file.place(), List.of(new Entry(new YamlScalar(file.place(), "file", true), file)))
                : node.map("a file, or a map with file, args and prefix");
        map.refuseOthersThan(INCLUDE_KEYS);
        boolean wanted = Condition.holds(map, scope);
        if (wanted) {
            includeWanted(from, map, scope, prefix);
            return;
        }
        LaunchReader aside = new LaunchReader(nearMiss, time, environment);
        aside.open.addAll(open);
        aside.files = files;
        try {
            aside.includeWanted(from, map, scope, prefix);
            if (aside.mistakes.isEmpty()) {
                aside.dependencies.names().forEach(dependencies::leaveOut);
            }
        } catch (ZrsException e) {
            // What is left out may be wrong, or not there: then nobody can depend on it either, and will be told so.
            return;
        } finally {
            files = aside.files;
        }
    }

    private void includeWanted(Path from, YamlMap map, Scope scope, String prefix) {
        YamlScalar written = scope.resolve(map.need("file")).scalar("a file");
        Path file = file(from, written);
        refuseCircle(file, written.place());
        YamlMap root = included(file, written.place());
        Map<String, String> given = new LinkedHashMap<>();
        Optional<YamlMap> args = map.find("args").map(value -> value.map("a map of arguments"));
        args.ifPresent(value -> value.entries()
                .forEach(entry ->
                        given.put(entry.key().text(), scope.text(entry.value().scalar("a value")))));
        Arguments arguments = new Arguments(root.find("args"), given, folder(file), environment);
        args.ifPresent(value -> value.refuseOthersThan(
                arguments.declared().stream().map(DeclaredArgument::name).toList()));
        arguments.needAll((message, name) -> map.place().error(file + ": " + message, "give it under args"));
        String inner = map.find("prefix")
                .map(value -> scope.text(value.scalar("a prefix")))
                .orElse("");
        content(file, root, arguments.scope(), prefix + inner);
    }

    private static Path file(Path from, YamlScalar written) {
        try {
            return from.resolveSibling(written.text("a file"));
        } catch (InvalidPathException e) {
            throw written.wrong("a file");
        }
    }

    private void refuseCircle(Path file, Place place) {
        int again = open.indexOf(real(file));
        if (again >= 0) {
            StringBuilder circle = new StringBuilder();
            open.subList(again, open.size())
                    .forEach(path -> circle.append(path.getFileName()).append(" -> "));
            throw place.error("files include each other in a circle: " + circle + file.getFileName());
        }
        if (++files > MAX_FILES) {
            throw place.error("more than " + MAX_FILES + " includes");
        }
    }

    private YamlMap included(Path file, Place place) {
        try {
            return root(file);
        } catch (ZrsException e) {
            throw e.code() == ErrorCode.IO ? place.error(e.getMessage(), e.remedy()) : e;
        }
    }

    private YamlMap root(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            YamlMap root =
                    new YamlFile(file.toString(), nearMiss).read(in).map("a map with " + String.join(", ", KEYS));
            root.refuseOthersThan(KEYS);
            return root;
        } catch (IOException e) {
            String why = e instanceof NoSuchFileException
                    ? "there is no such file"
                    : e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
            boolean folder = Files.isDirectory(file);
            throw new ZrsException(
                    ErrorCode.IO,
                    "cannot read " + OneLine.of(file.toString(), SHOWN_CHARS) + ": "
                            + (folder ? "it is a directory" : why),
                    folder ? "name a launch file, such as one in it" : "",
                    e);
        }
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().normalize().getParent();
    }

    /** Two ways to the same file are one. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
