package io.zrs.bag.play;

import java.util.Optional;

/** Which topics of bags are played, and what they are called then. */
@FunctionalInterface
public interface PlayNames {
    /**
     * What a topic is to be called; empty if it is not played.
     *
     * @param bag the place of its bag among those that are played together
     * @param topic its name in the bag
     */
    Optional<String> of(int bag, String topic);
}
