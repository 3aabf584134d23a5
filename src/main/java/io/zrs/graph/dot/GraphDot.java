package io.zrs.graph.dot;

import guru.nidi.graphviz.attribute.Attributes;
import guru.nidi.graphviz.attribute.ForAll;
import guru.nidi.graphviz.attribute.Label;
import guru.nidi.graphviz.attribute.MapAttributes;
import guru.nidi.graphviz.model.Factory;
import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.model.MutableNode;
import guru.nidi.graphviz.model.Serializer;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Mark;
import io.zrs.output.Decimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph as DOT, with every name that there can be. In it vertices are called {@code v0}, {@code v1}…, by their place in
 * the graph; what people call them is their label.
 */
public final class GraphDot {
    private static final double POINTS_AN_INCH = 72;
    private static final String FONT = "Helvetica";

    private final GraphView view;
    private final boolean down;
    private final LinkText text;
    private final Map<String, MutableNode> nodes = new HashMap<>();

    private GraphDot(GraphView view, boolean down) {
        this.view = view;
        this.down = down;
        text = new LinkText(view);
    }

    /** As graphviz-java's model, from left to right; a new one on each call. */
    public static MutableGraph model(GraphView view) {
        return new GraphDot(view, false).graph();
    }

    /** As source, from left to right; the same text for the same graph. */
    public static String source(GraphView view) {
        return source(view, false);
    }

    /** As source, from left to right or from the top down. */
    public static String source(GraphView view, boolean down) {
        return new Serializer().notValidating().serialize(new GraphDot(view, down).graph()) + "\n";
    }

    /** What the vertex at this place of the graph is called in the source. */
    public static String name(int vertex) {
        return "v" + vertex;
    }

    private MutableGraph graph() {
        MutableGraph graph = Factory.mutGraph("zrs").setDirected(true);
        graph.graphAttrs()
                .add(look(
                        "rankdir",
                        down ? "TB" : "LR",
                        "nodesep",
                        0.25,
                        "ranksep",
                        down ? 0.4 : 0.5,
                        "bgcolor",
                        "#ffffff"));
        graph.nodeAttrs().add(look("shape", "box", "fixedsize", true, "fontname", FONT, "fontsize", Style.NAME));
        graph.linkAttrs().add(look("fontname", FONT, "fontsize", Style.NOTE, "arrowsize", 0.7));
        List<Vertex> vertices = view.vertices();
        for (int i = 0; i < vertices.size(); i++) {
            MutableNode node = Factory.mutNode(name(i)).add(attributes(vertices.get(i)));
            nodes.put(vertices.get(i).id(), node);
            graph.add(node);
        }
        for (Link link : view.links()) {
            MutableNode from = nodes.get(link.from());
            from.addLink(from.linkTo(nodes.get(link.to())).with(attributes(link)));
        }
        return graph;
    }

    private static Attributes<ForAll> attributes(Vertex vertex) {
        Style style = Style.of(vertex);
        String form = (Style.isTopic(vertex) ? "" : "rounded,") + (style.dashed() ? "dashed," : "") + "filled";
        boolean twice = Style.isGroup(vertex) || vertex.marks().contains(Mark.LATCHED);
        return look(
                "label",
                label(Style.name(vertex)),
                "width",
                inches(Style.width(vertex)),
                "height",
                inches(Style.HEIGHT),
                "style",
                form,
                "color",
                style.line().hex(),
                "fillcolor",
                style.fill().hex(),
                "penwidth",
                Decimal.fixed(style.width(), 1),
                "peripheries",
                twice ? 2 : 1,
                "tooltip",
                Style.isWhole(vertex) ? "" : label(vertex.label()));
    }

    private Attributes<ForAll> attributes(Link link) {
        Style style = Style.of(link);
        StringBuilder lines = new StringBuilder();
        // With blanks around it: dot puts labels so near to lines that other fonts than its own touch them.
        for (String line : text.lines(link)) {
            lines.append(lines.isEmpty() ? "" : "\\n")
                    .append(' ')
                    .append(escaped(Style.note(line)))
                    .append(' ');
        }
        return look(
                "label", Label.raw(lines.toString()),
                "color", style.line().hex(),
                "fontcolor", style.line().hex(),
                "penwidth", Decimal.fixed(style.width(), 1),
                "style", style.dashed() ? "dashed" : "solid");
    }

    /** Attributes, each a name and what is behind it; without those that are empty. */
    private static Attributes<ForAll> look(Object... namesAndValues) {
        MapAttributes<ForAll> attributes = new MapAttributes<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].toString().isEmpty()) {
                attributes.add((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return attributes;
    }

    private static String inches(double points) {
        return Decimal.fixed(points / POINTS_AN_INCH, 3);
    }

    private static Label label(String text) {
        return Label.raw(escaped(text));
    }

    /**
     * Labels know escape sequences (Graphviz' "escString") and HTML's entities, and the serializer takes what stands between
     * angle brackets for HTML. Quotes it escapes itself; before those, graphviz-java's parser stumbles over backslashes, so
     * that the two which Graphviz takes for one are entities as well.
     */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\\", "&#92;&#92;");
    }
}
