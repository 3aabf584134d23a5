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

    /** Says what went wrong. */
    void note(String line);

    /** Says what became of a job. */
    void tell(String line);

    /** Keeps everything back from now on, or lets it go again: somebody else has the whole terminal. */
    default void hold(boolean held) {
        // Where nobody types, nobody has the whole terminal.
    }
}
