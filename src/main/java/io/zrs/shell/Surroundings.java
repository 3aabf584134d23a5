package io.zrs.shell;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.UnaryOperator;

/**
 * What a command has around it.
 *
 * @param in its standard input
 * @param out its standard output, which throws {@link ClosedOutputException} when nobody reads any more
 * @param err its standard error
 * @param ends which of them are terminals
 * @param environment variables by name; null where one is not set
 * @param stop how it is stopped
 */
public record Surroundings(
        InputStream in, OutputStream out, OutputStream err, Ends ends, UnaryOperator<String> environment, Stop stop) {
    /**
     * Which streams are terminals.
     *
     * @param in standard input
     * @param out standard output
     * @param err standard error
     */
    public record Ends(boolean in, boolean out, boolean err) {
        /** None. */
        public static final Ends NONE = new Ends(false, false, false);
    }
}
