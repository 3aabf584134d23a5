package io.zrs.bag.play;

import java.util.OptionalLong;

/**
 * How far a player is. Times are nanoseconds from the plan's start.
 *
 * @param offset where it is
 * @param rate bag time for real time; infinite for as fast as it goes
 * @param sent how many messages it has sent, repeated ones included
 * @param rounds how often it has begun anew
 * @param matches how often it has paused, or ended, behind a message that it was to
 * @param matchTopic the place in the plan of the last such message's topic
 * @param loopFrom where somebody has it go back to
 * @param loopTo and from where
 */
public record PlayStatus(
        PlayState state,
        long offset,
        double rate,
        long sent,
        long rounds,
        long matches,
        int matchTopic,
        OptionalLong loopFrom,
        OptionalLong loopTo) {}
