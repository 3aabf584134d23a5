package io.zrs.cli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.model.ErrorCode;
import io.zrs.model.NodeId;
import io.zrs.model.ZrsException;
import io.zrs.testing.Golden;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupTest {
    private static final Terminal TERMINAL = new Terminal(true, true, true, 0);
    private static final List<NodeId> SILENT = List.of(FakeSystem.OTHER_TALKER.id(), FakeSystem.TOOL.id());

    private final FakeWorld world = new FakeWorld();
    private final FakeSystem system = FakeSystem.everybody()
            .fail(FakeSystem.TOOL, ErrorCode.TIMEOUT)
            .fail(FakeSystem.OTHER_TALKER, ErrorCode.TIMEOUT);

    private ExitCode run(boolean json, boolean yes) throws IOException {
        return new Cleanup(system, world.context(), json).run(yes);
    }

    private void check(String name) {
        Golden.check(CleanupTest.class, name, world.out() + "--- stderr\n" + world.err());
    }

    @Test
    void asksOnATerminal() throws IOException {
        world.with(TERMINAL).typing("what\ny\n");
        assertEquals(ExitCode.DONE, run(false, false));
        assertEquals(SILENT, system.evicted);
        assertEquals(5, system.askedAtOnce);
        assertEquals(2, system.evictedAtOnce);
        check("cleanup");
    }

    @Test
    void leavesThemAtANo() throws IOException {
        world.with(TERMINAL).typing("n\n");
        assertEquals(ExitCode.LOSS, run(false, false));
        world.typing("");
        assertEquals(ExitCode.LOSS, run(false, false));
        assertEquals(List.of(), system.evicted);
        check("cleanup-no");
    }

    @Test
    void onlyListsWhereNobodyCanBeAsked() throws IOException {
        world.typing("y\n");
        assertEquals(ExitCode.LOSS, run(false, false));
        assertEquals(ExitCode.LOSS, run(true, false));
        assertEquals(List.of(), system.evicted);
        check("cleanup-list");
    }

    @Test
    void asksNobodyWithYes() throws IOException {
        assertEquals(ExitCode.DONE, run(false, true));
        assertEquals(ExitCode.DONE, run(true, true));
        check("cleanup-yes");
    }

    @Test
    void bearsNodesThatComeBackOrGo() throws IOException {
        system.atEviction(FakeSystem.OTHER_TALKER, ErrorCode.REFUSED).atEviction(FakeSystem.TOOL, ErrorCode.NOT_FOUND);
        assertEquals(ExitCode.DONE, run(false, true));
        assertEquals(ExitCode.DONE, run(true, true));
        check("cleanup-changes");
    }

    @Test
    void leavesAloneWhatCannotBeAsked() throws IOException {
        system.fail(FakeSystem.LISTENER, ErrorCode.REFUSED);
        assertEquals(ExitCode.DONE, run(false, true));
        assertEquals(SILENT, system.evicted);
    }

    @Test
    void saysThatAllIsWell() throws IOException {
        FakeSystem well = FakeSystem.everybody();
        assertEquals(ExitCode.DONE, new Cleanup(well, world.context(), false).run(false));
        assertEquals(ExitCode.DONE, new Cleanup(new FakeSystem(), world.context(), false).run(false));
        assertEquals("zrs: every node answers; there is nothing to clean up\nzrs: there are no nodes\n", world.err());
        assertEquals("", world.out());
    }

    @Test
    void needsMoreThanAnOriginalMaster() {
        system.original();
        assertEquals(
                ErrorCode.REFUSED,
                assertThrows(ZrsException.class, () -> run(false, true)).code());
    }
}
