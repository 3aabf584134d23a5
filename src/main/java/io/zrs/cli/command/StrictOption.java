package io.zrs.cli.command;

import io.zrs.client.Node;

/** What a command takes that can miss messages, and goes on all the same. */
public final class StrictOption {
    private final Argument<Boolean> strict;

    /** Adds the option to a command. */
    public StrictOption(Definition command) {
        strict = command.flag("--strict", "End with exit code " + ExitCode.LOSS.value() + " if messages were lost.");
    }

    /** Says so where the node's master does not tell what it drops, as an original one does not. */
    public void check(Node node, Context context) {
        if (strict.get() && node.protocol() == 1) {
            context.note("an original ZeROSMQ master does not tell what it drops: --strict knows the rest alone");
        }
    }

    /** How a command ends that has done its work, but for what was {@code lost}. */
    public ExitCode ending(boolean lost) {
        return lost && strict.get() ? ExitCode.LOSS : ExitCode.DONE;
    }
}
