package io.zrs.cli.graph;

import io.zrs.graph.GraphView;
import java.io.IOException;

/** Where a graph is shown that keeps changing. */
interface GraphSink extends AutoCloseable {
    /** Shows the graph as it is now, if it looks any different. */
    void show(GraphView view) throws IOException;

    /** Says that something else has been written to the terminal since. */
    default void interrupted() {
        // Where nothing is redrawn in place, nothing is in the way.
    }

    /** Whether anybody still looks at it. */
    default boolean isOpen() {
        return true;
    }

    @Override
    default void close() {
        // A file or a terminal stays as it is.
    }
}
