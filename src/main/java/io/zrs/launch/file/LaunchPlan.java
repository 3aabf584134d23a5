package io.zrs.launch.file;

import java.util.List;

/**
 * What a launch file asks for, with everything in it resolved.
 *
 * @param master which master the nodes talk to
 * @param nodes every node, its includes' too, in the order of the file; dependencies may point forward, but in no circle
 */
public record LaunchPlan(MasterPlan master, List<NodePlan> nodes) {
    /** Copies the list. */
    public LaunchPlan {
        nodes = List.copyOf(nodes);
    }
}
