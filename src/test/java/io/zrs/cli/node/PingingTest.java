package io.zrs.cli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.FakeWorld;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.testing.Golden;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PingingTest {
    private static final Duration SOON = Duration.ofNanos(1);

    private final FakeWorld world = new FakeWorld();
    private final FakeSystem system = FakeSystem.everybody();

    private Pinging pinging(boolean json) {
        return new Pinging(system, world.context(), json);
    }

    private void check(String name) {
        Golden.check(PingingTest.class, name, world.out() + "--- stderr\n" + world.err());
    }

    @Test
    void asksSeveralTimes() throws IOException, InterruptedException {
        assertEquals(ExitCode.DONE, pinging(false).series("listener", 3, SOON));
        check("ping");
    }

    @Test
    void asksTheConnectionOfAnOldNode() throws IOException, InterruptedException {
        assertEquals(ExitCode.DONE, pinging(false).series("./sub1.py", 1, SOON));
        check("ping-protocol-1");
    }

    @Test
    void tellsThatNoAnswerCame() throws IOException, InterruptedException {
        system.fail(FakeSystem.LISTENER, ErrorCode.TIMEOUT);
        assertEquals(ExitCode.TIMED_OUT, pinging(false).series("listener", 2, SOON));
        check("ping-timeout");
    }

    @Test
    void endsWhenTheNodeHasGone() {
        system.fail(FakeSystem.LISTENER, ErrorCode.NOT_FOUND);
        ZrsException error =
                assertThrows(ZrsException.class, () -> pinging(false).series("listener", 2, SOON));
        assertEquals(ErrorCode.NOT_FOUND, error.code());
        assertEquals("listener has gone", error.getMessage());
    }

    @Test
    void endsWhenItIsInterrupted() throws IOException, InterruptedException {
        world.interrupt();
        assertEquals(ExitCode.DONE, pinging(false).series("listener", Long.MAX_VALUE, Duration.ofDays(1)));
        check("ping-once");
    }

    @Test
    void asksEveryNode() throws IOException {
        system.fail(FakeSystem.OTHER_TALKER, ErrorCode.TIMEOUT);
        assertEquals(ExitCode.TIMED_OUT, pinging(false).everyone());
        assertEquals(4, system.askedAtOnce);
        check("ping-all");
    }

    @Test
    void saysThatThereIsNobodyToAsk() throws IOException {
        assertEquals(ExitCode.DONE, new Pinging(new FakeSystem(FakeSystem.TOOL), world.context(), false).everyone());
        assertEquals("zrs: there are no nodes\n", world.err());
        assertEquals("", world.out());
    }

    @Test
    void answersInJson() throws IOException, InterruptedException {
        system.fail(FakeSystem.OTHER_TALKER, ErrorCode.TIMEOUT);
        assertEquals(ExitCode.DONE, pinging(true).series("listener", 2, SOON));
        assertEquals(ExitCode.TIMED_OUT, pinging(true).everyone());
        check("ping-json");
    }

    @Test
    void choosesNoneOfSeveral() {
        ZrsException error =
                assertThrows(ZrsException.class, () -> pinging(false).series("talker", 1, SOON));
        assertEquals(ErrorCode.REFUSED, error.code());
    }

    @Test
    void needsMoreThanAnOriginalMaster() {
        system.original();
        ZrsException error = assertThrows(ZrsException.class, () -> pinging(false));
        assertEquals("an original ZeROSMQ master cannot ask nodes for a sign of life", error.getMessage());
        assertEquals("use 'zrs master'", error.remedy());
    }
}
