package io.zrs.cli.command;

import io.zrs.model.ErrorCode;

/** How a command ends; the one table of exit codes. */
public enum ExitCode {
    /** It did what it was asked; a stream ended by Ctrl-C has. */
    DONE(0, "done"),
    /** Something outside the command line was in the way. */
    FAILED(1, "failed: no master, refused, I/O"),
    /** The command line is wrong. */
    USAGE(2, "wrong usage"),
    /** It came to its end, but messages were lost or an expectation did not hold. */
    LOSS(3, "ended, but with loss or a failed expectation"),
    /** What it waited for did not come in time. */
    TIMED_OUT(4, "timed out"),
    /** Ctrl-C or SIGTERM came before it was done. */
    INTERRUPTED(130, "interrupted before it was done");

    private final int value;
    private final String meaning;

    ExitCode(int value, String meaning) {
        this.value = value;
        this.meaning = meaning;
    }

    /** The number that the process returns. */
    public int value() {
        return value;
    }

    /** A few words for the table in the help. */
    public String meaning() {
        return meaning;
    }

    /** How a command ends that failed with {@code error}. */
    public static ExitCode of(ErrorCode error) {
        return switch (error) {
            case INVALID -> USAGE;
            case TIMEOUT -> TIMED_OUT;
            case UNKNOWN_OPERATION, NOT_FOUND, NO_MASTER, REFUSED, IO, CLOSED -> FAILED;
        };
    }
}
