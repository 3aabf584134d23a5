package io.zrs.graph.dot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.parse.Parser;
import io.zrs.graph.GraphView;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Kind;
import io.zrs.graph.picture.SampleGraph;
import io.zrs.testing.Golden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphDotTest {
    private static final String[] NASTY = {
        "\\", "\"", "<", ">", "&", "&amp;", "->", "{", "}", ";", "#", "//", "/*", "\\N", "\\n", "%", "$", "a", " ", "é",
        "観", "😀", "|"
    };

    @Test
    void nodesTopicsRatesAndMarks() {
        Golden.check(GraphDotTest.class, "view.dot", GraphDot.source(SampleGraph.view()));
    }

    @Test
    void topicsOnEdges() {
        Golden.check(GraphDotTest.class, "pairs.dot", GraphDot.source(SampleGraph.pairs()));
    }

    @Test
    void anyNameComesBackAsItsLabel() throws IOException {
        Random random = new Random(20);
        for (int round = 0; round < 2000; round++) {
            String name = name(random);
            Vertex vertex = new Vertex("node:x", Kind.NODE, name, Set.of(), List.of());
            MutableGraph graph =
                    new Parser().notValidating().read(GraphDot.source(new GraphView(List.of(vertex), List.of())));
            assertEquals(1, graph.nodes().size(), name);
            String label = graph.nodes().iterator().next().get("label").toString();
            assertEquals(name, unescaped(label), name);
        }
    }

    @Test
    void noLabelIsTakenForHtml() {
        Vertex vertex = new Vertex("node:x", Kind.NODE, "<b>x</b>", Set.of(), List.of());
        String source = GraphDot.source(new GraphView(List.of(vertex), List.of()));
        assertFalse(source.contains("=<"), source);
    }

    /** What Graphviz makes of a label: first of entities, then of escape sequences. */
    private static String unescaped(String label) {
        String escapes = label.replace("&lt;", "<").replace("&#92;", "\\").replace("&amp;", "&");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < escapes.length(); i++) {
            i += escapes.charAt(i) == '\\' ? 1 : 0;
            out.append(escapes.charAt(i));
        }
        return out.toString();
    }

    private static String name(Random random) {
        List<String> pieces = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            pieces.add(NASTY[random.nextInt(NASTY.length)]);
        }
        return String.join("", pieces);
    }
}
