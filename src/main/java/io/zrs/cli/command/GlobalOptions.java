package io.zrs.cli.command;

import picocli.CommandLine.Option;

/** What every command takes. */
public final class GlobalOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = ErrorReport.DEBUG, description = "Show where an error comes from.")
    boolean debug;
}
