package io.zrs.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

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

    /** The vertices by their ids. */
    public Map<String, Vertex> byId() {
        Map<String, Vertex> byId = new HashMap<>();
        for (Vertex vertex : vertices) {
            byId.put(vertex.id(), vertex);
        }
        return byId;
    }

    /** The vertices that are wanted, and the links between them. */
    public GraphView only(Predicate<Vertex> wanted) {
        List<Vertex> kept = vertices.stream().filter(wanted).toList();
        Set<String> ids = new HashSet<>();
        for (Vertex vertex : kept) {
            ids.add(vertex.id());
        }
        return new GraphView(
                kept,
                links.stream()
                        .filter(link -> ids.contains(link.from()) && ids.contains(link.to()))
                        .toList());
    }
}
