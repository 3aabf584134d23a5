package io.zrs.model;

/**
 * One node, as its master sees it.
 *
 * @param id its name and instance
 * @param protocol the generation it speaks, 1 or 2
 * @param address where it connects from, in numbers; empty if that is not known
 * @param details what it says of itself
 * @param registrations on how many ends of topics it is
 */
public record NodeInfo(NodeId id, int protocol, String address, NodeDetails details, int registrations) {
    /** Its name. */
    public NodeName name() {
        return id.name();
    }
}
