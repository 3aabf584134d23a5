package io.zrs.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * The surroundings of some vertices. A hop goes from a node over a topic to a node on its other end, in the direction of the
 * messages or against it; so who publishes on the same topic is two hops away. The nodes on a topic are one hop from it.
 */
final class Focus {
    private final Map<String, Vertex> vertices;
    private final Map<String, List<String>> in = new HashMap<>();
    private final Map<String, List<String>> out = new HashMap<>();
    private final Map<String, Integer> hops = new HashMap<>();

    private Focus(GraphView view) {
        vertices = view.byId();
        for (Link link : view.links()) {
            out.computeIfAbsent(link.from(), id -> new ArrayList<>()).add(link.to());
            in.computeIfAbsent(link.to(), id -> new ArrayList<>()).add(link.from());
        }
    }

    /**
     * Leaves what is near. Topics that join two nodes that are left are there; of a node at the rim, others are not.
     *
     * @param view one that has topics as vertices
     * @param centre ids of nodes and topics; they are left, and all topics of these nodes
     * @param depth how many hops away nodes may be, 0 or more
     */
    static GraphView of(GraphView view, Collection<String> centre, int depth) {
        Focus focus = new Focus(view);
        focus.spread(centre, depth);
        return view.only(vertex -> focus.hops.containsKey(vertex.id()) || focus.joins(vertex));
    }

    private void spread(Collection<String> centre, int depth) {
        Queue<String> waiting = new ArrayDeque<>();
        for (String id : centre) {
            hops.put(id, 0);
            waiting.add(id);
        }
        while (!waiting.isEmpty()) {
            String id = waiting.remove();
            int far = hops.get(id);
            if (vertices.get(id).isTopic()) {
                // Only the topics of the centre come here: the rest is stepped over.
                if (far < depth) {
                    reach(out.get(id), far + 1, waiting);
                    reach(in.get(id), far + 1, waiting);
                }
            } else {
                step(id, far, depth, waiting);
            }
        }
    }

    private void step(String node, int far, int depth, Queue<String> waiting) {
        for (boolean forward : new boolean[] {true, false}) {
            Map<String, List<String>> there = forward ? out : in;
            for (String topic : there.getOrDefault(node, List.of())) {
                if (far < Math.max(depth, 1)) {
                    hops.putIfAbsent(topic, far);
                }
                if (far < depth) {
                    reach(there.get(topic), far + 1, waiting);
                }
            }
        }
    }

    private void reach(List<String> nodes, int far, Queue<String> waiting) {
        if (nodes != null) {
            for (String node : nodes) {
                if (hops.putIfAbsent(node, far) == null) {
                    waiting.add(node);
                }
            }
        }
    }

    private boolean joins(Vertex vertex) {
        return vertex.isTopic() && isNear(in.get(vertex.id())) && isNear(out.get(vertex.id()));
    }

    private boolean isNear(List<String> nodes) {
        return nodes != null && nodes.stream().anyMatch(hops::containsKey);
    }
}
