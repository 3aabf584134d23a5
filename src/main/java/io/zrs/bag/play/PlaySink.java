package io.zrs.bag.play;

import java.time.Duration;

/** Where a player sends to. For one thread. */
public interface PlaySink {
    /**
     * Sends a message.
     *
     * @param topic the place of its topic in the plan
     * @param atMost how long to wait for room
     * @return false if there was none
     * @throws io.zrs.model.ZrsException if nothing can be sent any more
     */
    boolean send(int topic, byte[] payload, Duration atMost);

    /** Tells which time of the bags it is, in nanoseconds since 1970 as a rule; does not wait. */
    void clock(long nanos);
}
