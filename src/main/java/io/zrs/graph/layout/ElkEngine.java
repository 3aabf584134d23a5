package io.zrs.graph.layout;

import guru.nidi.graphviz.attribute.Named;
import guru.nidi.graphviz.engine.EngineResult;
import guru.nidi.graphviz.engine.Format;
import guru.nidi.graphviz.engine.GraphvizEngine;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import guru.nidi.graphviz.model.Link;
import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.model.MutableNode;
import guru.nidi.graphviz.parse.Parser;
import guru.nidi.graphviz.parse.ParserException;
import io.zrs.drawing.TextWidth;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Draws without Graphviz: reads DOT, places by {@link LayeredLayout}, writes Graphviz's plain format. Of attributes it
 * knows sizes, labels, and the directions from left to right and from the top down.
 */
public final class ElkEngine implements GraphvizEngine {
    private static final double POINTS_AN_INCH = 72;
    private static final double WIDTH = 0.75;
    private static final double HEIGHT = 0.5;
    private static final double FONT = 14;
    private static final double LEADING = 1.2;
    private static final double SIDES = 4;

    @Override
    public void init(Consumer<GraphvizEngine> onOk, Consumer<GraphvizEngine> onError) {
        onOk.accept(this);
    }

    /**
     * Places a graph.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} for what is no DOT, or for another format than plain
     */
    @Override
    public EngineResult execute(String source, Options options, Rasterizer rasterizer) {
        if (options.format != Format.PLAIN) {
            throw new ZrsException(ErrorCode.INVALID, "the embedded engine writes the plain format alone");
        }
        MutableGraph graph = parsed(source);
        List<MutableNode> nodes = new ArrayList<>(graph.nodes());
        // graphviz-java gives them in no order; this one is the graph's.
        nodes.sort(
                Comparator.comparing((MutableNode node) -> name(node).length()).thenComparing(ElkEngine::name));
        Map<String, Integer> places = new HashMap<>();
        List<Plan.Box> boxes = new ArrayList<>();
        for (MutableNode node : nodes) {
            places.put(name(node), boxes.size());
            boxes.add(new Plan.Box(size(node, "width", WIDTH), size(node, "height", HEIGHT), false));
        }
        List<Plan.Line> lines = new ArrayList<>();
        Object font = graph.linkAttrs().get("fontsize");
        double fontSize = font == null ? FONT : number(font);
        for (MutableNode node : nodes) {
            for (Link link : node.links()) {
                lines.add(line(link, places, fontSize));
            }
        }
        boolean down = "TB".equals(String.valueOf(graph.graphAttrs().get("rankdir")));
        Plan.Manner manner = down ? Plan.Manner.CURVES_DOWN : Plan.Manner.CURVES_RIGHT;
        Placement placement = LayeredLayout.of(new Plan(manner, boxes, lines));
        return EngineResult.fromString(new PlainWriter(placement).write(names(nodes), lines));
    }

    @Override
    public void close() {
        // It holds nothing.
    }

    private static MutableGraph parsed(String source) {
        try {
            return new Parser().notValidating().read(source);
        } catch (IOException | ParserException e) {
            throw new ZrsException(ErrorCode.INVALID, "this is no DOT: " + e.getMessage(), "", e);
        }
    }

    private static String name(Named named) {
        return named.name().value();
    }

    private static List<String> names(List<MutableNode> nodes) {
        List<String> names = new ArrayList<>();
        for (MutableNode node : nodes) {
            names.add(name(node));
        }
        return names;
    }

    private static Plan.Line line(Link link, Map<String, Integer> places, double fontSize) {
        int from = places.get(name(link.from()));
        int to = places.get(name(link.to()));
        Object label = link.attrs().get("label");
        if (label == null || label.toString().isEmpty()) {
            return new Plan.Line(from, to, 0, 0);
        }
        String[] rows = label.toString().split("\\\\n", -1);
        double width = 0;
        for (String row : rows) {
            width = Math.max(width, TextWidth.of(row, fontSize, false));
        }
        return new Plan.Line(from, to, width + SIDES, rows.length * fontSize * LEADING);
    }

    private static double size(MutableNode node, String name, double otherwise) {
        Object inches = node.get(name);
        return POINTS_AN_INCH * (inches == null ? otherwise : number(inches));
    }

    private static double number(Object value) {
        try {
            return Double.parseDouble(value.toString());
        } catch (NumberFormatException e) {
            throw new ZrsException(ErrorCode.INVALID, "this is no DOT: '" + value + "' is no number", "", e);
        }
    }
}
