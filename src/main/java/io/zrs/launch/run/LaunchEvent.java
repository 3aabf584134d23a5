package io.zrs.launch.run;

import io.zrs.launch.file.NodePlan;
import java.time.Duration;

/** Something that happened in a launch. */
public sealed interface LaunchEvent {
    /**
     * A node's program runs.
     *
     * @param run how many times it has been started by now
     */
    record Started(NodePlan node, long process, int run) implements LaunchEvent {}

    /** A node with a condition is ready, for the first time. */
    record Ready(NodePlan node) implements LaunchEvent {}

    /**
     * A node's program has ended.
     *
     * @param code its exit code; 128 and the number of the signal that ended it
     * @param ran how long it ran
     * @param asked whether it was told to
     */
    record Exited(NodePlan node, int code, Duration ran, boolean asked) implements LaunchEvent {}

    /** A node's program has ended, and left processes behind that are ended now. */
    record LeftBehind(NodePlan node) implements LaunchEvent {}

    /**
     * A node will be started again.
     *
     * @param respawn how many times that has happened by then
     * @param delay how long until then
     * @param quickly how many times in a row it has ended at once
     */
    record Respawning(NodePlan node, int respawn, Duration delay, int quickly) implements LaunchEvent {}

    /** Something went wrong that ends the launch. */
    record Failed(Verdict verdict) implements LaunchEvent {}

    /** Everything is being ended. */
    record Stopping(Verdict verdict) implements LaunchEvent {}

    /** A node did not end in time, and gets a stronger signal. */
    record Insisted(NodePlan node, StopSignal signal) implements LaunchEvent {}

    /** Somebody is in a hurry: this signal is next for all. */
    record Hastened(StopSignal signal) implements LaunchEvent {}

    /** A node does not end even by SIGKILL. */
    record Unkillable(NodePlan node) implements LaunchEvent {}
}
