package io.zrs.expect;

import io.zrs.model.GraphSnapshot;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A graph as the file that expects it: in an order that stays the same, one topic a line so that two of them can be compared,
 * and with {@code *} for a process number in a name.
 */
public final class GraphText {
    private GraphText() {}

    /** The file; {@link GraphFile} reads it, and then the graph is as expected. */
    public static String of(GraphSnapshot graph) {
        Map<String, List<ObservedNode>> byName = new TreeMap<>();
        for (ObservedNode node : ObservedNode.of(graph)) {
            byName.computeIfAbsent(pattern(node), name -> new ArrayList<>()).add(node);
        }
        StringBuilder out = new StringBuilder("others: " + GraphFile.FORBIDDEN + "\nnodes:");
        out.append(byName.isEmpty() ? " {}\n" : "\n");
        byName.forEach((name, nodes) -> {
            out.append("  ").append(scalar(name)).append(":\n");
            if (nodes.size() > 1) {
                out.append("    count: ").append(nodes.size()).append('\n');
            }
            SortedSet<TopicName> publishes = new TreeSet<>();
            SortedSet<TopicName> subscribes = new TreeSet<>();
            for (ObservedNode node : nodes) {
                publishes.addAll(node.publishes());
                subscribes.addAll(node.subscribes());
            }
            topics(out, "publishes", publishes);
            topics(out, "subscribes", subscribes);
        });
        return out.toString();
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
