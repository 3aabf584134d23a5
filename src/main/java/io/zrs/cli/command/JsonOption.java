package io.zrs.cli.command;

import picocli.CommandLine.Option;

/** What every command takes that prints a result. */
public final class JsonOption {
    @Option(names = "--json", description = "Print JSON, one object a line.")
    boolean json;

    /** Whether the result is to be JSON. */
    public boolean wanted() {
        return json;
    }
}
