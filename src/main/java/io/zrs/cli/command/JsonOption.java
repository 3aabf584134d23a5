package io.zrs.cli.command;

/** What every command takes that prints a result. */
public final class JsonOption {
    private final Argument<Boolean> json;

    /** Adds the option to a command. */
    public JsonOption(Definition command) {
        json = command.flag("--json", "Print JSON, one object a line.");
    }

    /** Whether the result is to be JSON. */
    public boolean wanted() {
        return json.get();
    }
}
