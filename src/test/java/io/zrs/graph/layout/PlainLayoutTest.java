package io.zrs.graph.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.drawing.Point;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainLayoutTest {
    /** As dot 2.43 writes it, with a name in quotes, one that goes over a line's end, and labels. */
    private static final String PLAIN = """
            graph 1 4 2
            node a 0.5 1 1 0.5 "a b" filled box black white
            node "b \\"c\\" -\\
            > d" 3 1 1 0.5 x solid ellipse black lightgrey
            edge a "b \\"c\\" -> d" 4 1 1 1.5 1 2 1 2.5 1 "on top" 1.75 1.25 solid black
            edge "b \\"c\\" -> d" a 4 2.5 1 2 0.5 1.5 0.5 1 1 solid black
            stop
            """;

    @Test
    void pointsDownwardsFromTheTop() {
        PlainLayout layout = PlainLayout.read(PLAIN);
        assertEquals(288, layout.width());
        assertEquals(144, layout.height());
        assertEquals(new Placement.Place(0, 54, 72, 36), layout.nodes().get("a"));
        assertTrue(layout.nodes().containsKey("b \"c\" -> d"), layout.nodes().toString());
    }

    @Test
    void twoBackslashesBeforeTheEndOfALabelAreNoEscape() {
        PlainLayout layout = PlainLayout.read("graph 1 1 1\nnode a 1 1 1 1 \"x\\\\\" s s c f\nstop\n");
        assertEquals(1, layout.nodes().size());
    }

    @Test
    void edgesWithAndWithoutLabels() {
        PlainLayout layout = PlainLayout.read(PLAIN);
        assertEquals(
                Optional.of(new Point(126, 54)), layout.edges().get(0).route().label());
        assertEquals(Optional.empty(), layout.edges().get(1).route().label());
        assertEquals(new Point(144, 108), layout.edges().get(1).route().points().get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | line 1",
                "graph | line 1",
                "digraph 1 1 1 | line 1",
                "graph x 1 1 | line 1",
                "graph 0 1 1 | line 1",
                "graph NaN 1 1 | line 1",
                "graph 1 1 1 9 | line 1",
                "graph 1 1 1~ | line 2",
                "graph 1 1 1~what 1~stop~ | line 2",
                "graph 1 1 1~node \"a 1 1 1 1 l s s c f~stop~ | line 2",
                "graph 1 1 1~node a 1 1 1e99 1 l s s c f~stop~ | line 2",
                "graph 1 1 1~edge a b 4 1 1 1 1 1 1 1 1 solid black~stop~ | line 2",
                "graph 1 1 1~node a 1 1 1 1 l s s c f~edge a a 5 1 1 1 1 1 1 1 1 1 1 solid black~stop~ | line 3",
                "graph 1 1 1~node a 1 1 1 1 l s s c f~edge a a 2000000002 1 1~stop~ | line 3",
            })
    void saysWhichLineIsWrong(String plain, String line) {
        ZrsException error = assertThrows(
                ZrsException.class,
                () -> PlainLayout.read(plain.replace("'", "").replace('~', '\n')));
        assertEquals(ErrorCode.INVALID, error.code());
        assertTrue(error.getMessage().endsWith(line), error.getMessage());
        assertTrue(error.getMessage().indexOf('\n') < 0, error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void damagedTextIsReadOrRefused(int seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 5000; round++) {
            StringBuilder damaged = new StringBuilder(PLAIN);
            for (int i = random.nextInt(3); i >= 0 && damaged.length() > 1; i--) {
                int at = random.nextInt(Math.max(1, damaged.length() - 1));
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(at, "\"\\\n -9e.x".charAt(random.nextInt(9)));
                    case 1 -> damaged.deleteCharAt(at);
                    default -> damaged.setLength(at + 1);
                }
            }
            try {
                PlainLayout.read(damaged.toString());
            } catch (ZrsException e) {
                refused++;
            }
        }
        assertTrue(refused > 1000, refused + " refused");
    }
}
