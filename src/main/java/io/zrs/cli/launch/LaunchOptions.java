package io.zrs.cli.launch;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ValueKind;
import io.zrs.launch.file.DeclaredArgument;
import io.zrs.launch.run.StopTimes;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What {@code zrs launch} takes, but for the master. */
final class LaunchOptions {
    private static final String ASSIGN = ":=";

    final Argument<Boolean> dryRun;
    final Argument<Boolean> nodes;
    final Argument<Boolean> showArguments;
    final Argument<Boolean> quiet;
    final JsonOption json;
    private final Argument<Path> file;
    private final Argument<List<String[]>> values;
    private final Argument<Path> logs;
    private final Argument<Duration> afterInt;
    private final Argument<Duration> afterTerm;

    /**
     * Adds the options to a command.
     *
     * @param environment variables by name, for what a file says of its arguments
     */
    LaunchOptions(Definition command, UnaryOperator<String> environment) {
        file = command.parameter("FILE", LaunchOptions::path, "What to start, in YAML.")
                .completes(ValueKind.files("yaml", "yml"));
        values = command.optionalParameters("NAME:=VALUE", LaunchOptions::value, "The file's arguments.")
                .completes(ValueKind.inFile(path -> names(path, environment)));
        dryRun = command.flag("-n --dry-run", "Print what would be started.");
        nodes = command.flag("--nodes", "Print the nodes' names.");
        showArguments = command.flag("-s --show-args", "Print the file's arguments.");
        logs = command.option("--log-dir", "DIR", LaunchOptions::path, "Write each node's output to DIR/NODE.log, too.")
                .completes(ValueKind.DIRECTORY);
        afterInt = command.option(
                        "--sigint-timeout", "TIME", Quantity::duration, "From SIGINT to SIGTERM. Default: 15s")
                .completes(ValueKind.NONE);
        afterTerm = command.option(
                        "--sigterm-timeout", "TIME", Quantity::duration, "From SIGTERM to SIGKILL. Default: 2s")
                .completes(ValueKind.NONE);
        quiet = command.flag("-q --quiet", "Only what the nodes print, and what goes wrong.");
        json = new JsonOption(command);
    }

    /** What completes; nothing that a reader would have to wait for, or that it complains of. */
    private static Map<String, String> names(Path file, UnaryOperator<String> environment) {
        Map<String, String> names = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) {
            return names;
        }
        try {
            for (DeclaredArgument argument : LaunchCommand.reader(environment).arguments(file)) {
                String otherwise =
                        argument.otherwise().map(value -> "default: " + value).orElse("has to be given");
                String description = argument.description();
                names.put(
                        argument.name() + ASSIGN,
                        description.isEmpty() ? otherwise : description + " (" + otherwise + ")");
            }
        } catch (ZrsException e) {
            return Map.of();
        }
        return names;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is no file's name");
        }
    }

    private static String[] value(String text) {
        int at = text.indexOf(ASSIGN);
        if (at < 1) {
            throw new ZrsException(ErrorCode.INVALID, "'" + text + "' gives no argument", "write NAME:=VALUE");
        }
        return new String[] {text.substring(0, at), text.substring(at + ASSIGN.length())};
    }

    Path file() {
        return file.get();
    }

    /** Values by name; of two, the last counts. */
    Map<String, String> values() {
        Map<String, String> all = new LinkedHashMap<>();
        values.value().orElse(List.of()).forEach(pair -> all.put(pair[0], pair[1]));
        return all;
    }

    Optional<Path> logs() {
        return logs.value();
    }

    StopTimes times() {
        return new StopTimes(
                afterInt.value().orElse(StopTimes.DEFAULT.afterInt()),
                afterTerm.value().orElse(StopTimes.DEFAULT.afterTerm()));
    }
}
