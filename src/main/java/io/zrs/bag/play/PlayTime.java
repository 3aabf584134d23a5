package io.zrs.bag.play;

/** Real time, and waiting for it. */
public interface PlayTime {
    /** Nanoseconds from any fixed point, never going back. */
    long nanos();

    /** Waits until that time, for the one thread that may do so; returns at once after {@link #wake}, and may earlier in any case. */
    void await(long until);

    /** Ends the wait of now, or the next one; from any thread. */
    void wake();

    /** The system's. */
    static PlayTime system() {
        return new SystemTime();
    }
}
