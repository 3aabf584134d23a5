package io.zrs.launch.run;

import io.zrs.launch.file.NodePlan;
import java.time.Duration;

/** Where one node is. */
final class NodeRun {
    /** What becomes of a node. */
    enum State {
        /** Not started yet: others have to be ready first. */
        WAITING,
        /** Its program runs. */
        RUNNING,
        /** Its program runs, and was told to end. */
        ENDING,
        /** Its program has ended, and processes that it left behind have not. */
        CLEARING,
        /** Ended, and to be started again. */
        PAUSING,
        /** Ended for good, or never to be started. */
        ENDED
    }

    final NodePlan plan;
    final Backoff backoff = new Backoff();
    State state = State.WAITING;
    boolean ready;
    int runs;
    int code;
    long startedAt;

    /** Until when it has to be ready, from its first start. */
    long readyBy;

    /** When the state has to be looked at again: a stronger signal, or a start. */
    long due;

    /** When processes left behind are looked for again. */
    long lookAt;

    StopSignal signal = StopSignal.INT;
    Duration ran = Duration.ZERO;

    NodeRun(NodePlan plan) {
        this.plan = plan;
    }

    boolean hasProgram() {
        return state == State.RUNNING || state == State.ENDING;
    }

    boolean isAlive() {
        return hasProgram() || state == State.CLEARING;
    }

    /** Whether it has started as far as it will by itself. */
    boolean isUp() {
        return ready || state == State.ENDED;
    }

    /** Whether it has ended by itself with another code than 0, for good: to be asked before anything was told to end. */
    boolean hasFailed() {
        boolean over = state == State.ENDED
                || state == State.CLEARING && !plan.respawn().after(code);
        return over && code != 0;
    }

    /** Whether somebody waits for it to become ready, and it has a time for that. */
    boolean isAwaited() {
        return runs > 0 && !ready && state != State.ENDED;
    }
}
