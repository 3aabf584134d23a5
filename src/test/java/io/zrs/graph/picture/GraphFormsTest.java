package io.zrs.graph.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.canvas.CellCanvas;
import io.zrs.graph.GraphView;
import io.zrs.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms of a graph that need no layout, of the sample graph. */
class GraphFormsTest {
    private static final GraphView EMPTY = new GraphView(List.of(), List.of());

    @Test
    void outline() {
        Golden.check(getClass(), "outline", text(GraphOutline.of(SampleGraph.view()), 0));
        Golden.check(getClass(), "outline-pairs", text(GraphOutline.of(SampleGraph.pairs()), 0));
        Golden.check(getClass(), "outline-colour", text(GraphOutline.of(SampleGraph.view()), 256));
        assertEquals("\n", text(GraphOutline.of(EMPTY), 256));
    }

    private static String text(CellCanvas canvas, int colours) {
        return String.join("\n", canvas.lines(colours)) + "\n";
    }

    @Test
    void mermaid() {
        Golden.check(getClass(), "mermaid", GraphMermaid.of(SampleGraph.view()));
        Golden.check(getClass(), "mermaid-pairs", GraphMermaid.of(SampleGraph.pairs()));
        assertEquals("flowchart LR\n", GraphMermaid.of(EMPTY));
    }

    @Test
    void json() {
        Golden.check(getClass(), "json", GraphJson.of(SampleGraph.view()));
        Golden.check(getClass(), "json-pairs", GraphJson.of(SampleGraph.pairs()));
        assertEquals("{\"nodes\":[],\"topics\":[],\"links\":[]}\n", GraphJson.of(EMPTY));
    }
}
