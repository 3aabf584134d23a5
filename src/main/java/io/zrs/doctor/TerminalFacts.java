package io.zrs.doctor;

/**
 * What the streams lead to.
 *
 * @param in whether standard input is a terminal
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal
 * @param term the environment variable {@code TERM}; empty if it is not set
 * @param noColour whether {@code NO_COLOR} is set, and not empty
 * @param colours how many colours may be shown: 0, 8 or 256
 * @param rows lines of the terminal; 0 without one
 * @param columns columns of the terminal; 0 without one
 * @param locale what the user's environment says of the character set, as {@code C.UTF-8}; empty if nothing
 */
public record TerminalFacts(
        boolean in,
        boolean out,
        boolean err,
        String term,
        boolean noColour,
        int colours,
        int rows,
        int columns,
        String locale) {}
