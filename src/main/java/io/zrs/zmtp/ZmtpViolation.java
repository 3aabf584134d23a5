package io.zrs.zmtp;

/** A peer broke the protocol or a limit; the connection cannot go on. */
public final class ZmtpViolation extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A violation.
     *
     * @param reason what was wrong, one short line without the peer's own words
     */
    public ZmtpViolation(String reason) {
        // Garbage comes in floods, and its stack trace says nothing that the reason does not.
        super(reason, null, false, false);
    }
}
