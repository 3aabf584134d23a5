package io.zrs.cli.graph;

import io.zrs.graph.GraphView;
import java.io.IOException;

/** One way to write a graph down. */
@FunctionalInterface
interface GraphFormat {
    /**
     * The graph in this form, all of it.
     *
     * @param setting what the form may depend on beside the graph
     */
    byte[] write(GraphView view, Setting setting) throws IOException;
}
