package io.zrs.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.GraphSnapshot;
import io.zrs.model.ZrsException;
import io.zrs.testing.Golden;
import io.zrs.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTest {
    private static final YamlFile FILE = new YamlFile("graph.yaml", (typed, known) -> Optional.empty());
    private static final GraphSnapshot PLANT = new Graphs()
            .node("talker", "/chatter /tf", "")
            .node("listener_4711", 4711, false, "", "/chatter")
            .node("listener_4712", 4712, false, "", "/chatter /tf")
            .node("./pub 1.py", "BARO", "")
            .node("zrs_echo_99", 99, true, "", "/chatter")
            .snapshot();

    private static ExpectedGraph graph(String text) {
        return GraphFile.read(FILE.parse(text));
    }

    private static String compare(String expected, GraphSnapshot actual) {
        StringBuilder out = new StringBuilder();
        for (Finding finding : GraphComparison.compare(graph(expected), actual, 0)) {
            out.append(finding.outcome() == Outcome.PASS ? "pass " : "FAIL ");
            out.append(finding.subject()).append(" ").append(finding.check()).append(": ");
            out.append(finding.actual())
                    .append(", expected ")
                    .append(finding.expected())
                    .append('\n');
        }
        return out.toString();
    }

    @Test
    void writesTheFileThatExpectsIt() {
        String text = GraphText.of(PLANT);
        Golden.check(GraphTest.class, "graph", text);
        assertTrue(GraphComparison.passes(GraphComparison.compare(graph(text), PLANT, 0)));
        assertEquals("others: forbidden\nnodes: {}\n", GraphText.of(new Graphs().snapshot()));
    }

    @ParameterizedTest
    @ValueSource(ints = {997, 998, 1000, 1022, 1023, 1024, 1025, 4095})
    void aLongNameIsReadBack(int length) {
        for (String letter : List.of("n", "\"", "\ud83d\ude00")) {
            String name = "/" + letter.repeat(Math.min(length, 4095 / letter.getBytes(StandardCharsets.UTF_8).length));
            GraphSnapshot snapshot = new Graphs().node(name, "/a", "").snapshot();
            List<Finding> found = GraphComparison.compare(graph(GraphText.of(snapshot)), snapshot, 0);
            assertTrue(GraphComparison.passes(found), found.toString());
        }
    }

    @Test
    void tellsEachDifference() {
        String expected = "nodes:\n"
                + "  talker: {publishes: [/chatter, /odom], subscribes: /cmd}\n"
                + "  listener_*: {count: 3}\n"
                + "  camera: {publishes: /image}\n"
                + "  './pub*':\n"
                + "  ghost*: {count: 0}\n";
        Golden.check(GraphTest.class, "differences", compare(expected, PLANT));
    }

    @Test
    void allowedOthersAreNoDifference() {
        assertEquals(
                "pass talker node: 1 node, expected at least 1 node\n",
                compare("others: allowed\nnodes:\n  talker: {publishes: /tf, subscribes: []}\n", PLANT));
        assertEquals("pass * node: none named, expected any node\n", compare("others: allowed\nnodes: {}", PLANT));
        assertEquals(
                "FAIL talker count: 1 node, expected no such node\n",
                compare("others: allowed\nnodes: {talker: {count: 0}}", PLANT));
    }

    @Test
    void aNodeBelongsToItsOwnNameElseToTheLongestPattern() {
        String expected = "others: allowed\nnodes:\n  '*': {count: 1}\n  talk*: {count: 1}\n  talker: {count: 1}\n";
        GraphSnapshot actual = new Graphs()
                .node("talker", "", "")
                .node("talk2", "", "")
                .node("x", "", "")
                .snapshot();
        assertTrue(GraphComparison.passes(GraphComparison.compare(graph(expected), actual, 0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nodes: [a]",
                "nodse: {}",
                "others: maybe\nnodes: {}",
                "nodes: {'': {}}",
                "nodes: {a: b}",
                "nodes: {a: {publish: /x}}",
                "nodes: {a: {publishes: two words}}",
                "nodes: {a: {publishes: {b: c}}}",
                "nodes: {a: {count: some}}"
            })
    void refusesOtherFiles(String text) {
        ZrsException e = assertThrows(ZrsException.class, () -> graph(text));
        assertTrue(e.getMessage().startsWith("graph.yaml:1:") || e.getMessage().startsWith("graph.yaml:2:"), text);
    }

    @Test
    void starsStandForAnything() {
        assertTrue(new NodePattern("a*c*e").matches("abcde"));
        assertTrue(new NodePattern("a*").matches("a"));
        assertTrue(new NodePattern("*/b").matches("x/y/b"));
        assertFalse(new NodePattern("a*b").matches("abc"));
        assertFalse(new NodePattern("").matches("a"));
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String pattern = word(random, "ab*", 6);
            String name = word(random, "ab", 7);
            assertEquals(name.matches(pattern.replace("*", ".*")), new NodePattern(pattern).matches(name), pattern);
        }
    }

    private static String word(Random random, String letters, int most) {
        StringBuilder out = new StringBuilder();
        for (int n = random.nextInt(most); n > 0; n--) {
            out.appendCodePoint(letters.codePointAt(
                    letters.offsetByCodePoints(0, random.nextInt(letters.codePointCount(0, letters.length())))));
        }
        return out.toString();
    }

    /** Whatever nodes are called and do, the file that was made of them expects them, and nothing else. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aSavedGraphIsAsExpectedUntilItChanges(long seed) {
        Random random = new Random(seed);
        List<String> topics =
                List.of("/a", "/b", "null", "true", "- ", "#x", "ü", "\ud83d\ude00", "a:", "'", "\"", "\\", "[", "~");
        for (int i = 0; i < 500; i++) {
            Graphs graph = new Graphs();
            for (int n = random.nextInt(5); n >= 0; n--) {
                long pid = random.nextInt(3);
                String name = "n" + word(random, "ab01_*/: #'\"\\ü\ud83d\ude00", 8) + "." + word(random, "01_", 3);
                String published = topics.get(random.nextInt(topics.size())).strip();
                graph.node(
                        name,
                        pid,
                        false,
                        published,
                        topics.get(random.nextInt(topics.size())).strip());
            }
            ExpectedGraph expected = graph(GraphText.of(graph.snapshot()));
            List<Finding> same = GraphComparison.compare(expected, graph.snapshot(), 0);
            assertTrue(GraphComparison.passes(same), () -> same + GraphText.of(graph.snapshot()));
            GraphSnapshot more = graph.node("zz top", "/new", "").snapshot();
            assertFalse(GraphComparison.passes(GraphComparison.compare(expected, more, 0)));
        }
    }
}
