package io.zrs.graph;

import io.zrs.graph.Vertex.Kind;
import io.zrs.graph.Vertex.Mark;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What came and what went between two graphs: nodes, topics, and ends of topics. Rates, processes and instances make no
 * difference.
 *
 * @param joint what is in either, topics as vertices, with marks for what came and what went
 * @param changes what differs: nodes, then topics, then the nodes' ends of topics
 */
public record GraphDifference(GraphView joint, List<Change> changes) {
    /** Copies the list. */
    public GraphDifference {
        changes = List.copyOf(changes);
    }

    /**
     * One thing that came or went.
     *
     * @param came whether it came, or went
     * @param node the node; empty where it is the topic
     * @param topic the topic; empty where it is the node
     * @param publishes of a node on a topic, whether it publishes there, or subscribes
     */
    public record Change(boolean came, Optional<String> node, Optional<String> topic, boolean publishes) {
        /** Whether it is the node's end of the topic. */
        public boolean isEnd() {
            return node.isPresent() && topic.isPresent();
        }
    }

    /** Compares two graphs, in whatever form each is: topics as vertices, or along links. */
    public static GraphDifference between(GraphView before, GraphView after) {
        Ends old = Ends.of(before);
        Ends now = Ends.of(after);
        GraphView joint = joint(old, now);
        return new GraphDifference(joint, changes(joint));
    }

    private static GraphView joint(Ends old, Ends now) {
        Map<String, Vertex> vertices = new HashMap<>(old.vertices());
        vertices.replaceAll((id, vertex) -> now.vertices().containsKey(id) ? vertex : vertex.with(Mark.REMOVED));
        now.vertices()
                .forEach((id, vertex) ->
                        vertices.put(id, old.vertices().containsKey(id) ? vertex : vertex.with(Mark.ADDED)));
        Map<String, Link> links = new LinkedHashMap<>(old.links());
        links.replaceAll((ends, link) -> now.links().containsKey(ends) ? link : link.with(Mark.REMOVED));
        now.links()
                .forEach((ends, link) -> links.put(ends, old.links().containsKey(ends) ? link : link.with(Mark.ADDED)));
        List<Vertex> sorted = new ArrayList<>(vertices.values());
        sorted.sort(Comparator.comparing(Vertex::isTopic)
                .thenComparing(Vertex::name)
                .thenComparing(Vertex::kind)
                .thenComparing(Vertex::id));
        List<Link> inOrder = new ArrayList<>(links.values());
        Links.sort(sorted, inOrder);
        return new GraphView(sorted, inOrder);
    }

    private static List<Change> changes(GraphView joint) {
        List<Change> changes = new ArrayList<>();
        Map<String, Vertex> vertices = joint.byId();
        for (Vertex vertex : joint.vertices()) {
            if (differs(vertex.marks())) {
                Optional<String> name = Optional.of(vertex.label());
                Optional<String> none = Optional.empty();
                changes.add(new Change(
                        vertex.is(Mark.ADDED), vertex.isTopic() ? none : name, vertex.isTopic() ? name : none, false));
            }
        }
        for (Link link : joint.links()) {
            if (differs(link.marks())) {
                Vertex from = vertices.get(link.from());
                Vertex to = vertices.get(link.to());
                boolean publishes = to.isTopic();
                changes.add(new Change(
                        link.marks().contains(Mark.ADDED),
                        Optional.of((publishes ? from : to).label()),
                        Optional.of((publishes ? to : from).label()),
                        publishes));
            }
        }
        return changes;
    }

    private static boolean differs(Set<Mark> marks) {
        return marks.contains(Mark.ADDED) || marks.contains(Mark.REMOVED);
    }

    /** A graph with all its topics as vertices, by id and by ends, without what is not compared. */
    private record Ends(Map<String, Vertex> vertices, Map<String, Link> links) {
        static Ends of(GraphView view) {
            Ends ends = new Ends(new TreeMap<>(), new TreeMap<>());
            Map<String, Vertex> byId = view.byId();
            view.vertices().forEach(vertex -> ends.vertices.put(vertex.id(), plain(vertex)));
            for (Link link : view.links()) {
                boolean direct =
                        !byId.get(link.from()).isTopic() && !byId.get(link.to()).isTopic();
                if (direct) {
                    link.topics().forEach(topic -> ends.through(link, topic));
                } else {
                    ends.add(link.from(), link.to(), link.topics());
                }
            }
            return ends;
        }

        private static Vertex plain(Vertex vertex) {
            EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
            marks.addAll(vertex.marks());
            marks.removeAll(EnumSet.of(Mark.LOSING, Mark.ADDED, Mark.REMOVED));
            return new Vertex(vertex.id(), vertex.kind(), vertex.label(), marks, vertex.details());
        }

        private void through(Link link, TopicName topic) {
            String name = topic.value();
            String id = Ids.topic(name);
            vertices.putIfAbsent(id, new Vertex(id, Kind.TOPIC, name, Set.of(), List.of()));
            add(link.from(), id, List.of(topic));
            add(id, link.to(), List.of(topic));
        }

        private void add(String from, String to, List<TopicName> topics) {
            // No id has a line feed in it: names are lines.
            links.put(from + "\n" + to, new Link(from, to, topics, Optional.empty(), Set.of()));
        }
    }
}
