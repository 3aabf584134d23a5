package io.zrs.cli.command;

/** What a command takes that can miss messages, and goes on all the same. */
public final class StrictOption {
    private final Argument<Boolean> strict;

    /** Adds the option to a command. */
    public StrictOption(Definition command) {
        strict = command.flag("--strict", "End with exit code " + ExitCode.LOSS.value() + " if messages were lost.");
    }

    /** How a command ends that has done its work, but for what was {@code lost}. */
    public ExitCode ending(boolean lost) {
        return lost && strict.get() ? ExitCode.LOSS : ExitCode.DONE;
    }
}
