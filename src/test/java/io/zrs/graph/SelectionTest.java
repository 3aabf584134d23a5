package io.zrs.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.graph.Vertex.Kind;
import io.zrs.graph.Vertex.Mark;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final GraphView CHAIN = Systems.view(Systems.of(
            "a > /ab", "b < /ab", "b > /bc", "c < /bc", "c > /cd", "d < /cd", "x > /ab", "b > /end", "y < /ab"));

    private static Selection focus(int depth, String... centre) {
        return new Selection(
                false, true, true, name -> true, name -> false, List.of(centre), depth, false, OptionalInt.empty());
    }

    private static String focused(int depth, String... centre) {
        return Systems.ids(focus(depth, centre).from(CHAIN));
    }

    @Test
    void aHopGoesFromNodeOverTopicToNode() {
        assertEquals("node:b topic:/ab topic:/bc topic:/end", focused(0, "node:b"));
        assertEquals("node:a node:b node:c node:x topic:/ab topic:/bc topic:/end", focused(1, "node:b"));
        assertEquals("node:b node:c node:d topic:/bc topic:/cd", focused(1, "node:c"));
        // Who publishes on the same topic, or subscribes to it, too, is two hops away.
        assertEquals("node:a node:b node:y topic:/ab", focused(1, "node:a"));
        assertEquals("node:a node:b node:c node:x node:y topic:/ab topic:/bc topic:/end", focused(2, "node:a"));
    }

    @Test
    void theNodesOnATopicAreOneHopFromIt() {
        assertEquals("topic:/bc", focused(0, "topic:/bc"));
        assertEquals("node:b node:c topic:/bc", focused(1, "topic:/bc"));
        assertEquals(
                "node:a node:b node:c node:d node:x topic:/ab topic:/bc topic:/cd topic:/end", focused(2, "topic:/bc"));
    }

    @Test
    void toolsAreLeftOutUnlessWantedOrInFocus() {
        GraphView view = Systems.view(Systems.of("echo !", "echo < /x", "a > /x", "echo < /only"));
        assertEquals("node:a topic:/only topic:/x", Systems.ids(Selection.USUAL.from(view)));
        assertEquals(
                "node:a node:echo topic:/only topic:/x",
                Systems.ids(focus(1, "node:echo").from(view)));
        // Somebody subscribes, though not in the picture.
        assertFalse(Selection.USUAL.from(view).byId().get("topic:/x").is(Mark.NO_SUBSCRIBER));
    }

    @Test
    void namesIncludeWithTheirSurroundingsAndExcludeAlone() {
        Selection included = new Selection(
                false, true, true, name -> name.equals("/bc"), name -> false, List.of(), 1, false, OptionalInt.empty());
        assertEquals("node:b node:c topic:/bc", Systems.ids(included.from(CHAIN)));
        Selection excluded = new Selection(
                false, true, true, name -> true, name -> name.equals("b"), List.of(), 1, false, OptionalInt.empty());
        assertEquals(
                "node:a node:c node:d node:x node:y topic:/ab topic:/bc topic:/cd", Systems.ids(excluded.from(CHAIN)));
    }

    @Test
    void leavesAndDebugAreHidden() {
        GraphView view = Systems.view(Systems.of(
                "a > /x",
                "b < /x",
                "a > /rosout",
                "b > /rosout",
                "/rosout < /rosout",
                "b < /leaf",
                "a > /zrs/time",
                "c < /zrs/time",
                "a > /_private",
                "c < /_private",
                "/rqt_graph_1 < /x"));
        Selection quiet = new Selection(
                false, false, true, name -> true, name -> false, List.of(), 1, false, OptionalInt.empty());
        assertEquals("node:a node:b node:c topic:/leaf topic:/x", Systems.ids(quiet.from(view)));
        Selection joined = new Selection(
                false, false, false, name -> true, name -> false, List.of(), 1, false, OptionalInt.empty());
        assertEquals("node:a node:b node:c topic:/x", Systems.ids(joined.from(view)));
        for (String name : new String[] {"/clock", "clock", "/arm/_param", "/robot/diagnostics", "/rviz_12"}) {
            assertTrue(Clutter.isDebug(name), name);
        }
        for (String name : new String[] {"/clockwork", "/monitor", "/arm/joint_states", "zrsx", "/a_b"}) {
            assertFalse(Clutter.isDebug(name), name);
        }
    }

    @Test
    void allTopicsOfAPairAreOnOneLink() {
        GraphView view = Pairs.of(Systems.view(Systems.of(
                "a > /2", "a > /1", "b < /1", "b < /2", "b > /loop", "b < /loop", "a > /lonely", "b < /nobody")));
        assertEquals("node:a node:b topic:/lonely topic:/nobody", Systems.ids(view));
        assertEquals("""
                a -> b [/1, /2] []
                a -> /lonely [/lonely] []
                b -> b [/loop] []
                /nobody -> b [/nobody] []
                """, Systems.links(view));
    }

    @Test
    void namespacesCollapse() {
        GraphView whole = Systems.view(Systems.of(
                "/r1/arm/a > /r1/x",
                "/r1/b < /r1/x",
                "/r1/b > /r1/y",
                "./s/p.py < /r1/y",
                "./s/q.py < /r1/y",
                "z > /r2/q",
                "./one.py < /r1/x"));
        GraphView view = Collapse.of(whole, 1);
        assertEquals("node:./one.py nodes:./s nodes:/r1 node:z topics:/r1 topic:/r2/q", Systems.ids(view));
        assertEquals("""
                /r1 -> /r1 [/r1/x, /r1/y] []
                z -> /r2/q [/r2/q] []
                /r1 -> ./one.py [/r1/x] []
                /r1 -> ./s [/r1/y] []
                /r1 -> /r1 [/r1/x] []
                """, Systems.links(view));
        Vertex group = view.byId().get("nodes:/r1");
        assertEquals(Kind.NODES, group.kind());
        assertEquals("/r1/* (2)", group.label());
        assertEquals(List.of("nodes: /r1/arm/a#only, /r1/b#only"), group.details());
        assertEquals(Systems.ids(whole), Systems.ids(Collapse.of(whole, 3)));
        assertEquals("""
                /r1 -> ./one.py [/r1/x] []
                /r1 -> ./s [/r1/y] []
                z -> /r2/q [/r2/q] []
                """, Systems.links(Collapse.of(Pairs.of(whole), 1)));
    }

    @Test
    void whatANamespaceSaysToItselfIsInsideOfIt() {
        GraphView whole = Systems.view(Systems.of(
                "/r1/a > /r1/x", "/r1/b < /r1/x", "/r1/a > /r1/y", "/r1/b < /r1/y", "/r1/b > /r1/out", "z < /r1/out"));
        GraphView view = Collapse.of(whole, 1);
        assertEquals("nodes:/r1 node:z topic:/r1/out", Systems.ids(view));
        assertEquals("""
                /r1 -> /r1/out [/r1/out] []
                /r1/out -> z [/r1/out] []
                """, Systems.links(view));
        assertEquals(
                "topics inside: /r1/x, /r1/y",
                view.byId().get("nodes:/r1").details().get(1));
        GraphView pairs = Collapse.of(Pairs.of(whole), 1);
        assertEquals("""
                /r1 -> z [/r1/out] []
                """, Systems.links(pairs));
        assertEquals(
                "topics inside: /r1/x, /r1/y",
                pairs.byId().get("nodes:/r1").details().get(1));
    }

    @Test
    void aGroupHasTheMarksThatAllHaveAndSaysWhichHaveOthers() {
        GraphView view =
                Collapse.of(Systems.view(Systems.of("a > /n/x", "a > /n/y", "b < /n/y", "a > /m/x", "a > /m/y")), 1);
        assertEquals(Set.of(), view.byId().get("topics:/n").marks());
        assertEquals(
                List.of("topics: /n/x, /n/y", "no subscriber: /n/x"),
                view.byId().get("topics:/n").details());
        assertEquals(Set.of(Mark.NO_SUBSCRIBER), view.byId().get("topics:/m").marks());
    }

    @Test
    void namespacesOfNames() {
        assertEquals("/r/arm", Namespace.of("/r/arm/x", 2).orElseThrow());
        assertEquals("./a", Namespace.of("./a/b.py", 1).orElseThrow());
        assertEquals("../../a", Namespace.of("../../a/b.py", 1).orElseThrow());
        assertEquals("a", Namespace.of("a/b", 1).orElseThrow());
        for (String alone : new String[] {"/r", "./a.py", "a", "/", "//", "./", "/a/", "../b"}) {
            assertTrue(Namespace.of(alone, 1).isEmpty(), alone);
        }
    }
}
