package io.zrs.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.graph.GraphDifference.Change;
import io.zrs.graph.Vertex.Mark;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GraphDifferenceTest {
    private static final GraphView BEFORE =
            Systems.view(Systems.of("a > /x", "b < /x", "c < /x", "c > /gone", "talker#1 > /x"));

    private static final GraphView AFTER =
            Systems.view(Systems.of("d < /x", "talker#9 > /x", "b < /x", "a > /x", "a < /new", "b > /x"));

    @Test
    void saysWhatCameAndWhatWent() {
        GraphDifference difference = GraphDifference.between(BEFORE, AFTER);
        List<Change> expected = List.of(
                node(false, "c#only"),
                node(true, "d#only"),
                topic(false, "/gone"),
                topic(true, "/new"),
                end(true, "b#only", "/x", true),
                end(false, "c#only", "/gone", true),
                end(true, "a#only", "/new", false),
                end(false, "c#only", "/x", false),
                end(true, "d#only", "/x", false));
        assertEquals(expected, difference.changes());
    }

    private static Change node(boolean came, String name) {
        return new Change(came, Optional.of(name), Optional.empty(), false);
    }

    private static Change topic(boolean came, String name) {
        return new Change(came, Optional.empty(), Optional.of(name), false);
    }

    private static Change end(boolean came, String node, String topic, boolean publishes) {
        return new Change(came, Optional.of(node), Optional.of(topic), publishes);
    }

    @Test
    void theJointPictureHasBothWithMarks() {
        GraphView joint = GraphDifference.between(BEFORE, AFTER).joint();
        assertEquals("node:a node:b node:c node:d node:talker topic:/gone topic:/new topic:/x", Systems.ids(joint));
        assertEquals("""
                a -> /x [/x] []
                b -> /x [/x] [added]
                c -> /gone [/gone] [removed]
                talker -> /x [/x] []
                /new -> a [/new] [added]
                /x -> b [/x] []
                /x -> c [/x] [removed]
                /x -> d [/x] [added]
                """, Systems.links(joint));
        assertEquals(
                List.of(Mark.NO_PUBLISHER, Mark.ADDED),
                List.copyOf(joint.byId().get("topic:/new").marks()));
    }

    @Test
    void theFormAndTheInstancesMakeNoDifference() {
        assertEquals(
                List.of(), GraphDifference.between(BEFORE, Pairs.of(BEFORE)).changes());
        assertEquals(List.of(), GraphDifference.between(Pairs.of(AFTER), AFTER).changes());
        GraphView other = Systems.view(Systems.of("talker#7 > /x", "a > /x", "b < /x", "c < /x", "c > /gone"));
        assertEquals(List.of(), GraphDifference.between(BEFORE, other).changes());
    }
}
