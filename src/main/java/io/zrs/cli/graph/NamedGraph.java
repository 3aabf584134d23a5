package io.zrs.cli.graph;

import io.zrs.expect.ExpectedGraph;
import io.zrs.expect.ExpectedNode;
import io.zrs.expect.NodePattern;
import io.zrs.graph.GraphBuilder;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.SystemGraph;
import io.zrs.graph.Vertex;
import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph to compare, and where it comes from.
 *
 * @param name the file or the master
 * @param view the graph
 * @param patterns names in it with a {@code *}, which stand for whatever node of such a name the other graph has
 */
record NamedGraph(String name, GraphView view, List<NodePattern> patterns) {
    /** Somebody may expect more than memory holds; no graph has them. */
    private static final long MOST_OF_A_NAME = 10_000;

    static NamedGraph of(String name, GraphView view) {
        return new NamedGraph(name, view, List.of());
    }

    /** A graph that somebody expects: each node as often as it is to be there at least. */
    static NamedGraph of(String name, ExpectedGraph expected) {
        Map<TopicName, List<NodeId>> publishers = new LinkedHashMap<>();
        Map<TopicName, List<NodeId>> subscribers = new LinkedHashMap<>();
        List<NodeInfo> nodes = new ArrayList<>();
        List<NodePattern> patterns = new ArrayList<>();
        for (ExpectedNode node : expected.nodes()) {
            if (node.name().isWild()) {
                patterns.add(node.name());
            }
            for (int copy = 0;
                    copy < Math.max(node.count().least(), node.count().isLimited() ? 0 : 1);
                    copy++) {
                NodeId id = new NodeId(new NodeName(node.name().value()), "expected." + nodes.size());
                nodes.add(new NodeInfo(id, 0, "", NodeDetails.UNKNOWN, 0));
                node.publishes()
                        .ifPresent(topics -> topics.forEach(topic -> publishers
                                .computeIfAbsent(topic, t -> new ArrayList<>())
                                .add(id)));
                node.subscribes()
                        .ifPresent(topics -> topics.forEach(topic -> subscribers
                                .computeIfAbsent(topic, t -> new ArrayList<>())
                                .add(id)));
            }
        }
        Map<TopicName, List<NodeId>> all = new LinkedHashMap<>(publishers);
        all.putAll(subscribers);
        List<TopicInfo> topics = new ArrayList<>();
        for (TopicName topic : all.keySet()) {
            topics.add(new TopicInfo(
                    topic, publishers.getOrDefault(topic, List.of()), subscribers.getOrDefault(topic, List.of())));
        }
        SystemGraph system = SystemGraph.of(new GraphSnapshot(nodes, topics));
        return new NamedGraph(name, GraphBuilder.view(system, id -> id.name().value()), patterns);
    }

    /** The view with nodes called by the patterns of {@code other} where one matches: their process numbers differ. */
    GraphView by(NamedGraph other) {
        Map<String, String> ids = new HashMap<>();
        Map<String, Integer> used = new HashMap<>();
        List<Vertex> vertices = new ArrayList<>();
        for (Vertex vertex : view.vertices()) {
            Vertex renamed = vertex;
            if (vertex.kind() == Vertex.Kind.NODE) {
                for (NodePattern pattern : other.patterns) {
                    if (pattern.matches(vertex.name())) {
                        int place = used.merge(pattern.value(), 1, Integer::sum);
                        renamed = vertex.called(pattern.value(), place);
                        break;
                    }
                }
            }
            ids.put(vertex.id(), renamed.id());
            vertices.add(renamed);
        }
        List<Link> links = new ArrayList<>();
        for (Link link : view.links()) {
            links.add(new Link(ids.get(link.from()), ids.get(link.to()), link.topics(), link.flow(), link.marks()));
        }
        return new GraphView(vertices, links);
    }
}
