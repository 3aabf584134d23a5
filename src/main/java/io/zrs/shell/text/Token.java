package io.zrs.shell.text;

/**
 * A piece of what was typed.
 *
 * @param kind what it is
 * @param start where it begins
 * @param end where the next character is
 * @param word what it says, without quotes; of a {@link Kind#WORD} and a redirection's target
 * @param raw what was typed; for the system's shell
 */
public record Token(Kind kind, int start, int end, Word word, String raw) {
    /** What a piece is. */
    public enum Kind {
        /** A command, an option or a value. */
        WORD,
        /** {@code ;}, {@code &&}, {@code ||} or {@code &}, or the end of a line. */
        SEPARATOR,
        /** {@code >} and its like. */
        REDIRECTION,
        /** Where a redirection leads. */
        TARGET,
        /** {@code !} or {@code |}, behind which everything is the system's shell's. */
        HANDOVER,
        /** What is the system's shell's. */
        SYSTEM,
        /** From {@code #} to the end of the line. */
        COMMENT
    }

    /** Whether it is a piece of this kind that reads so. */
    boolean is(Kind wanted, String text) {
        return kind == wanted && raw.equals(text);
    }
}
