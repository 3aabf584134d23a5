package io.zrs.cli.command.complete;

import io.zrs.cli.command.ValueKind;
import java.util.Optional;

/**
 * A word of a command line, and what it is there.
 *
 * @param text the word
 * @param role what it is
 * @param value where a value begins in it: 0 for one that is nothing else, behind the {@code =} of {@code --field=x}; its
 *     length if there is none
 * @param kind what the value is; empty if there is none
 * @param description what the command, the option or the parameter is for; empty if it is unknown
 */
public record Word(String text, Role role, int value, Optional<ValueKind> kind, String description) {
    /** What a word is. */
    public enum Role {
        /** A command, or a group of them. */
        COMMAND,
        /** No command, where there has to be one. */
        UNKNOWN_COMMAND,
        /** An option, several short ones, or one with its value. */
        OPTION,
        /** What looks like an option and is none. */
        UNKNOWN_OPTION,
        /** {@code --}, behind which nothing is an option. */
        END_OF_OPTIONS,
        /** The value of an option before it, or of a parameter. */
        VALUE,
        /** A value for which there is no parameter any more. */
        SURPLUS
    }
}
