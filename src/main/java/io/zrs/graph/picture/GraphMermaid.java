package io.zrs.graph.picture;

import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Mark;
import io.zrs.graph.dot.LinkText;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A graph as a flowchart for Mermaid 10 and later (mermaid.js.org/syntax/flowchart.html), as GitHub and many editors draw it
 * out of a code block.
 */
public final class GraphMermaid {
    /** So many links Mermaid draws unless whoever shows the picture has set {@code maxEdges} higher. */
    public static final int MOST_LINKS = 500;

    private final GraphView view;
    private final StringBuilder out = new StringBuilder("flowchart LR\n");

    private GraphMermaid(GraphView view) {
        this.view = view;
    }

    /** The flowchart's source. */
    public static String of(GraphView view) {
        GraphMermaid mermaid = new GraphMermaid(view);
        mermaid.write();
        return mermaid.out.toString();
    }

    private void write() {
        Map<String, String> ids = new HashMap<>();
        Set<String> topics = new HashSet<>();
        for (Vertex vertex : view.vertices()) {
            // Numbers: a name may be a word of Mermaid's, such as end.
            String id = (vertex.isTopic() ? "t" : "n") + ids.size();
            ids.put(vertex.id(), id);
            if (vertex.isTopic()) {
                topics.add(vertex.id());
            }
            vertex(id, vertex);
        }
        for (Link link : view.links()) {
            boolean topicAtEnd = topics.contains(link.from()) || topics.contains(link.to());
            link(ids.get(link.from()), ids.get(link.to()), text(link, !topicAtEnd));
        }
        styles();
    }

    private void vertex(String id, Vertex vertex) {
        List<String> lines = new ArrayList<>(List.of(MermaidText.escape(vertex.label())));
        for (Mark mark : vertex.marks()) {
            lines.add("(" + mark.word() + ")");
        }
        String text = "\"" + String.join("<br>", lines) + "\"";
        String shape = switch (vertex.kind()) {
            case NODE -> "([" + text + "])";
            case TOPIC -> "[" + text + "]";
            case NODES -> "{{" + text + "}}";
            case TOPICS -> "[[" + text + "]]";
        };
        out.append("  ")
                .append(id)
                .append(shape)
                .append(":::")
                .append(style(vertex))
                .append('\n');
    }

    private static String text(Link link, boolean topics) {
        List<String> lines = new ArrayList<>();
        if (topics) {
            for (TopicName topic : link.topics()) {
                lines.add(MermaidText.escape(topic.value()));
            }
        }
        link.flow().ifPresent(flow -> lines.add(String.join("<br>", LinkText.flow(flow))));
        for (Mark mark : link.marks()) {
            if (mark == Mark.ADDED || mark == Mark.REMOVED) {
                lines.add("(" + mark.word() + ")");
            }
        }
        return String.join("<br>", lines);
    }

    private void link(String from, String to, String text) {
        out.append("  ").append(from).append(" -->");
        if (!text.isEmpty()) {
            out.append("|\"").append(text).append("\"|");
        }
        out.append(' ').append(to).append('\n');
    }

    /** {@code node} would be Mermaid's own name for every box. */
    private enum Style {
        NODE("fill:#e3effb,stroke:#2b6cb0,color:#12304f"),
        TOPIC("fill:#e2f4f2,stroke:#1f7a72,color:#0f3d39"),
        ALONE("fill:#fdeedd,stroke:#c05a00,color:#4f2500,stroke-dasharray:4 3"),
        LOSING("fill:#fbe5e9,stroke:#c1002f,color:#520014,stroke-width:3px"),
        ADDED("fill:#e3f5e1,stroke:#2a7d22,color:#12380e,stroke-width:3px"),
        REMOVED("fill:#f2f2f2,stroke:#c1002f,color:#6b6b6b,stroke-dasharray:4 3");

        private final String css;

        Style(String css) {
            this.css = css;
        }

        String id() {
            return "zrs" + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    private static Style kind(Vertex vertex) {
        if (vertex.is(Mark.ADDED)) {
            return Style.ADDED;
        }
        if (vertex.is(Mark.REMOVED)) {
            return Style.REMOVED;
        }
        if (vertex.is(Mark.LOSING)) {
            return Style.LOSING;
        }
        if (vertex.is(Mark.NO_PUBLISHER) || vertex.is(Mark.NO_SUBSCRIBER)) {
            return Style.ALONE;
        }
        return vertex.isTopic() ? Style.TOPIC : Style.NODE;
    }

    private static String style(Vertex vertex) {
        return kind(vertex).id();
    }

    private void styles() {
        Set<Style> used = EnumSet.noneOf(Style.class);
        view.vertices().forEach(vertex -> used.add(kind(vertex)));
        for (Style style : used) {
            out.append("  classDef ")
                    .append(style.id())
                    .append(' ')
                    .append(style.css)
                    .append('\n');
        }
        linkStyle(Mark.LOSING, "stroke:#c1002f,stroke-width:3px");
        linkStyle(Mark.ADDED, "stroke:#2a7d22,stroke-width:3px");
        linkStyle(Mark.REMOVED, "stroke:#c1002f,stroke-dasharray:4 3");
    }

    private void linkStyle(Mark mark, String css) {
        List<String> places = new ArrayList<>();
        for (int place = 0; place < view.links().size(); place++) {
            if (view.links().get(place).marks().contains(mark)) {
                places.add(Integer.toString(place));
            }
        }
        if (!places.isEmpty()) {
            out.append("  linkStyle ")
                    .append(String.join(",", places))
                    .append(' ')
                    .append(css)
                    .append('\n');
        }
    }
}
