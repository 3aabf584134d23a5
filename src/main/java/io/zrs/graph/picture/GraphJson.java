package io.zrs.graph.picture;

import io.zrs.graph.Flow;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Kind;
import io.zrs.graph.Vertex.Mark;
import io.zrs.model.TopicName;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A graph as JSON, one object on one line:
 *
 * <pre>{@code
 * {"nodes": [VERTEX, …], "topics": [VERTEX, …], "links": [LINK, …]}
 *
 * VERTEX  id       the same for the same thing in every graph
 *         kind     node, topic; nodes, topics: a namespace drawn as one
 *         name     what people call it
 *         marks    of no_publisher, no_subscriber, latched, losing, tool, added, removed
 *         details  an object: what else is known; publishers, subscribers, pid and protocol are numbers,
 *                  others texts, such as host and instance
 * LINK    from     the id where messages come from
 *         to       the id where they go
 *         topics   what flows along it
 *         marks    as above
 *         rate, bytes_per_second, lost_per_second, messages_lost (since the end is there): if they were measured
 * }</pre>
 *
 * {@link GraphJsonReader} reads it back.
 */
public final class GraphJson {
    private static final int DECIMALS = 3;
    private static final Set<String> NUMBERS = Set.of("publishers", "subscribers", "pid", "protocol");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private GraphJson() {}

    /** The object and a line feed. */
    public static String of(GraphView view) {
        ByteText out = new ByteText();
        new JsonLine(out)
                .objects("nodes", only(view, false), GraphJson::vertex)
                .objects("topics", only(view, true), GraphJson::vertex)
                .objects("links", view.links(), GraphJson::link)
                .end();
        return out.toString();
    }

    private static List<Vertex> only(GraphView view, boolean topics) {
        return view.vertices().stream()
                .filter(vertex -> vertex.isTopic() == topics)
                .toList();
    }

    private static void vertex(JsonLine line, Vertex vertex) {
        line.field("id", vertex.id())
                .field("kind", word(vertex.kind()))
                .field("name", vertex.label())
                .field("marks", words(vertex.marks()))
                .object("details", details -> vertex.details().forEach(detail -> detail(details, detail)));
    }

    private static void detail(JsonLine line, String detail) {
        int colon = detail.indexOf(": ");
        String name = detail.substring(0, colon);
        String value = detail.substring(colon + 2);
        if (NUMBERS.contains(name) && DIGITS.matcher(value).matches()) {
            line.field(name, Long.parseLong(value));
        } else {
            line.text(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void link(JsonLine line, Link link) {
        line.field("from", link.from())
                .field("to", link.to())
                .field("topics", link.topics().stream().map(TopicName::value).toList())
                .field("marks", words(link.marks()));
        link.flow().ifPresent(flow -> flow(line, flow));
    }

    private static void flow(JsonLine line, Flow flow) {
        line.field("rate", flow.messages(), DECIMALS)
                .field("bytes_per_second", flow.bytes(), DECIMALS)
                .field("lost_per_second", flow.lost(), DECIMALS)
                .field("messages_lost", flow.lostInAll());
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String word(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(Set<Mark> marks) {
        return marks.stream().map(GraphJson::word).toList();
    }
}
