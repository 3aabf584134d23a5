package io.zrs.cli.command;

import picocli.CommandLine;

/** Reads a command line for options that are tested without their command. */
public final class TestLine {
    private TestLine() {}

    /** Fills the arguments of {@code me}. */
    public static void parse(Definition me, String... words) {
        new CommandLine(me.complete(() -> 0, true)).parseArgs(words);
    }
}
