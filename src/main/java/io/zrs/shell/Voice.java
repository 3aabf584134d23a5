package io.zrs.shell;

import java.io.IOException;

/** How a shell says something while somebody may be typing. Every method may be called from any thread. */
public interface Voice {
    /**
     * Shows whole lines, above what is being typed.
     *
     * @param lines what may be shown to a terminal, without the last line's end
     */
    void results(String lines) throws IOException;

    /** Says a line that is no result: of a job, or what went wrong. */
    void note(String line);
}
