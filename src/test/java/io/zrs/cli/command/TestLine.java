package io.zrs.cli.command;

import picocli.CommandLine;

/** Reads a command line for options that are tested without their command. */
public final class TestLine {
    private TestLine() {}

    /** Fills the arguments of {@code me}. */
    public static void parse(Definition me, String... words) {
        new CommandLine(me.complete(() -> 0, true)).parseArgs(words);
    }

    /** Runs a command that a test has made; gives its exit code. */
    public static int run(ZrsCommand command, Context context, String... words) {
        ErrorReport errors = new ErrorReport(context);
        return new CommandLine(command.definition().complete(command, true))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .setErr(context.err())
                .execute(words);
    }
}
