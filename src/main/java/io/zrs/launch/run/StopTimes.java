package io.zrs.launch.run;

import java.time.Duration;

/**
 * How long a node may take to end.
 *
 * @param afterInt from SIGINT to SIGTERM
 * @param afterTerm from SIGTERM to SIGKILL
 */
public record StopTimes(Duration afterInt, Duration afterTerm) {
    /** As roslaunch has them. */
    public static final StopTimes DEFAULT = new StopTimes(Duration.ofSeconds(15), Duration.ofSeconds(2));

    /** What even SIGKILL does not end by then waits for a disk or a network, and is left alone. */
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    /** How long to wait after a signal, in nanoseconds. */
    long nanosAfter(StopSignal signal) {
        return switch (signal) {
            case INT -> afterInt.toNanos();
            case TERM -> afterTerm.toNanos();
            case KILL -> AFTER_KILL.toNanos();
        };
    }
}
