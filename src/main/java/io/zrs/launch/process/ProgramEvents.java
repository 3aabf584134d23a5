package io.zrs.launch.process;

import io.zrs.launch.file.NodePlan;

/** What programs do. Called from several threads; may wait, and so hold up the program. */
public interface ProgramEvents {
    /** Which of a program's streams. */
    enum Stream {
        /** Standard output. */
        STDOUT,
        /** Standard error. */
        STDERR
    }

    /**
     * A node printed a line.
     *
     * @param line the bytes without the line's end
     * @param whole whether the line ends here; of a very long one, the rest follows
     */
    void line(NodePlan node, Stream stream, byte[] line, boolean whole);

    /** A node is ready, in that run. */
    void ready(NodePlan node, int run);

    /** A node's program has ended, in that run; every line that it printed came before. */
    void exited(NodePlan node, int run, int code);
}
