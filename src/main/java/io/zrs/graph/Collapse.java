package io.zrs.graph;

import io.zrs.graph.Vertex.Kind;
import io.zrs.graph.Vertex.Mark;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Draws the nodes of each namespace as one vertex, and its topics as another; a namespace of one stays what it is. What only
 * nodes of one such vertex say to each other is inside of it, and not drawn.
 */
final class Collapse {
    private final Map<String, List<Vertex>> members = new TreeMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, Inside> inside = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();

    private Collapse() {}

    /**
     * Collapses namespaces.
     *
     * @param depth how many parts of a name are its namespace, 1 or more
     */
    static GraphView of(GraphView view, int depth) {
        Collapse collapse = new Collapse();
        collapse.gather(view, depth);
        collapse.swallow(view);
        return collapse.draw(view);
    }

    private void gather(GraphView view, int depth) {
        for (Vertex vertex : view.vertices()) {
            Optional<String> namespace = vertex.kind() == Kind.NODE || vertex.kind() == Kind.TOPIC
                    ? Namespace.of(vertex.name(), depth)
                    : Optional.empty();
            namespace.ifPresent(name -> members.computeIfAbsent(Ids.group(vertex.kind(), name), id -> new ArrayList<>())
                    .add(vertex));
        }
        members.values().removeIf(vertices -> vertices.size() == 1);
        members.forEach((id, vertices) -> vertices.forEach(vertex -> groups.put(vertex.id(), id)));
    }

    /** What nodes of one vertex say to each other. */
    private static final class Inside {
        private final Set<String> topics = new TreeSet<>();
        private boolean losing;

        private void add(String topic, boolean loses) {
            topics.add(topic);
            losing |= loses;
        }
    }

    /** Finds the topics whose publishers and subscribers are all in one vertex, and the links within one. */
    private void swallow(GraphView view) {
        Map<String, Set<String>> publishers = new HashMap<>();
        Map<String, Set<String>> subscribers = new HashMap<>();
        for (Link link : view.links()) {
            publishers.computeIfAbsent(link.to(), id -> new HashSet<>()).add(group(link.from()));
            subscribers.computeIfAbsent(link.from(), id -> new HashSet<>()).add(group(link.to()));
            if (isWithin(link)) {
                link.topics()
                        .forEach(topic -> inside(group(link.from()))
                                .add(topic.value(), link.marks().contains(Mark.LOSING)));
            }
        }
        for (Vertex vertex : view.vertices()) {
            Set<String> from = publishers.getOrDefault(vertex.id(), Set.of());
            if (vertex.kind() == Kind.TOPIC && from.size() == 1 && from.equals(subscribers.get(vertex.id()))) {
                String around = from.iterator().next();
                if (members.containsKey(around)) {
                    inside(around).add(vertex.label(), vertex.is(Mark.LOSING));
                    hidden.add(vertex.id());
                }
            }
        }
        members.values().forEach(vertices -> vertices.removeIf(vertex -> hidden.contains(vertex.id())));
        members.values().removeIf(vertices -> {
            boolean alone = vertices.size() < 2;
            vertices.forEach(vertex -> groups.computeIfPresent(vertex.id(), (id, group) -> alone ? null : group));
            return alone;
        });
    }

    private Inside inside(String group) {
        return inside.computeIfAbsent(group, id -> new Inside());
    }

    private boolean isWithin(Link link) {
        String from = group(link.from());
        return from.equals(group(link.to())) && members.containsKey(from);
    }

    private String group(String vertex) {
        return groups.getOrDefault(vertex, vertex);
    }

    private GraphView draw(GraphView view) {
        Map<String, Vertex> drawn = new LinkedHashMap<>();
        for (Vertex vertex : view.vertices()) {
            String group = groups.get(vertex.id());
            if (hidden.contains(vertex.id())) {
                continue;
            }
            if (group == null) {
                drawn.put(vertex.id(), vertex);
            } else {
                drawn.computeIfAbsent(group, id -> group(id, members.get(id), inside.get(id)));
            }
        }
        Map<List<String>, Joint> joints = new LinkedHashMap<>();
        for (Link link : view.links()) {
            String from = group(link.from());
            String to = group(link.to());
            if (isWithin(link) || hidden.contains(link.from()) || hidden.contains(link.to())) {
                continue;
            }
            joints.computeIfAbsent(List.of(from, to), ends -> new Joint()).add(link);
        }
        List<Vertex> vertices = List.copyOf(drawn.values());
        List<Link> links = new ArrayList<>();
        joints.forEach((ends, joint) ->
                links.add(new Link(ends.get(0), ends.get(1), List.copyOf(joint.topics), joint.flow, joint.marks)));
        Links.sort(vertices, links);
        return new GraphView(vertices, links);
    }

    /** What was several links. */
    private static final class Joint {
        private final Set<TopicName> topics = new TreeSet<>();
        private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
        private Optional<Flow> flow = Optional.empty();

        private void add(Link link) {
            topics.addAll(link.topics());
            marks.addAll(link.marks());
            flow = Flow.sum(flow, link.flow());
        }
    }

    /** A group has the marks that all of its members have, and loses where one does; the details say which have others. */
    private static Vertex group(String id, List<Vertex> members, Inside inside) {
        boolean nodes = members.get(0).kind() == Kind.NODE;
        EnumSet<Mark> marks = EnumSet.allOf(Mark.class);
        List<String> details = new ArrayList<>();
        details.add((nodes ? "nodes: " : "topics: ") + join(members, Vertex::label));
        for (Mark mark : Mark.values()) {
            List<Vertex> with =
                    members.stream().filter(member -> member.is(mark)).toList();
            boolean any = mark == Mark.LOSING && !with.isEmpty();
            if (with.size() < members.size() && !any) {
                marks.remove(mark);
            }
            if (!with.isEmpty() && with.size() < members.size()) {
                details.add(mark.word() + ": " + join(with, Vertex::label));
            }
        }
        if (inside != null) {
            details.add("topics inside: " + String.join(", ", inside.topics));
            if (inside.losing) {
                marks.add(Mark.LOSING);
            }
        }
        String label = Ids.name(id) + "/* (" + members.size() + ")";
        return new Vertex(id, nodes ? Kind.NODES : Kind.TOPICS, label, marks, details);
    }

    private static String join(List<Vertex> vertices, Function<Vertex, String> text) {
        return String.join(", ", vertices.stream().map(text).toList());
    }
}
