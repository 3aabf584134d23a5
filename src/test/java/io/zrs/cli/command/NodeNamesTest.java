package io.zrs.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeNamesTest {
    private static final NodeId TALKER = id("talker", "77b0c4d2");
    private static final NodeId FIRST = id("listener", "1f3a5570");
    private static final NodeId SECOND = id("listener", "1f3a5b21");
    private static final NodeId OLD = id("./pub1.py", "p1.1");
    private static final NodeId ALSO_OLD = id("./pub1.py", "p1.12");
    private static final NodeId TOOL = id("zrs_echo_9", "c0ffee00");

    private final NodeNames names = NodeNames.of(List.of(
            node(TALKER, "127.0.0.1", 4242, false),
            node(FIRST, "192.168.1.7", 1, false),
            node(SECOND, "192.168.1.8", 2, false),
            node(OLD, "::1", 0, false),
            node(ALSO_OLD, "", 0, false),
            node(TOOL, "127.0.0.1", 9, true)));

    @Test
    void namesAreEnoughWhereTheyDiffer() {
        assertEquals("talker", names.of(TALKER));
    }

    @Test
    void theShortestBeginningsOfInstancesTellApartWhatHasTheSameName() {
        assertEquals("listener#1f3a55", names.of(FIRST));
        assertEquals("listener#1f3a5b", names.of(SECOND));
        assertEquals("./pub1.py#p1.1", names.of(OLD));
        assertEquals("./pub1.py#p1.12", names.of(ALSO_OLD));
    }

    @Test
    void aNodeThatHasGoneKeepsItsName() {
        assertEquals("gone", names.placed(id("gone", "x")));
        assertEquals("listener", names.of(id("listener", "x")));
        assertFalse(names.isHidden(id("gone", "x")));
    }

    @Test
    void saysWhereANodeRunsAsFarAsThatIsKnown() {
        assertEquals("talker (127.0.0.1, pid 4242)", names.placed(TALKER));
        assertEquals("./pub1.py#p1.1 (::1)", names.placed(OLD));
        assertEquals("./pub1.py#p1.12", names.placed(ALSO_OLD));
        assertEquals("pid 7", NodeNames.of(List.of(node(OLD, "", 7, false))).place(OLD));
    }

    @Test
    void knowsToolsAndHowToTellOfThem() {
        assertTrue(names.isHidden(TOOL));
        assertFalse(names.isHidden(TALKER));
        assertEquals("and 1 hidden tool (-a shows it)", NodeNames.leftOut(1));
        assertEquals("and 2 hidden tools (-a shows them)", NodeNames.leftOut(2));
    }

    private static NodeId id(String name, String instance) {
        return new NodeId(new NodeName(name), instance);
    }

    private static NodeInfo node(NodeId id, String address, long pid, boolean hidden) {
        return new NodeInfo(id, pid == 0 ? 1 : 2, address, new NodeDetails(pid, "", "", "", hidden), 1);
    }
}
