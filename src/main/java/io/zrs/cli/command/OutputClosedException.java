package io.zrs.cli.command;

import java.io.IOException;

/** Nobody reads standard output any more, as in {@code zrs echo /chatter | head -1}: the command has done its job. */
public final class OutputClosedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** With what the system said. */
    public OutputClosedException(IOException cause) {
        super("standard output is closed", cause);
    }
}
