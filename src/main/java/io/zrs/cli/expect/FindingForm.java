package io.zrs.cli.expect;

import io.zrs.expect.Finding;
import java.io.IOException;

/** How findings are told. The methods are called in the order in which they stand here. */
interface FindingForm {
    /**
     * Begins.
     *
     * @param findings how many there will be
     * @param labels the longest {@linkplain FindingText#label label}, in characters
     */
    void begin(int findings, int labels) throws IOException;

    /** Tells one. */
    void add(Finding finding) throws IOException;

    /** Ends. */
    void end() throws IOException;

    /**
     * Ends in place of {@link #end}, because something that is told on standard error was in the way; may be called before
     * {@link #begin}.
     *
     * @param why what that was
     */
    default void breakOff(String why) throws IOException {
        // Most forms are what was found, and no more.
    }
}
