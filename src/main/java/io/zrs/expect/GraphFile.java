package io.zrs.expect;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.yaml.YamlMap;
import io.zrs.yaml.YamlMap.Entry;
import io.zrs.yaml.YamlNode;
import io.zrs.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An expected graph as people write it, and {@link GraphText} too: a map with {@code nodes}, a map from names to what they do
 * ({@code publishes} and {@code subscribes}, a topic or a list; {@code count}), and {@code others}, {@code forbidden} or
 * {@code allowed}.
 */
public final class GraphFile {
    static final String ALLOWED = "allowed";
    static final String FORBIDDEN = "forbidden";

    private static final List<String> OUTER = List.of("others", "nodes");
    private static final List<String> KEYS = List.of("publishes", "subscribes", "count");

    private GraphFile() {}

    /**
     * Reads the graph.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if something is wrong, with its place
     */
    public static ExpectedGraph read(YamlNode root) {
        YamlMap map = root.map("a map with nodes");
        map.refuseOthersThan(OUTER);
        List<ExpectedNode> nodes = new ArrayList<>();
        for (Entry entry : map.need("nodes").map("a map of nodes").entries()) {
            nodes.add(node(entry));
        }
        boolean allowed = map.find("others").map(GraphFile::allowed).orElse(false);
        return new ExpectedGraph(allowed, nodes);
    }

    private static boolean allowed(YamlNode node) {
        String what = "'" + ALLOWED + "' or '" + FORBIDDEN + "'";
        YamlScalar word = node.scalar(what);
        if (!word.text().equals(ALLOWED) && !word.text().equals(FORBIDDEN)) {
            throw word.wrong(what);
        }
        return word.text().equals(ALLOWED);
    }

    private static ExpectedNode node(Entry entry) {
        String name = entry.key().text("a node's name");
        if (name.isBlank()) {
            throw entry.key().wrong("a node's name");
        }
        NodePattern pattern = new NodePattern(name);
        if (entry.value() instanceof YamlScalar scalar && scalar.isNothing()) {
            return new ExpectedNode(pattern, CountRange.SOME, Optional.empty(), Optional.empty());
        }
        YamlMap map = entry.value().map("a map of what the node does");
        map.refuseOthersThan(KEYS);
        CountRange count = map.find("count")
                .map(node -> node.scalar("how many").read("how many", GraphFile::count))
                .orElse(CountRange.SOME);
        return new ExpectedNode(pattern, count, topics(map, "publishes"), topics(map, "subscribes"));
    }

    /** Of nodes, a single number is exactly so many, and 0 says that there must be none. */
    private static CountRange count(String text) {
        if (text.equals("0")) {
            return CountRange.NONE;
        }
        CountRange range = CountRange.parse(text);
        return text.contains("..") ? range : new CountRange(range.least(), range.least());
    }

    private static Optional<SortedSet<TopicName>> topics(YamlMap map, String key) {
        return map.find(key).map(node -> {
            SortedSet<TopicName> topics = new TreeSet<>();
            for (YamlNode topic : node.oneOrMore()) {
                topics.add(topic.scalar("a topic").read("a topic", TopicName::new));
            }
            return topics;
        });
    }
}
