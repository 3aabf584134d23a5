package io.zrs.graph.picture;

import io.zrs.canvas.CellCanvas;
import io.zrs.canvas.Hue;
import io.zrs.canvas.Ink;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Mark;
import io.zrs.graph.dot.LinkText;
import io.zrs.model.TopicName;
import io.zrs.output.TerminalText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A graph as an indented list, for one that is too large to be drawn: each topic with the nodes that it has messages from and
 * that it goes to; where topics are no vertices, each node with those that it sends to. Every link is there once.
 */
public final class GraphOutline {
    private static final String FROM = "  from ";
    private static final String TO = "  to   ";
    private static final String INDENT = "       ";

    private final GraphView view;
    private final Map<String, Vertex> vertices;
    private final Map<String, List<Link>> in = new HashMap<>();
    private final Map<String, List<Link>> out = new HashMap<>();
    private final OutlineLines lines = new OutlineLines();

    private GraphOutline(GraphView view) {
        this.view = view;
        vertices = view.byId();
        for (Link link : view.links()) {
            out.computeIfAbsent(link.from(), id -> new ArrayList<>()).add(link);
            in.computeIfAbsent(link.to(), id -> new ArrayList<>()).add(link);
        }
    }

    /** The list on a canvas of its size. */
    public static CellCanvas of(GraphView view) {
        GraphOutline outline = new GraphOutline(view);
        outline.write();
        return outline.lines.canvas();
    }

    private void write() {
        Set<String> told = new HashSet<>();
        for (Vertex vertex : view.vertices()) {
            List<Link> from = vertex.isTopic() ? in.getOrDefault(vertex.id(), List.of()) : List.of();
            List<Link> to = out.getOrDefault(vertex.id(), List.of()).stream()
                    .filter(link -> vertex.isTopic() || !vertices.get(link.to()).isTopic())
                    .toList();
            if (vertex.isTopic() || !to.isEmpty()) {
                head(vertex);
                block(FROM, from, true, vertex.isTopic());
                block(TO, to, false, vertex.isTopic());
            }
            from.forEach(link -> told.add(link.from()));
            to.forEach(link -> told.add(link.to()));
            if (!to.isEmpty()) {
                told.add(vertex.id());
            }
        }
        for (Vertex vertex : view.vertices()) {
            if (!vertex.isTopic() && !told.contains(vertex.id())) {
                head(vertex);
                lines.add(" (alone)", Ink.of(Hue.GREY));
            }
        }
    }

    private void head(Vertex vertex) {
        lines.begin();
        vertex(vertex);
    }

    private void vertex(Vertex vertex) {
        lines.add(TerminalText.line(vertex.label()), ink(vertex));
        StringJoiner words = new StringJoiner(", ", " (", ")").setEmptyValue("");
        vertex.marks().forEach(mark -> words.add(mark.word()));
        lines.add(words.toString(), loud(vertex) ? ink(vertex) : Ink.of(Hue.GREY));
    }

    /** {@code isTopic}: whether the links' topic is the head above them. */
    private void block(String word, List<Link> links, boolean from, boolean isTopic) {
        String before = word;
        for (Link link : links) {
            lines.begin();
            lines.add(before, Ink.of(Hue.GREY));
            before = INDENT;
            vertex(vertices.get(from ? link.from() : link.to()));
            lines.align();
            if (!isTopic) {
                StringJoiner topics = new StringJoiner(", ");
                for (TopicName topic : link.topics()) {
                    topics.add(TerminalText.line(topic.value()));
                }
                lines.add(topics.toString(), Ink.of(Hue.TEAL));
                lines.align();
            }
            flow(link);
        }
        lines.endBlock();
    }

    private void flow(Link link) {
        Ink ink = link.marks().contains(Mark.LOSING) ? Ink.of(Hue.RED).heavy() : Ink.PLAIN;
        link.flow().ifPresent(flow -> lines.add(String.join("  ", LinkText.flow(flow)), ink));
        for (Mark mark : link.marks()) {
            if (mark == Mark.ADDED || mark == Mark.REMOVED) {
                lines.add(" (" + mark.word() + ")", Ink.PLAIN);
            }
        }
    }

    private static boolean loud(Vertex vertex) {
        return vertex.is(Mark.LOSING) || vertex.is(Mark.NO_PUBLISHER) || vertex.is(Mark.NO_SUBSCRIBER);
    }

    private static Ink ink(Vertex vertex) {
        if (vertex.is(Mark.LOSING)) {
            return Ink.of(Hue.RED).heavy();
        }
        if (loud(vertex)) {
            return Ink.of(Hue.ORANGE);
        }
        return Ink.of(vertex.isTopic() ? Hue.TEAL : Hue.BLUE);
    }
}
