package io.zrs.protocol.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.MapTopic;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotTest {
    private static final List<MapTopic> AWKWARD = List.of(
            topic("chatter", List.of("./pub1.py", "./pub1.sh"), List.of("./sub-1.py", "../my nodes/sub 2.py")),
            topic("/t\"\\", List.of("say \"hi\"", "back\\slash\\"), List.of("Fühler.py", "digraph")),
            topic("lonely", List.of(".hidden"), List.of()),
            topic("same", List.of("twin", "twin"), List.of("./pub1.py")));

    private static MapTopic topic(String name, List<String> publishers, List<String> subscribers) {
        return new MapTopic(new TopicName(name), nodes(publishers), nodes(subscribers));
    }

    private static List<NodeName> nodes(List<String> names) {
        return names.stream().map(NodeName::new).toList();
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = DotTest.class.getResourceAsStream(name)) {
            assertNotNull(in, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<MapTopic> read(String dot) {
        return ((Reply.Map) LegacyCodec.decodeReply(new Request.Map(), dot)).topics();
    }

    @Test
    void drawsEveryName() throws IOException {
        assertEquals(golden("map.golden"), LegacyCodec.encodeReply(new Reply.Map(AWKWARD)));
    }

    @Test
    void drawsNothing() {
        assertEquals("digraph G {\n}\n", LegacyCodec.encodeReply(new Reply.Map(List.of())));
    }

    @Test
    void readsBackWhatHasEdges() {
        List<MapTopic> expected = Stream.of(
                        AWKWARD.get(0), AWKWARD.get(1), topic("same", List.of("twin"), List.of("./pub1.py")))
                .toList();
        assertEquals(expected, read(LegacyCodec.encodeReply(new Reply.Map(AWKWARD))));
    }

    @Test
    void readsAnOriginalMastersMap() throws IOException {
        assertEquals(
                List.of(
                        topic("chatter", List.of("/home/me/pub-1", "b"), List.of("sub1")),
                        topic("baro", List.of("sub1"), List.of("b"))),
                read(golden("original-map.golden")));
    }

    @ParameterizedTest
    @CsvSource({
        "./pub1.py, pub1",
        "../../x/pub1.py, x/pub1",
        "/opt/a.b/pub.py, /opt/a",
        "plain, plain",
        ".hidden, .hidden",
        "./.hidden, ./.hidden",
        "./, ./",
        "my node.py, my node"
    })
    void shortensNames(String name, String shortName) {
        assertEquals(shortName, DotWriter.shortName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "graph G { }",
                "digraph G",
                "digraph G {",
                "digraph G { a -> ",
                "digraph G { a -> b [label=",
                "digraph G { a -> b [label=\"x",
                "digraph G { a -> b [label=\"x y\"] }",
                "digraph G { \"\" -> b [label=x] }"
            })
    void refusesWhatIsNotDot(String text) {
        assertEquals(
                ErrorCode.INVALID,
                assertThrows(ZrsException.class, () -> read(text)).code());
    }
}
