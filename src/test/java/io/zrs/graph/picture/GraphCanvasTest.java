package io.zrs.graph.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.canvas.CellCanvas;
import io.zrs.graph.GraphDifference;
import io.zrs.graph.GraphView;
import io.zrs.graph.Systems;
import io.zrs.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphCanvasTest {
    @Test
    void topicsAndRatesFromTheTopDown() {
        Golden.check(GraphCanvasTest.class, "view-120.canvas", drawn(SampleGraph.view(), 120));
    }

    @Test
    void topicsOnLinesFromLeftToRight() {
        Golden.check(GraphCanvasTest.class, "pairs-120.canvas", drawn(SampleGraph.pairs(), 120));
    }

    @Test
    void fiveInEightyColumns() {
        Golden.check(GraphCanvasTest.class, "five-80.canvas", drawn(GraphGenerator.of(5), 80));
    }

    @Test
    void twelveInEightyColumns() {
        Golden.check(GraphCanvasTest.class, "twelve-80.canvas", drawn(GraphGenerator.of(12), 80));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100, 120, 160, 200})
    void neverWiderThanItMayBe(int columns) {
        for (GraphView view : List.of(SampleGraph.view(), SampleGraph.pairs(), GraphGenerator.of(20))) {
            GraphCanvas.of(view, columns).ifPresent(canvas -> assertTrue(canvas.columns() <= columns));
        }
    }

    @Test
    void aGraphTooLargeToFollowIsNone() {
        assertTrue(GraphCanvas.of(GraphGenerator.of(300), 10_000).isEmpty());
        assertTrue(GraphCanvas.of(new GraphView(List.of(), List.of()), 80).isEmpty());
    }

    /** Each box and each line that goes back around everything is closed: nothing is cut off at the right. */
    @ParameterizedTest
    @ValueSource(ints = {80, 90, 100, 110, 120, 200})
    void noLineEndsAtTheEdge(int columns) {
        GraphCanvas.of(SampleGraph.view(), columns).ifPresent(canvas -> {
            for (int row = 0; row < canvas.rows(); row++) {
                assertTrue("─═┬┴┼".indexOf(canvas.at(row, canvas.columns() - 1)) < 0, "row " + row);
                assertTrue("─┬┴┼".indexOf(canvas.at(row, 0)) < 0, "row " + row);
            }
        });
    }

    @Test
    void aLinkThatWentIsToldOfWithoutColours() {
        GraphView after = Systems.view(Systems.of("a > /x", "b < /x"));
        GraphView before = Systems.view(Systems.of("a > /x", "b < /x", "b > /x", "c < /x"));
        GraphView joint = GraphDifference.between(before, after).joint();
        String drawn = drawn(joint, 120);
        // That of c is told of c itself.
        assertTrue(drawn.contains("─ removed ─"), drawn);
        assertEquals(drawn.indexOf("removed"), drawn.lastIndexOf("removed"), drawn);
        assertTrue(drawn.contains("- c"), drawn);
    }

    @Test
    void theSameTwice() {
        assertEquals(drawn(SampleGraph.view(), 100), drawn(SampleGraph.view(), 100));
    }

    @Test
    void everyNameIsThere() {
        String drawn = drawn(SampleGraph.view(), 200);
        for (String name : List.of("talker#1f3a", "talker#9c04", "<b>&amp;</b>", "a->b; \"c\\d\"", "idle", "観測")) {
            assertTrue(drawn.contains(" " + name + " "), name + " in\n" + drawn);
        }
    }

    private static String drawn(GraphView view, int columns) {
        CellCanvas canvas = GraphCanvas.of(view, columns).orElseThrow();
        return String.join("\n", canvas.lines(0)) + "\n";
    }
}
