package io.zrs.protocol.legacy;

import io.zrs.model.NodeName;
import io.zrs.protocol.MapTopic;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The graph as DOT source: a statement a node, an edge a publisher-subscriber pair of a topic. */
final class DotWriter {
    private DotWriter() {}

    static String write(List<MapTopic> topics) {
        Set<String> statements = new LinkedHashSet<>();
        for (MapTopic topic : topics) {
            topic.publishers().forEach(node -> statements.add(node(node)));
            topic.subscribers().forEach(node -> statements.add(node(node)));
        }
        for (MapTopic topic : topics) {
            for (NodeName publisher : topic.publishers()) {
                for (NodeName subscriber : topic.subscribers()) {
                    statements.add(edge(publisher, subscriber, topic));
                }
            }
        }
        StringBuilder out = new StringBuilder("digraph G {\n");
        statements.forEach(statement -> out.append("  ").append(statement).append(";\n"));
        return out.append("}\n").toString();
    }

    /** The full name tells two nodes apart, the short one is what people want to read. */
    private static String node(NodeName node) {
        return quoted(node.value()) + " [label=" + quoted(shortName(node.value())) + "]";
    }

    private static String edge(NodeName publisher, NodeName subscriber, MapTopic topic) {
        return quoted(publisher.value()) + " -> " + quoted(subscriber.value()) + " [label="
                + quoted(topic.name().value()) + "]";
    }

    /** {@code ./pub1.py} is {@code pub1}: what stands before the first dot, leading {@code ./} and {@code ../} aside. */
    static String shortName(String name) {
        String rest = name;
        while (rest.startsWith("./") || rest.startsWith("../")) {
            rest = rest.substring(rest.indexOf('/') + 1);
        }
        int dot = rest.indexOf('.');
        String shortName = dot < 0 ? rest : rest.substring(0, dot);
        return shortName.isBlank() ? name : shortName;
    }

    /** Graphviz takes {@code &...;} for a character reference even within quotes. */
    private static String quoted(String text) {
        return '"' + text.replace("&", "&amp;").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
