package io.zrs.cli.shell;

import io.zrs.cli.command.CommandTree;
import io.zrs.cli.command.Connections;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.NearMiss;
import io.zrs.cli.command.Terminal;
import io.zrs.shell.Commands;
import io.zrs.shell.Surroundings;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntBiFunction;

/** The commands of zrs, for a shell. */
final class ShellCommands implements Commands {
    private static final List<String> USUAL = List.of("topic", "list");

    private final Context context;
    private final CommandTree tree;
    private final ToIntBiFunction<Context, List<String>> runner;
    private final Connections connections;

    /**
     * Those of {@code tree}.
     *
     * @param context the shell's own world
     * @param runner runs one in a world
     * @param connections how they come to their masters
     */
    ShellCommands(
            Context context, CommandTree tree, ToIntBiFunction<Context, List<String>> runner, Connections connections) {
        this.context = context;
        this.tree = tree;
        this.runner = runner;
        this.connections = connections;
    }

    /** Has the JVM load what every command needs, so that the first one that is typed does not wait for it. */
    void prepare() {
        tree.line(context, USUAL).parseArgs(USUAL.toArray(new String[0]));
    }

    @Override
    public int run(List<String> words, Surroundings around) {
        Terminal terminal = new Terminal(
                around.ends().in(),
                around.ends().out(),
                around.ends().err(),
                context.terminal().colours());
        PrintWriter err = new PrintWriter(new OutputStreamWriter(around.err(), StandardCharsets.UTF_8), false);
        Context world = new Context(
                around.in(),
                new CommandOutput(around.out()),
                err,
                terminal,
                around.environment(),
                new RunInterruption(around.stop()),
                context.clock(),
                context.programme(),
                connections);
        int code = runner.applyAsInt(world, words);
        err.flush();
        return code;
    }

    @Override
    public Optional<String> foregroundOnly(List<String> words) {
        boolean help = words.contains("--help") || words.contains("-h");
        boolean screen = words.get(0).equals("top") && !words.contains("--once") && !words.contains("--json");
        boolean asks = words.equals(List.of("shell"));
        return !help && (screen || asks)
                ? Optional.of("'" + words.get(0) + "' takes the whole terminal: it cannot run in the background")
                : Optional.empty();
    }

    @Override
    public boolean draws(List<String> words) {
        CommandTree called = tree;
        for (String word : words) {
            Optional<CommandTree> child = called.child(word);
            if (child.isEmpty()) {
                break;
            }
            called = child.get();
        }
        return words.contains("--watch") || called.definition(context).isDrawing();
    }

    @Override
    public boolean knows(String word) {
        return tree.child(word).isPresent();
    }

    @Override
    public Optional<String> nearMiss(String word, List<String> others) {
        List<String> names = new ArrayList<>(others);
        tree.children().forEach(child -> names.add(child.name()));
        return NearMiss.of(word, names).or(() -> inGroup(word));
    }

    /** The words of a command that was called without its group's: {@code hz}. */
    private Optional<String> inGroup(String word) {
        for (CommandTree group : tree.children()) {
            if (group.child(word).isPresent()) {
                return Optional.of(group.name() + " " + word);
            }
        }
        return Optional.empty();
    }
}
