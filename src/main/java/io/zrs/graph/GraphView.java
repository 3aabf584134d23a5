package io.zrs.graph;

import java.util.List;

/**
 * A graph to be shown.
 *
 * @param vertices in the order in which they are told; their ids differ
 * @param links between vertices of the list, in the order in which they are told
 */
public record GraphView(List<Vertex> vertices, List<Link> links) {
    /** Copies the lists. */
    public GraphView {
        vertices = List.copyOf(vertices);
        links = List.copyOf(links);
    }
}
