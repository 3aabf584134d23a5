package io.zrs.graph.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.graph.GraphView;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Kind;
import io.zrs.graph.layout.ElkEngine;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphHtmlTest {
    @Test
    void nothingOfANameIsMarkup() {
        String nasty = "</title></script><script>alert(1)</script>@LINKS@@DRAWING@\"'";
        Vertex vertex = new Vertex("n", Kind.NODE, nasty, Set.of(), List.of("host: <img src=x>"));
        GraphView view = new GraphView(List.of(vertex), List.of());
        String html = GraphHtml.of(view, GraphDrawing.of(view, nasty, new ElkEngine()));
        assertEquals(1, html.split("<script", -1).length - 1);
        assertEquals(1, html.split("</script", -1).length - 1);
        assertFalse(html.contains("<img"), html);
        assertTrue(html.contains("const links = [];"), html);
    }

    @Test
    void refersToNothingOutside() {
        GraphView view = SampleGraph.view();
        String html = GraphHtml.of(view, GraphDrawing.of(view, new ElkEngine()));
        assertFalse(html.replace("http://www.w3.org/2000/svg", "").contains("://"), html);
        assertFalse(html.contains("eval("), html);
    }

    @Test
    void theScriptKnowsWhoIsBesideWhom() {
        GraphView view = SampleGraph.view();
        String html = GraphHtml.of(view, GraphDrawing.of(view, new ElkEngine()));
        int from = html.indexOf("const links = ");
        String links = html.substring(from, html.indexOf('\n', from));
        assertEquals(view.links().size(), links.split("\\[", -1).length - 2, links);
        assertTrue(html.contains("id=\"v0\"") && html.contains("id=\"e0\""));
    }
}
