package io.zrs.expect;

import io.zrs.model.GraphSnapshot;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A graph as the file that expects it: in an order that stays the same, one topic a line so that two of them can be compared,
 * and with {@code *} for a process number in a name.
 */
public final class GraphText {
    /** YAML takes a key of at most 1024 characters on the line of its colon (section 7.4.2); this leaves it room. */
    private static final int LONGEST_KEY = 1000;

    private GraphText() {}

    /** The file; {@link GraphFile} reads it, and then the graph is as expected. */
    public static String of(GraphSnapshot graph) {
        ExpectedGraph expected = expected(graph, GraphText::pattern);
        if (!GraphComparison.passes(GraphComparison.compare(expected, graph, 0))) {
            // A pattern takes in another node, too; of names alone, each node has its own.
            expected = expected(graph, ObservedNode::name);
        }
        StringBuilder out = new StringBuilder("others: " + GraphFile.FORBIDDEN + "\nnodes:");
        out.append(expected.nodes().isEmpty() ? " {}\n" : "\n");
        for (ExpectedNode node : expected.nodes()) {
            key(out, scalar(node.name().value()));
            if (node.count().isLimited()) {
                out.append("    count: ").append(node.count().most()).append('\n');
            }
            topics(out, "publishes", node.publishes().orElseThrow());
            topics(out, "subscribes", node.subscribes().orElseThrow());
        }
        return out.toString();
    }

    private static void key(StringBuilder out, String name) {
        if (name.length() <= LONGEST_KEY) {
            out.append("  ").append(name).append(":\n");
        } else {
            out.append("  ? ").append(name).append("\n  :\n");
        }
    }

    /** One entry for all nodes of one name, which {@code naming} gives. */
    private static ExpectedGraph expected(GraphSnapshot graph, Function<ObservedNode, String> naming) {
        Map<String, List<ObservedNode>> byName = new TreeMap<>();
        for (ObservedNode node : ObservedNode.of(graph)) {
            byName.computeIfAbsent(naming.apply(node), name -> new ArrayList<>())
                    .add(node);
        }
        List<ExpectedNode> entries = new ArrayList<>();
        byName.forEach((name, nodes) -> entries.add(new ExpectedNode(
                new NodePattern(name),
                nodes.size() == 1 ? CountRange.SOME : new CountRange(nodes.size(), nodes.size()),
                Optional.of(GraphComparison.union(nodes, ObservedNode::publishes)),
                Optional.of(GraphComparison.union(nodes, ObservedNode::subscribes)))));
        return new ExpectedGraph(false, entries);
    }

    private static void topics(StringBuilder out, String key, SortedSet<TopicName> topics) {
        out.append("    ").append(key).append(topics.isEmpty() ? ": []\n" : ":\n");
        topics.forEach(
                topic -> out.append("      - ").append(scalar(topic.value())).append('\n'));
    }

    /** The name, with a star where its process's number stands, which is another one the next time. */
    private static String pattern(ObservedNode node) {
        String name = node.name();
        String number = Long.toString(node.node().details().pid());
        int at = node.node().details().pid() == 0 ? -1 : name.indexOf(number);
        while (at >= 0) {
            int end = at + number.length();
            if (!isDigit(name, at - 1) && !isDigit(name, end)) {
                return name.substring(0, at) + "*" + name.substring(end);
            }
            at = name.indexOf(number, at + 1);
        }
        return name;
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Plain where nobody could take it for anything else, else in double quotes. */
    private static String scalar(String text) {
        boolean plain = !text.equalsIgnoreCase("null");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '/';
            boolean inner = c >= '0' && c <= '9' || c == '-' || c == '.' || c == '*';
            plain &= letter || i > 0 && inner;
        }
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (c < ' ' || c >= 0x7f && c < 0xa0 || c == 0xfeff || c >= 0x2028 && c <= 0x202e || c >= 0xfffe) {
                out.append(escape(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }

    private static String escape(int codePoint) {
        String hex = Integer.toHexString(codePoint);
        return codePoint > 0xffff
                ? "\\U" + "0".repeat(8 - hex.length()) + hex
                : "\\u" + "0".repeat(4 - hex.length()) + hex;
    }
}
