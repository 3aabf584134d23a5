package io.zrs.cli.command;

import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * Which commands there are below another, each made only when the arguments name it: to look at every command's
 * annotations costs more than most commands do.
 *
 * @param name the word on the command line
 * @param command makes the command
 * @param children the commands below it; empty for one that does something itself
 */
public record CommandTree(String name, Function<Context, Object> command, List<CommandTree> children) {
    /** Copies the list. */
    public CommandTree {
        children = List.copyOf(children);
    }

    /** A command that does something. */
    public static CommandTree leaf(String name, Function<Context, Object> command) {
        return new CommandTree(name, command, List.of());
    }

    /**
     * Makes the command line for {@code args}: along the path that they name, or of everything where they name
     * nothing, as for help and for a near miss.
     */
    public CommandLine line(Context context, List<String> args) {
        CommandLine line = new CommandLine(command.apply(context));
        String wanted = args.isEmpty() ? "" : args.get(0);
        boolean known = children.stream().anyMatch(child -> child.name.equals(wanted));
        for (CommandTree child : children) {
            if (!known || child.name.equals(wanted)) {
                line.addSubcommand(child.name, child.line(context, known ? args.subList(1, args.size()) : List.of()));
            }
        }
        return line;
    }
}
