package io.zrs.launch.run;

import io.zrs.launch.file.NodePlan;
import io.zrs.model.ZrsException;

/** The processes of nodes. What happens to them is told to the supervisor by who owns both, on the supervisor's thread. */
public interface Programs {
    /**
     * Starts a node's program, and watches for its end and its readiness from now on.
     *
     * @param run how many times it has been started, this one included; what is told of it carries this number
     * @return its process id
     * @throws ZrsException if it cannot be started
     */
    long start(NodePlan node, int run);

    /** Sends a signal: SIGINT to the program and those that it works with, others to every process of the node. */
    void signal(NodePlan node, StopSignal signal);

    /** Whether processes of a node are there whose program has ended. */
    boolean leavesBehind(NodePlan node);
}
