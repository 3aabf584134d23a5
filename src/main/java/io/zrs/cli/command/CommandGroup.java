package io.zrs.cli.command;

/**
 * A command that only has others below it: on its own it shows which, and that one of them is missing.
 *
 * @param context the world around it
 * @param definition what it is called
 */
public record CommandGroup(Context context, Definition definition) implements CommandNode {
    @Override
    public Integer call() {
        definition.showHelp(context.err());
        return ExitCode.USAGE.value();
    }
}
