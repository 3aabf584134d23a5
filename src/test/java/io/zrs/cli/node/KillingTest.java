package io.zrs.cli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.FakeWorld;
import io.zrs.cli.command.Terminal;
import io.zrs.model.ErrorCode;
import io.zrs.model.NodeInfo;
import io.zrs.model.ZrsException;
import io.zrs.testing.Golden;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KillingTest {
    private final FakeWorld world = new FakeWorld();
    private final FakeSystem system = FakeSystem.everybody();

    private Killing killing(boolean json) {
        return new Killing(system, world.context(), json);
    }

    private void check(String name) {
        Golden.check(KillingTest.class, name, world.out() + "--- stderr\n" + world.err());
    }

    private void assertStopped(NodeInfo... nodes) {
        assertEquals(Stream.of(nodes).map(NodeInfo::id).toList(), system.stopped);
    }

    @Test
    void endsNodesByName() throws IOException, InterruptedException {
        assertEquals(ExitCode.DONE, killing(false).named(List.of("talker#1f3a", "listener", "zrs_echo_7", "talker#1")));
        assertStopped(FakeSystem.TALKER, FakeSystem.LISTENER, FakeSystem.TOOL);
        check("kill");
    }

    @Test
    void endsNoneWhereANameIsNotClear() {
        ZrsException error =
                assertThrows(ZrsException.class, () -> killing(false).named(List.of("listener", "talker")));
        assertEquals(ErrorCode.REFUSED, error.code());
        assertEquals("", world.out());
        assertStopped();
    }

    @Test
    void goesOnAfterANodeThatDoesNotEnd() throws IOException, InterruptedException {
        system.fail(FakeSystem.LISTENER, ErrorCode.TIMEOUT).stay(FakeSystem.OTHER_TALKER);
        system.fail(FakeSystem.TOOL, ErrorCode.NOT_FOUND);
        List<String> names = List.of("listener", "talker#9", "./sub1.py", "zrs_echo_7", "talker#1");
        assertEquals(ExitCode.TIMED_OUT, killing(false).named(names));
        assertEquals(ExitCode.TIMED_OUT, killing(true).named(names));
        check("kill-trouble");
    }

    @Test
    void endsAllButToolsAndOldNodes() throws IOException, InterruptedException {
        assertEquals(ExitCode.LOSS, killing(false).everyone());
        assertStopped(FakeSystem.LISTENER, FakeSystem.TALKER, FakeSystem.OTHER_TALKER);
        check("kill-all");
    }

    @Test
    void saysThatThereIsNobody() throws IOException, InterruptedException {
        FakeSystem empty = new FakeSystem(FakeSystem.TOOL);
        assertEquals(ExitCode.DONE, new Killing(empty, world.context(), false).everyone());
        assertEquals(ExitCode.DONE, new Killing(empty, world.context(), false).chosen());
        assertEquals("zrs: there are no nodes\n".repeat(2), world.err());
    }

    @Test
    void asksUntilANumberFits() throws IOException, InterruptedException {
        world.with(new Terminal(true, true, true, 0)).typing("nobody\n9\n 2 \n");
        assertEquals(ExitCode.DONE, killing(false).chosen());
        assertStopped(FakeSystem.LISTENER);
        check("kill-menu");
    }

    @Test
    void endsNoneWhereNobodyChooses() throws IOException, InterruptedException {
        world.with(new Terminal(true, true, true, 0)).typing("");
        assertEquals(ExitCode.INTERRUPTED, killing(false).chosen());
        assertStopped();
    }

    @Test
    void needsMoreThanAnOriginalMaster() {
        system.original();
        assertEquals(
                ErrorCode.REFUSED,
                assertThrows(ZrsException.class, () -> killing(false)).code());
    }
}
