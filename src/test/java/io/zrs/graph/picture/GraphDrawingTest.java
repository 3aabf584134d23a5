package io.zrs.graph.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.drawing.Drawing;
import io.zrs.drawing.Figure;
import io.zrs.drawing.SvgWriter;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Kind;
import io.zrs.graph.Vertex.Mark;
import io.zrs.graph.layout.ElkEngine;
import io.zrs.model.TopicName;
import io.zrs.testing.Golden;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphDrawingTest {
    @Test
    void topicsRatesAndMarks() {
        Golden.check(GraphDrawingTest.class, "view.svg", svg(SampleGraph.view()));
    }

    @Test
    void topicsOnEdges() {
        Golden.check(GraphDrawingTest.class, "pairs.svg", svg(SampleGraph.pairs()));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 50, 300})
    void everythingIsInTheDrawingOnce(int size) {
        GraphView view = GraphGenerator.of(size);
        Drawing drawing = GraphDrawing.of(view, new ElkEngine());
        Set<String> ids = new HashSet<>();
        for (Figure figure : drawing.figures()) {
            if (figure instanceof Figure.Group group) {
                assertTrue(ids.add(group.id()), group.id());
            }
        }
        assertEquals(view.vertices().size() + view.links().size() + 1, ids.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 50, 300})
    void theSameTwiceAndNotAMileWide(int size) {
        Drawing drawing = GraphDrawing.of(GraphGenerator.of(size), new ElkEngine());
        assertEquals(
                SvgWriter.write(drawing), SvgWriter.write(GraphDrawing.of(GraphGenerator.of(size), new ElkEngine())));
        assertTrue(drawing.width() < 800 || drawing.width() / drawing.height() < 3, drawing.width() + " wide");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 50, 300})
    void noVertexLiesOnAnother(int size) {
        List<Figure.Box> boxes = GraphDrawing.of(GraphGenerator.of(size), new ElkEngine()).figures().stream()
                .filter(figure ->
                        figure instanceof Figure.Group group && group.id().startsWith("v"))
                .map(figure -> (Figure.Box) ((Figure.Group) figure).figures().get(0))
                .toList();
        for (Figure.Box one : boxes) {
            for (Figure.Box other : boxes) {
                assertTrue(one == other || apart(one, other), one + " and " + other);
            }
        }
    }

    private static boolean apart(Figure.Box one, Figure.Box other) {
        return one.x() + one.width() < other.x()
                || other.x() + other.width() < one.x()
                || one.y() + one.height() < other.y()
                || other.y() + other.height() < one.y();
    }

    @Test
    void nothingAtAllIsADrawingToo() {
        Drawing drawing = GraphDrawing.of(new GraphView(List.of(), List.of()), new ElkEngine());
        assertEquals("0 nodes", drawing.title());
        assertTrue(drawing.width() > 0 && drawing.height() > 0);
    }

    @Test
    void noNameCanLookLikeAnother() {
        Vertex turned = new Vertex("node:a", Kind.NODE, "a\u202ecb", Set.of(), List.of());
        String svg = svg(new GraphView(List.of(turned), List.of()));
        assertTrue(svg.contains(">a\\u202ecb</text>"), svg);
    }

    @Test
    void groupsAndWhatCameAndWent() {
        GraphView view = new GraphView(
                List.of(
                        new Vertex("n", Kind.NODES, "/arm/*", Set.of(), List.of("nodes: 7")),
                        new Vertex("t", Kind.TOPIC, "/new", Set.of(Mark.ADDED), List.of()),
                        new Vertex("u", Kind.TOPICS, "/old/*", Set.of(Mark.REMOVED), List.of())),
                List.of(link("n", "t", Mark.ADDED), link("n", "u", Mark.REMOVED), link("n", "t", Mark.LOSING)));
        Golden.check(GraphDrawingTest.class, "marks.svg", svg(view));
    }

    private static Link link(String from, String to, Mark mark) {
        return new Link(from, to, List.of(new TopicName("/x")), Optional.empty(), Set.of(mark));
    }

    private static String svg(GraphView view) {
        return SvgWriter.write(GraphDrawing.of(view, new ElkEngine()));
    }
}
