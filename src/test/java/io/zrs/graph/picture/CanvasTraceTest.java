package io.zrs.graph.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.canvas.CellCanvas;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Kind;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whoever follows the lines of a drawing comes to what is linked, and to nothing else. */
class CanvasTraceTest {
    private static final int ROUNDS = 150;

    private final Random random = new Random(7);
    private final List<Vertex> vertices = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Set<String>> expected = new TreeMap<>();

    @Test
    void linesLeadFromNodesOverTopicsToNodes() {
        int drawn = 0;
        for (int round = 0; round < ROUNDS; round++) {
            begin();
            int nodes = vertices(Kind.NODE, "n", 1 + random.nextInt(9));
            int topics = vertices(Kind.TOPIC, "t", 1 + random.nextInt(9));
            Set<String> taken = new HashSet<>();
            for (int count = random.nextInt(2 * nodes + 2); count > 0; count--) {
                String node = "n" + random.nextInt(nodes);
                String topic = "t" + random.nextInt(topics);
                boolean publishes = random.nextBoolean();
                if (taken.add(node + publishes + topic)) {
                    String from = publishes ? node : topic;
                    String to = publishes ? topic : node;
                    link(from, to, topic);
                    expected.get(from).add(to);
                }
            }
            drawn += check(round);
        }
        assertTrue(drawn > ROUNDS, drawn + " drawn");
    }

    @Test
    void linesLeadFromNodesOverWhatStandsAtThemToNodes() {
        int drawn = 0;
        for (int round = 0; round < ROUNDS; round++) {
            begin();
            int nodes = vertices(Kind.NODE, "n", 1 + random.nextInt(7));
            Set<String> taken = new HashSet<>();
            for (int count = random.nextInt(2 * nodes + 1); count > 0; count--) {
                String from = "n" + random.nextInt(nodes);
                String to = "n" + random.nextInt(nodes);
                if (taken.add(from + to)) {
                    String topic = "k" + links.size();
                    link(from, to, topic);
                    expected.get(from).add(topic);
                    expected.put(topic, new TreeSet<>(Set.of(to)));
                }
            }
            drawn += check(round);
        }
        assertTrue(drawn > ROUNDS, drawn + " drawn");
    }

    private void begin() {
        vertices.clear();
        links.clear();
        expected.clear();
    }

    private int vertices(Kind kind, String letter, int count) {
        for (int i = 0; i < count; i++) {
            vertices.add(new Vertex(letter + i, kind, letter + i, Set.of(), List.of()));
            expected.put(letter + i, new TreeSet<>());
        }
        return count;
    }

    private void link(String from, String to, String topic) {
        links.add(new Link(from, to, List.of(new TopicName(topic)), Optional.empty(), Set.of()));
    }

    /** Draws it from left to right and from the top down, where it fits; how often it does. */
    private int check(int round) {
        int drawn = 0;
        for (int columns : new int[] {1000, 60}) {
            Optional<CellCanvas> canvas = GraphCanvas.of(new GraphView(vertices, links), columns);
            if (canvas.isPresent()) {
                CanvasTrace trace = new CanvasTrace(canvas.get());
                expected.forEach((name, names) -> assertEquals(
                        names,
                        trace.from(name),
                        () -> "from " + name + " in round " + round + ":\n" + CanvasTrace.text(canvas.get())));
                drawn++;
            }
        }
        return drawn;
    }
}
