package io.zrs.protocol.legacy;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.MapTopic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a graph back from DOT source, as far as its labelled edges tell: a node without an edge is not in the result.
 *
 * <p>An original master writes names without quotes, which DOT does not allow for most of them; they are read all the
 * same.
 */
final class DotReader {
    private static final String ARROW = "->";

    private final DotTokens tokens;
    private final Map<String, Set<NodeName>> publishers = new LinkedHashMap<>();
    private final Map<String, Set<NodeName>> subscribers = new LinkedHashMap<>();

    private DotReader(String text) {
        tokens = new DotTokens(text);
    }

    static List<MapTopic> read(String text) {
        try {
            return new DotReader(text).graph();
        } catch (ZrsException e) {
            throw new ZrsException(
                    ErrorCode.INVALID, "the master's map cannot be read: " + e.getMessage(), e.remedy(), e);
        }
    }

    private List<MapTopic> graph() {
        tokens.expect("digraph");
        if (!tokens.peekIs("{")) {
            tokens.next();
        }
        tokens.expect("{");
        while (!tokens.peekIs("}")) {
            statement();
        }
        List<MapTopic> topics = new ArrayList<>();
        publishers.forEach((topic, nodes) -> topics.add(
                new MapTopic(new TopicName(topic), List.copyOf(nodes), List.copyOf(subscribers.get(topic)))));
        return topics;
    }

    private void statement() {
        String first = tokens.next();
        if (first.equals(";")) {
            return;
        }
        if (tokens.peekIs(ARROW)) {
            tokens.next();
            String second = tokens.next();
            String label = attributes().get("label");
            if (label != null) {
                publishers.computeIfAbsent(label, t -> new LinkedHashSet<>()).add(new NodeName(first));
                subscribers.computeIfAbsent(label, t -> new LinkedHashSet<>()).add(new NodeName(second));
            }
        } else {
            attributes();
        }
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (!tokens.peekIs("[")) {
            return attributes;
        }
        tokens.next();
        while (!tokens.peekIs("]")) {
            String name = tokens.next();
            if (tokens.peekIs("=")) {
                tokens.next();
                attributes.put(name, tokens.next());
            }
        }
        tokens.next();
        return attributes;
    }
}
