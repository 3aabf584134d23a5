package io.zrs.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * Which commands there are below another, each made only when the arguments name it: to make all of them costs more
 * than most commands do.
 *
 * @param name the word on the command line
 * @param command makes the command
 * @param children the commands below it; empty for one that does something itself
 */
public record CommandTree(String name, Function<Context, CommandNode> command, List<CommandTree> children) {
    private static final List<String> HELP = List.of("--help", "-h");

    /** Copies the list. */
    public CommandTree {
        children = List.copyOf(children);
    }

    /** A command that does something. */
    public static CommandTree leaf(String name, Function<Context, CommandNode> command) {
        return new CommandTree(name, command, List.of());
    }

    /** A command that does something on its own, and has others below it. */
    public static CommandTree branch(String name, Function<Context, CommandNode> command, CommandTree... children) {
        return new CommandTree(name, command, List.of(children));
    }

    /** A command that has others below it; {@code header} is one sentence, {@code examples} are command lines. */
    public static CommandTree group(String name, String header, List<String> examples, CommandTree... children) {
        return new CommandTree(
                name,
                context -> new CommandGroup(
                        context, new Definition(name, header).examples(examples.toArray(new String[0]))),
                List.of(children));
    }

    /** What this command is called and takes, with what every command takes; without those below it. */
    public Definition definition(Context context) {
        CommandNode node = command.apply(context);
        node.definition().complete(node, node instanceof ZrsCommand);
        return node.definition();
    }

    /** The command below it with this name, if there is one. */
    public Optional<CommandTree> child(String word) {
        for (CommandTree child : children) {
            if (child.name.equals(word)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /**
     * {@code args} as they are, or, where they ask for help on a command that there is not, those up to its name alone: it
     * is to be told of, instead of being passed over for the help of what is above it.
     */
    public List<String> withoutHelpForUnknown(Context context, List<String> args) {
        if (args.stream().noneMatch(HELP::contains)) {
            return args;
        }
        CommandTree above = this;
        for (int at = 0; at < args.size(); at++) {
            Optional<CommandTree> next = above.child(args.get(at));
            if (next.isEmpty()) {
                boolean named = !args.get(at).startsWith("-");
                return named && above.command.apply(context) instanceof CommandGroup ? args.subList(0, at + 1) : args;
            }
            above = next.get();
        }
        return args;
    }

    /**
     * Makes the command line for {@code args}: along the path that they name, or of everything where they name no
     * command, as for help and for a near miss.
     */
    public CommandLine line(Context context, List<String> args) {
        CommandNode node = command.apply(context);
        CommandLine line = new CommandLine(node.definition().complete(node, node instanceof ZrsCommand));
        String first = args.isEmpty() ? HELP.get(0) : args.get(0);
        boolean known = children.stream().anyMatch(child -> child.name.equals(first));
        boolean all = !known && (HELP.contains(first) || !first.startsWith("-"));
        for (CommandTree child : children) {
            if (all || child.name.equals(first)) {
                line.addSubcommand(child.name, child.line(context, known ? args.subList(1, args.size()) : List.of()));
            }
        }
        return line;
    }
}
