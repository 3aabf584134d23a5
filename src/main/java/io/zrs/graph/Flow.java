package io.zrs.graph;

import java.util.Optional;

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

    /** Both together, as far as they are known. */
    static Optional<Flow> sum(Optional<Flow> one, Optional<Flow> other) {
        return one.isEmpty() || other.isEmpty()
                ? one.or(() -> other)
                : Optional.of(one.get().plus(other.get()));
    }

    /** This, with a part of what another loses lost on top. */
    Flow losing(Flow other, double share) {
        return new Flow(messages, bytes, lost + share * other.lost, lostInAll + Math.round(share * other.lostInAll));
    }
}
