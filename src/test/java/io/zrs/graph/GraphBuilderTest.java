package io.zrs.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.graph.Vertex.Mark;
import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {
    private static final SystemGraph SYSTEM =
            Systems.of("b > /loop", "b < /loop", "a > /lonely", "c < /nobody", "t !", "t < /loop", "idle", "a > /loop");

    @Test
    void everythingIsAVertexAndEveryEndALink() {
        GraphView view = Systems.view(SYSTEM);
        assertEquals(
                "node:a node:b node:c node:idle node:t topic:/lonely topic:/loop topic:/nobody", Systems.ids(view));
        assertEquals("""
                a -> /lonely [/lonely] []
                a -> /loop [/loop] []
                b -> /loop [/loop] []
                /loop -> b [/loop] []
                /loop -> t [/loop] []
                /nobody -> c [/nobody] []
                """, Systems.links(view));
        assertEquals(Set.of(Mark.TOOL), view.byId().get("node:t").marks());
        assertEquals(
                Set.of(Mark.NO_SUBSCRIBER), view.byId().get("topic:/lonely").marks());
        assertEquals(Set.of(Mark.NO_PUBLISHER), view.byId().get("topic:/nobody").marks());
        assertEquals(Set.of(), view.byId().get("topic:/loop").marks());
        assertEquals(
                List.of("publishers: 2", "subscribers: 2"),
                view.byId().get("topic:/loop").details());
    }

    @Test
    void tellsWhatIsKnownOfNodes() {
        NodeInfo node = new NodeInfo(
                new NodeId(new NodeName("x"), "1f3a"),
                2,
                "10.0.0.1",
                new NodeDetails(42, "robot", "java", "17", false),
                0);
        GraphView view = Systems.view(SystemGraph.of(new GraphSnapshot(List.of(node), List.of())));
        assertEquals(
                List.of(
                        "program: java 17",
                        "host: robot",
                        "pid: 42",
                        "address: 10.0.0.1",
                        "protocol: 2",
                        "instance: 1f3a"),
                view.vertices().get(0).details());
    }

    @Test
    void marksWhatIsLatchedAndWhatIsNotTold() {
        SystemGraph system = new SystemGraph(
                SYSTEM.snapshot(), Set.of(new TopicName("/loop")), Set.of(new TopicName("/nobody")), Flows.NONE);
        GraphView view = Systems.view(system);
        assertEquals(Set.of(Mark.LATCHED), view.byId().get("topic:/loop").marks());
        assertEquals(Set.of(), view.byId().get("topic:/nobody").marks());
    }

    @Test
    void theOrderOfRegistrationMakesNoDifference() {
        GraphSnapshot graph = Systems.of(
                        "talker#x > /a",
                        "talker#y > /b",
                        "talker#z > /a",
                        "talker#z < /b",
                        "listener#x < /a",
                        "listener#y < /b")
                .snapshot();
        GraphView expected = Systems.view(SystemGraph.of(graph));
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            List<NodeInfo> nodes = shuffled(graph.nodes(), random);
            List<TopicInfo> topics = new ArrayList<>();
            for (TopicInfo topic : shuffled(graph.topics(), random)) {
                topics.add(new TopicInfo(
                        topic.name(), shuffled(topic.publishers(), random), shuffled(topic.subscribers(), random)));
            }
            assertEquals(expected, Systems.view(SystemGraph.of(new GraphSnapshot(nodes, topics))));
        }
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    @Test
    void instancesMakeNoDifferenceToIdsAndOrder() {
        SystemGraph one = Systems.of("talker#1 > /a", "talker#2 > /b", "listener < /a");
        SystemGraph other = Systems.of("listener < /a", "talker#7 > /b", "talker#9 > /a");
        assertEquals(Systems.ids(Systems.view(one)), Systems.ids(Systems.view(other)));
        assertEquals(Systems.links(Systems.view(one)), Systems.links(Systems.view(other)));
        assertEquals("node:listener node:talker node2:talker topic:/a topic:/b", Systems.ids(Systems.view(one)));
    }

    @Test
    void aNodeThatHasGoneInBetweenIsLeftOut() {
        NodeId gone = new NodeId(new NodeName("gone"), "1");
        TopicInfo topic = new TopicInfo(new TopicName("/a"), List.of(gone), List.of());
        GraphView view = Systems.view(SystemGraph.of(new GraphSnapshot(List.of(), List.of(topic))));
        assertEquals("topic:/a", Systems.ids(view));
        assertTrue(view.links().isEmpty());
    }
}
