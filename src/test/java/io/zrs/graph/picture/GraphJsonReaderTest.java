package io.zrs.graph.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.graph.GraphView;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GraphJsonReaderTest {
    private static final String EMPTY = "{\"nodes\":[],\"topics\":[],\"links\":[]}";

    @Test
    void readsBackWhatWasWritten() {
        for (GraphView view : List.of(SampleGraph.view(), SampleGraph.pairs(), new GraphView(List.of(), List.of()))) {
            assertEquals(view, GraphJsonReader.read(GraphJson.of(view)));
        }
    }

    @Test
    void skipsWhatALaterVersionMayAdd() {
        String node =
                "{\"id\":\"node:a\",\"kind\":\"node\",\"name\":\"a\",\"marks\":[\"odd\",\"tool\"],\"x\":{\"y\":[1]}}";
        GraphView view = GraphJsonReader.read("{\"v\":[{}],\"nodes\":[" + node + "],\"topics\":[],\"links\":[]}\n");
        assertEquals("a", view.vertices().get(0).label());
        assertEquals(1, view.vertices().get(0).marks().size());
    }

    @Test
    void saysWhatIsWrong() {
        assertEquals("it is not JSON in line 2", complaint("{\"nodes\":\n[}"));
        assertEquals("it has a graph that is no object", complaint("[]"));
        assertEquals("it has a graph that is no object", complaint(""));
        assertEquals("it has nodes, topics or links missing", complaint("{\"nodes\":[]}"));
        assertEquals("it has more than one graph", complaint(EMPTY + "\n" + EMPTY));
        assertEquals("it has nodes that is no array", complaint("{\"nodes\":{}}"));
        assertEquals("it has a node or topic without id, kind or name", complaint("{\"nodes\":[{}]}"));
        assertEquals(
                "it has a link to what is not there",
                complaint("{\"nodes\":[],\"topics\":[],\"links\":[{\"from\":\"node:a\",\"to\":\"node:b\"}]}"));
    }

    @Test
    void refusesNamesThatAreNone() {
        String control = "id that is no name of a node or topic";
        assertEquals("it has " + control, complaint(node("node:a\\n", "a")));
        assertEquals("it has name that is no name of a node or topic", complaint(node("node:a", "a\\u0000")));
        assertEquals("it has name that is no name of a node or topic", complaint(node("node:a", "\\ud800")));
        assertEquals("it has name that is no name of a node or topic", complaint(node("node:a", "a".repeat(100_000))));
        String longest = "a".repeat(4096) + "#1f3a";
        assertEquals(
                longest,
                GraphJsonReader.read(node("node:a", longest)).vertices().get(0).label());
    }

    private static String node(String id, String name) {
        return "{\"nodes\":[{\"id\":\"" + id + "\",\"kind\":\"node\",\"name\":\"" + name
                + "\"}],\"topics\":[],\"links\":[]}";
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertEquals("it is nested too deeply, or too large", complaint("{\"a\":" + "[".repeat(100_000)));
    }

    private static String complaint(String text) {
        ZrsException error = assertThrows(ZrsException.class, () -> GraphJsonReader.read(text));
        assertEquals(ErrorCode.INVALID, error.code());
        return error.getMessage();
    }

    @Test
    void survivesAnything() {
        String right = GraphJson.of(SampleGraph.view());
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder(right);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(Math.max(1, text.length() - 20));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, "{}[]\",:0nt\\\u0000x".charAt(random.nextInt(13)));
                    case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
                    default -> text.setLength(Math.min(text.length(), at + 20));
                }
            }
            try {
                GraphJsonReader.read(text.toString());
            } catch (ZrsException e) {
                assertEquals(ErrorCode.INVALID, e.code());
                refused++;
            }
        }
        assertTrue(refused > 1000, refused + " refused");
    }
}
