package io.zrs.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order of links: by where they begin, then by where they end, in the order of the vertices. */
final class Links {
    private Links() {}

    static void sort(List<Vertex> vertices, List<Link> links) {
        Map<String, Integer> places = new HashMap<>();
        for (Vertex vertex : vertices) {
            places.put(vertex.id(), places.size());
        }
        links.sort(Comparator.comparingInt((Link link) -> places.get(link.from()))
                .thenComparingInt(link -> places.get(link.to())));
    }
}
