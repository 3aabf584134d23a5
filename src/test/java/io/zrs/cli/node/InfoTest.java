package io.zrs.cli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.model.ErrorCode;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.ZrsException;
import io.zrs.testing.Golden;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InfoTest {
    private final FakeWorld world = new FakeWorld();

    private String describe(FakeSystem system, boolean json, String... names) throws IOException {
        InfoCommand.describe(system, world.context(), List.of(names), json);
        assertEquals("", world.err());
        return world.out();
    }

    @Test
    void describesANode() throws IOException {
        Golden.check(InfoTest.class, "info", describe(FakeSystem.everybody(), false, "talker#1f"));
    }

    @Test
    void describesEveryNodeOfAName() throws IOException {
        Golden.check(InfoTest.class, "info-several", describe(FakeSystem.everybody(), false, "talker", "talker#9b"));
    }

    @Test
    void describesWhatIsKnownOfOthers() throws IOException {
        FakeSystem system = FakeSystem.everybody()
                .fail(FakeSystem.LISTENER, ErrorCode.TIMEOUT)
                .fail(FakeSystem.TOOL, ErrorCode.NOT_FOUND)
                .fail(FakeSystem.TALKER, ErrorCode.REFUSED);
        Golden.check(
                InfoTest.class,
                "info-others",
                describe(system, false, "./sub1.py", "listener", "zrs_echo_7", "talker#1f"));
    }

    @Test
    void describesNodesOfAnOriginalMaster() throws IOException {
        NodeInfo bare = new NodeInfo(FakeSystem.LISTENER.id(), 1, "", NodeDetails.UNKNOWN, 1);
        Golden.check(
                InfoTest.class,
                "info-original",
                describe(new FakeSystem(bare, FakeSystem.TALKER).original(), false, "listener"));
    }

    @Test
    void describesItAsJson() throws IOException {
        FakeSystem system = FakeSystem.everybody().fail(FakeSystem.LISTENER, ErrorCode.TIMEOUT);
        Golden.check(InfoTest.class, "info-json", describe(system, true, "talker#1f", "./sub1.py", "listener"));
    }

    @Test
    void describesNothingWhereANameIsWrong() {
        ZrsException error =
                assertThrows(ZrsException.class, () -> describe(FakeSystem.everybody(), false, "listener", "talkr"));
        assertEquals(ErrorCode.NOT_FOUND, error.code());
        assertEquals("", world.out());
    }

    @Test
    void isHarmlessToATerminal() throws IOException {
        world.with(new Terminal(true, true, 256));
        NodeInfo odd = new NodeInfo(new NodeId(new NodeName("a\u202eb"), "1"), 2, "", NodeDetails.UNKNOWN, 0);
        assertEquals(
                "Node [a\\u202eb]",
                describe(new FakeSystem(odd), false, "a\u202eb")
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElse(""));
    }
}
