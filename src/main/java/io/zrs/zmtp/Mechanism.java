package io.zrs.zmtp;

/**
 * A security mechanism's server side (RFC 23, "Security Handshake"): what to answer to each command until both sides
 * agree.
 */
interface Mechanism {
    /** The name in the greeting, at most 20 characters. */
    String name();

    /**
     * Takes the peer's next command.
     *
     * @return what to send back, possibly nothing, never null
     * @throws ZmtpViolation if the handshake cannot go on; the peer is told the reason
     */
    byte[] answer(Command command) throws ZmtpViolation;

    /** Whether both sides agree and traffic may flow. */
    boolean isComplete();

    /** What the peer is; valid once {@link #isComplete()}. */
    SocketType peerType();
}
