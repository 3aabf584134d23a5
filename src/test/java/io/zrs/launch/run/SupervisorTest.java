package io.zrs.launch.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.launch.run.Verdict.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clock begins shortly before it overflows, as the monotonic one may. */
class SupervisorTest {
    private static void heard(FakePrograms programs, String... events) {
        assertEquals(List.of(events), programs.heard());
    }

    @Test
    void startsWhatDependsOnNothingAndThenTheRest() {
        FakePrograms programs = new FakePrograms()
                .node("last", "b", "a")
                .node("a", "ready")
                .node("b")
                .go();
        heard(programs, "+a", "+b");
        programs.ready("a");
        heard(programs, "ready a", "+last");
    }

    @Test
    void allThatEndByThemselvesAreDone() {
        FakePrograms programs = new FakePrograms().node("a").node("b").go().exits("a", 0);
        assertFalse(programs.isDone());
        programs.exits("b", 0);
        assertTrue(programs.isDone());
        assertEquals(0, programs.verdict().code());
        assertEquals(Kind.ALL_ENDED, programs.verdict().kind());
    }

    @Test
    void oneThatFailedMakesTheEndAFailure() {
        FakePrograms programs =
                new FakePrograms().node("a").node("b").go().exits("a", 7).exits("b", 0);
        assertEquals(1, programs.verdict().code());
    }

    @Test
    void aServantGoesWhenNobodyIsLeftToServe() {
        FakePrograms programs =
                new FakePrograms().node("servant").node("a", "servant").go();
        programs.heard();
        programs.exits("a", 0);
        heard(programs, "-a 0", "stopping", "INT servant");
        programs.exits("servant", 0);
        assertTrue(programs.isDone());
        assertEquals(0, programs.verdict().code());
    }

    @Test
    void endsInReverseOrderAndDependantsFirst() {
        FakePrograms programs = new FakePrograms()
                .node("a")
                .node("b", "a")
                .node("c")
                .node("d", "b")
                .go();
        heard(programs, "+a", "+b", "+c", "+d");
        programs.interrupt();
        heard(programs, "stopping", "INT d", "INT c");
        programs.exits("d", 0);
        heard(programs, "-d 0 asked", "INT b");
        programs.exits("b", 130).exits("a", 0);
        heard(programs, "-b 130 asked", "INT a", "-a 0 asked");
        assertFalse(programs.isDone());
        programs.exits("c", 0);
        assertTrue(programs.isDone());
        assertEquals(0, programs.verdict().code());
    }

    @Test
    void insistsStepByStep() {
        FakePrograms programs = new FakePrograms().node("a").go().interrupt();
        programs.heard();
        programs.pass(14.9);
        heard(programs);
        programs.pass(0.2);
        heard(programs, "insist a TERM", "TERM a");
        programs.pass(1.8);
        heard(programs);
        programs.pass(0.2);
        heard(programs, "insist a KILL", "KILL a");
        programs.pass(6);
        heard(programs, "unkillable a");
        assertTrue(programs.isDone());
    }

    @Test
    void asksLessPatientlyEachTime() {
        FakePrograms programs = new FakePrograms().node("a").node("b", "a").go().interrupt();
        programs.heard();
        programs.interrupt();
        heard(programs, "hasten TERM", "TERM b");
        programs.exits("b", 0);
        heard(programs, "-b 0 asked", "TERM a");
        programs.interrupt();
        heard(programs, "hasten KILL", "KILL a");
        programs.interrupt();
        heard(programs);
    }

    @Test
    void inTheEndNobodyWaitsForOthers() {
        FakePrograms programs =
                new FakePrograms().node("a").node("b", "a").go().interrupt().interrupt();
        programs.heard();
        programs.interrupt();
        heard(programs, "hasten KILL", "KILL b", "KILL a");
    }

    @Test
    void anInterruptBeforeAllAreUpIsTold() {
        FakePrograms programs =
                new FakePrograms().node("a", "ready").node("b", "a").go().interrupt();
        heard(programs, "+a", "stopping", "INT a");
        programs.exits("a", 0);
        assertTrue(programs.isDone());
        assertEquals(130, programs.verdict().code());
        heard(programs, "-a 0 asked");
    }

    @Test
    void oneThatFailedBeforeMakesAnInterruptAFailure() {
        FakePrograms programs = new FakePrograms()
                .node("a")
                .node("b")
                .node("c")
                .go()
                .exits("a", 0)
                .exits("b", 7)
                .interrupt()
                .exits("c", 130);
        assertTrue(programs.isDone());
        assertEquals(1, programs.verdict().code());
        assertEquals("interrupted; b had ended with code 7", programs.verdict().reason());
    }

    @Test
    void oneWhoseRemainsAreBeingEndedHasFailedToo() {
        FakePrograms programs = new FakePrograms().node("a").node("b").go();
        programs.family("a", true)
                .exits("a", 7)
                .interrupt()
                .family("a", false)
                .exits("b", 0)
                .pass(1);
        assertTrue(programs.isDone());
        assertEquals(1, programs.verdict().code());
    }

    @Test
    void whoWasOrWouldBeStartedAgainHasNotFailed() {
        FakePrograms programs = new FakePrograms()
                .node("a", "on-failure")
                .node("b", "respawn")
                .node("c", "respawn")
                .go();
        programs.exits("a", 7).exits("b", 7).pass(0).exits("b", 7);
        programs.family("c", true).exits("c", 7).interrupt();
        programs.family("c", false).exits("a", 1).pass(1);
        assertTrue(programs.isDone());
        assertEquals(0, programs.verdict().code());
        assertEquals("interrupted", programs.verdict().reason());
    }

    @Test
    void whoFailsBeforeAllAreUpDoesNotHideThat() {
        FakePrograms programs = new FakePrograms()
                .node("a", "ready")
                .node("b")
                .go()
                .exits("b", 7)
                .interrupt()
                .exits("a", 0);
        assertEquals(130, programs.verdict().code());
    }

    @Test
    void aRequiredNodeEndsAllWithItsCode() {
        FakePrograms programs =
                new FakePrograms().node("a").node("b", "required").go();
        programs.heard();
        programs.exits("b", 139);
        heard(programs, "-b 139", "stopping", "INT a");
        programs.exits("a", 1);
        assertEquals(139, programs.verdict().code());
        assertEquals(Kind.REQUIRED_ENDED, programs.verdict().kind());
    }

    @Test
    void oneThatIsNotReadyInTimeEndsAll() {
        FakePrograms programs =
                new FakePrograms().node("a", "ready").node("b", "a").go();
        programs.heard();
        programs.pass(9.9);
        heard(programs);
        programs.pass(0.2);
        heard(
                programs,
                "failed: a was not ready within 10 s: waited until port 1 is open, and b depends on it",
                "stopping",
                "INT a");
        programs.exits("a", 0);
        assertEquals(4, programs.verdict().code());
    }

    @Test
    void oneThatEndsBeforeItIsReadyEndsAll() {
        FakePrograms programs =
                new FakePrograms().node("a", "ready").node("b", "a").node("c").go();
        programs.heard();
        programs.exits("a", 0);
        heard(
                programs,
                "-a 0",
                "failed: a has ended with code 0 before it was ready, and b depends on it",
                "stopping",
                "INT c");
        programs.exits("c", 0);
        assertEquals(1, programs.verdict().code());
    }

    @Test
    void oneThatNobodyWaitsForMayEndBeforeItIsReady() {
        FakePrograms programs = new FakePrograms().node("a", "ready").go().exits("a", 0);
        assertTrue(programs.isDone());
        assertEquals(0, programs.verdict().code());
    }

    @Test
    void whatIsDoneFirstIsReadyWhenItIsDone() {
        FakePrograms programs =
                new FakePrograms().node("a", "done").node("b", "a").go();
        heard(programs, "+a");
        programs.exits("a", 0);
        heard(programs, "-a 0", "ready a", "+b");
    }

    @Test
    void whatIsDoneFirstMayNotFail() {
        FakePrograms programs =
                new FakePrograms().node("a", "done").node("b", "a").go().exits("a", 2);
        assertTrue(programs.isDone());
        assertEquals(1, programs.verdict().code());
    }

    @Test
    void oneThatCannotBeStartedEndsAll() {
        FakePrograms programs =
                new FakePrograms().node("a").node("b").node("c").missing("b").go();
        heard(programs, "+a", "failed: cannot start b", "stopping", "INT a");
        programs.exits("a", 0);
        assertEquals(1, programs.verdict().code());
    }

    @Test
    void respawnsMoreAndMoreSlowly() {
        FakePrograms programs = new FakePrograms().node("a", "respawn").go();
        heard(programs, "+a");
        programs.pass(60).exits("a", 0).pass(0);
        heard(programs, "-a 0", "again a in 0", "+a2");
        programs.exits("a", 1).pass(0);
        heard(programs, "-a 1", "again a in 0", "+a3");
        for (int delay : new int[] {500, 1000, 2000, 4000, 8000, 16000, 30000, 30000}) {
            programs.exits("a", 1);
            heard(programs, "-a 1", "again a in " + delay);
            programs.pass(delay / 1000.0);
            programs.heard();
        }
        programs.pass(10).exits("a", 1);
        heard(programs, "-a 1", "again a in 0", "+a12");
    }

    @Test
    void respawnsOnFailureAlone() {
        FakePrograms programs =
                new FakePrograms().node("a", "on-failure").go().exits("a", 1).pass(0);
        heard(programs, "+a", "-a 1", "again a in 0", "+a2");
        programs.exits("a", 0);
        assertTrue(programs.isDone());
        assertEquals(0, programs.verdict().code());
    }

    @Test
    void whatWasToBeStartedAgainIsNot() {
        FakePrograms programs = new FakePrograms().node("a", "respawn").go();
        programs.exits("a", 1).pass(0).exits("a", 1).pass(0).interrupt();
        assertTrue(programs.isDone());
    }

    @Test
    void whatANodeLeavesBehindIsEndedBeforeItCountsAsEnded() {
        FakePrograms programs =
                new FakePrograms().node("a", "required").node("b").go();
        programs.heard();
        programs.family("a", true).exits("a", 3);
        heard(programs, "-a 3", "left a", "TERM a");
        programs.pass(2.1);
        assertEquals("insist a KILL", programs.heard().get(0));
        assertFalse(programs.isDone());
        programs.family("a", false).pass(0.1).exits("b", 0);
        assertEquals(3, programs.verdict().code());
        assertTrue(programs.isDone());
    }

    @Test
    void whatIsBornWhileItIsEndedIsEndedToo() {
        FakePrograms programs = new FakePrograms().node("a").go();
        programs.family("a", true).exits("a", 0).pass(2.1);
        programs.heard();
        programs.pass(0.2);
        assertEquals(List.of("KILL a", "KILL a", "KILL a", "KILL a"), programs.heard());
        programs.pass(6);
        assertTrue(programs.isDone());
    }

    @Test
    void newsOfAnEarlierRunIsNoNews() {
        FakePrograms programs =
                new FakePrograms().node("a", "respawn", "ready").node("b", "a").go();
        programs.exits("a", 1).pass(0);
        programs.heard();
        programs.ready("a");
        heard(programs, "ready a", "+b");
    }
}
