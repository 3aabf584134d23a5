package io.zrs.graph.picture;

import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a graph hangs together. Each part is laid out for itself and they are packed here: engines either put them all
 * below each other or misplace what stands at the lines.
 *
 * @param view the part as a graph of its own
 * @param vertices the places of its vertices in the whole
 * @param links the places of its links in the whole
 */
record Part(GraphView view, List<Integer> vertices, List<Integer> links) {
    /** In the order of their first vertices. */
    static List<Part> of(GraphView view) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Vertex vertex : view.vertices()) {
            numbers.put(vertex.id(), numbers.size());
        }
        int[] leader = new int[view.vertices().size()];
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
        }
        for (Link link : view.links()) {
            int from = find(leader, numbers.get(link.from()));
            int to = find(leader, numbers.get(link.to()));
            leader[Math.max(from, to)] = Math.min(from, to);
        }
        List<List<Integer>> vertices = lists(leader.length);
        List<List<Integer>> links = lists(leader.length);
        for (int i = 0; i < leader.length; i++) {
            vertices.get(find(leader, i)).add(i);
        }
        for (int i = 0; i < view.links().size(); i++) {
            links.get(find(leader, numbers.get(view.links().get(i).from()))).add(i);
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < leader.length; i++) {
            if (!vertices.get(i).isEmpty()) {
                parts.add(part(view, vertices.get(i), links.get(i)));
            }
        }
        return parts;
    }

    private static Part part(GraphView view, List<Integer> vertices, List<Integer> links) {
        return new Part(
                new GraphView(
                        vertices.stream().map(view.vertices()::get).toList(),
                        links.stream().map(view.links()::get).toList()),
                vertices,
                links);
    }

    private static int find(int[] leader, int vertex) {
        int at = vertex;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    private static List<List<Integer>> lists(int count) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
