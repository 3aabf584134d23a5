package io.zrs.zmtp;

/** How long a peer has been silent, how long it has taken nothing, and when it is to be pinged. Times are nanoseconds. */
final class Liveness {
    /** A ZMTP 3.1 peer that was silent for this long is pinged. */
    static final long PING_AFTER_NANOS = 8_000_000_000L;

    /** A peer that was pinged, and silent for this long in all, is gone: within 15 s when judged once a second. */
    static final long GONE_AFTER_NANOS = 13_000_000_000L;

    private long heardAt;
    private long takenAt;
    private long pingedAt;
    private boolean pinged;
    private boolean promised;

    Liveness(long now) {
        heardAt = now;
    }

    /** Something came from the peer. */
    void heard(long now) {
        heardAt = now;
        pinged = false;
    }

    /** The peer's socket took some of what waits, or something has begun to wait. */
    void taken(long now) {
        takenAt = now;
    }

    void pinged(long now) {
        pingedAt = now;
        pinged = true;
        promised = true;
    }

    /** Whether the peer was pinged and has not answered in time. */
    boolean isGone(long now) {
        return pinged && now - heardAt >= GONE_AFTER_NANOS;
    }

    /** Whether the peer has neither said nor taken anything for as long, while something waits for it. */
    boolean isStalled(long now) {
        return now - heardAt >= GONE_AFTER_NANOS && now - takenAt >= GONE_AFTER_NANOS;
    }

    /**
     * A PING promises the peer to hear more before its TTL ends. A publisher hears nothing else from a subscriber, and
     * libzmq's closes the connection of who breaks the promise: once pinged, a peer is pinged for ever.
     */
    boolean isPingDue(long now) {
        return (!pinged && now - heardAt >= PING_AFTER_NANOS) || (promised && now - pingedAt >= PING_AFTER_NANOS);
    }
}
