package io.zrs.launch.run;

/** How a node is asked to end, more urgently each time. */
public enum StopSignal {
    /** What Ctrl-C sends. */
    INT,
    /** What {@code kill} sends. */
    TERM,
    /** What nobody can refuse. */
    KILL;

    /** The next; the last stays. */
    StopSignal next() {
        return this == INT ? TERM : KILL;
    }

    /** The more urgent of both. */
    StopSignal or(StopSignal other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
