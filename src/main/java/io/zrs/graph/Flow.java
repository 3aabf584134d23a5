package io.zrs.graph;

/**
 * What goes along a link, between two readings of the master's counters.
 *
 * @param messages messages a second
 * @param bytes bytes a second, as on the wire
 * @param lost messages a second that were dropped there
 * @param lostInAll messages dropped there since its beginning
 */
public record Flow(double messages, double bytes, double lost, long lostInAll) {
    /** Both together. */
    public Flow plus(Flow other) {
        return new Flow(messages + other.messages, bytes + other.bytes, lost + other.lost, lostInAll + other.lostInAll);
    }
}
