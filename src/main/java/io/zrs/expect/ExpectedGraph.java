package io.zrs.expect;

import java.util.List;

/**
 * Who is expected to talk to whom.
 *
 * @param othersAllowed whether there may be nodes that no entry names, and topics of a node that its entry does not name
 * @param nodes the nodes, in the order of the file
 */
public record ExpectedGraph(boolean othersAllowed, List<ExpectedNode> nodes) {
    /** Copies the list. */
    public ExpectedGraph {
        nodes = List.copyOf(nodes);
    }
}
