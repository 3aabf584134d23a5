package io.zrs.cli.graph;

import io.zrs.canvas.CellCanvas;
import io.zrs.drawing.SvgWriter;
import io.zrs.graph.GraphView;
import io.zrs.graph.dot.GraphDot;
import io.zrs.graph.picture.GraphCanvas;
import io.zrs.graph.picture.GraphHtml;
import io.zrs.graph.picture.GraphJson;
import io.zrs.graph.picture.GraphMermaid;
import io.zrs.graph.picture.GraphOutline;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The forms behind their names; each is touched only when it is asked for. */
final class Formats {
    private Formats() {}

    static GraphFormat of(FormatName name) {
        return switch (name) {
            case TEXT -> Formats::text;
            case MERMAID -> Formats::mermaid;
            case JSON -> (view, setting) -> bytes(GraphJson.of(view));
            case DOT -> (view, setting) -> bytes(GraphDot.source(view));
            case SVG -> (view, setting) -> bytes(SvgWriter.write(Drawings.of(view, setting)));
            case PNG -> Drawings::png;
            case HTML -> (view, setting) -> bytes(GraphHtml.of(view, Drawings.of(view, setting)));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] text(GraphView view, Setting setting) {
        if (view.vertices().isEmpty()) {
            return new byte[0];
        }
        Optional<CellCanvas> drawn = GraphCanvas.of(view, setting.columns());
        if (drawn.isEmpty()) {
            setting.note()
                    .accept("an outline, as a drawing would be too large for " + setting.columns()
                            + " columns; try --focus NAME, --collapse, --topics edges or -o graph.svg");
        }
        return bytes(lines(drawn.orElseGet(() -> GraphOutline.of(view)), setting.colours()));
    }

    /** The drawing if it fits, else the outline. */
    static CellCanvas canvas(GraphView view, Setting setting) {
        return GraphCanvas.orOutline(view, setting.columns());
    }

    private static String lines(CellCanvas canvas, int colours) {
        return String.join("\n", canvas.lines(colours)) + "\n";
    }

    private static byte[] mermaid(GraphView view, Setting setting) {
        if (view.links().size() > GraphMermaid.MOST_LINKS) {
            setting.note()
                    .accept("Mermaid draws more than " + GraphMermaid.MOST_LINKS
                            + " links only where maxEdges is set higher, and there are "
                            + view.links().size());
        }
        return bytes(GraphMermaid.of(view));
    }
}
