package io.zrs.zmtp;

import java.nio.ByteBuffer;

/** Decides by a message's first frame whether the message may pass. */
@FunctionalInterface
public interface FrameSieve {
    /** Lets every message pass. */
    FrameSieve ALL = (bytes, start, end) -> true;

    /**
     * Whether a message may pass.
     *
     * @param start where the body of its first frame starts
     * @param end where that body ends
     */
    boolean accepts(ByteBuffer bytes, int start, int end);
}
