package io.zrs.graph.dot;

import io.zrs.graph.Flow;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.model.TopicName;
import io.zrs.output.Amount;
import io.zrs.output.Decimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stands at a link: its topics, unless one is at its end anyway, and how much flows. */
public final class LinkText {
    /** So many topics stand at one link; of more, one line says how many there are. */
    private static final int TOPICS = 3;

    private final Set<String> topics = new HashSet<>();

    /** For the links of a graph. */
    public LinkText(GraphView view) {
        for (Vertex vertex : view.vertices()) {
            if (vertex.kind() == Vertex.Kind.TOPIC || vertex.kind() == Vertex.Kind.TOPICS) {
                topics.add(vertex.id());
            }
        }
    }

    /** Whether it has a topic, or several, at an end. */
    public boolean hasTopicAtEnd(Link link) {
        return topics.contains(link.from()) || topics.contains(link.to());
    }

    /** Line by line, the most important first; none where there is nothing to say. */
    public List<String> lines(Link link) {
        List<String> lines = new ArrayList<>();
        if (!hasTopicAtEnd(link)) {
            topics(link, lines);
        }
        link.flow().ifPresent(flow -> lines.addAll(flow(flow)));
        return lines;
    }

    private static void topics(Link link, List<String> lines) {
        List<TopicName> names = link.topics();
        int shown = names.size() <= TOPICS ? names.size() : TOPICS - 1;
        for (TopicName name : names.subList(0, shown)) {
            lines.add(name.value());
        }
        if (shown < names.size()) {
            lines.add("+" + (names.size() - shown) + " more");
        }
    }

    /** How much flows, and what is lost, line by line. */
    public static List<String> flow(Flow flow) {
        List<String> lines = new ArrayList<>();
        lines.add(number(flow.messages()) + " Hz");
        if (flow.bytes() > 0) {
            lines.add(Amount.bytes(Math.round(flow.bytes())) + "/s");
        }
        if (flow.lost() > 0) {
            lines.add(number(flow.lost()) + "/s lost");
        } else if (flow.lostInAll() > 0) {
            lines.add(flow.lostInAll() + " lost");
        }
        return lines;
    }

    /** As many decimals as matter. */
    private static String number(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        String text = Decimal.fixed(value, decimals);
        int end = text.length();
        if (decimals > 0) {
            while (text.charAt(end - 1) == '0') {
                end--;
            }
            end -= text.charAt(end - 1) == '.' ? 1 : 0;
        }
        return text.substring(0, end);
    }
}
