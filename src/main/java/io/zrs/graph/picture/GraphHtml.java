package io.zrs.graph.picture;

import io.zrs.drawing.Drawing;
import io.zrs.drawing.SvgWriter;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A graph as one HTML file that needs nothing else: its drawing as SVG, which can be moved, zoomed and searched; a click on a
 * vertex shows its neighbours. Of what comes from outside only text in the SVG gets into it.
 */
public final class GraphHtml {
    private static final String PAGE = "graph.html";

    private GraphHtml() {}

    /**
     * A whole file, UTF-8.
     *
     * @param drawing of {@code view}, by {@link GraphDrawing}
     */
    public static String of(GraphView view, Drawing drawing) {
        StringBuilder out = new StringBuilder();
        String page = page();
        int at = fill(out, page, 0, "@TITLE@", escaped(drawing.title()));
        at = fill(out, page, at, "@DRAWING@", SvgWriter.element(drawing));
        at = fill(out, page, at, "@LINKS@", links(view));
        return out.append(page, at, page.length()).toString();
    }

    /** From {@code from} to the mark, and in its place {@code what}; where that ends in the page. */
    private static int fill(StringBuilder out, String page, int from, String mark, String what) {
        int at = page.indexOf(mark, from);
        out.append(page, from, at).append(what);
        return at + mark.length();
    }

    private static String page() {
        try (InputStream in = GraphHtml.class.getResourceAsStream(PAGE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The places of their ends in the graph: by these the script finds neighbours. */
    private static String links(GraphView view) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Vertex vertex : view.vertices()) {
            numbers.put(vertex.id(), numbers.size());
        }
        StringBuilder links = new StringBuilder("[");
        for (Link link : view.links()) {
            links.append(links.length() == 1 ? "[" : ", [");
            links.append(numbers.get(link.from())).append(", ").append(numbers.get(link.to()));
            links.append(']');
        }
        return links.append(']').toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
