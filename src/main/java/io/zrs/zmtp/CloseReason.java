package io.zrs.zmtp;

/**
 * Why a connection ended.
 *
 * @param kind what sort of end it was
 * @param text a few words for a log line
 */
public record CloseReason(Kind kind, String text) {
    /** Sorts of end. */
    public enum Kind {
        /** The peer closed it. */
        PEER,
        /** The network broke it. */
        NETWORK,
        /** The peer broke the protocol or a limit. */
        VIOLATION,
        /** The peer fell silent. */
        SILENCE,
        /** This side closed it. */
        LOCAL
    }

    /** The peer closed it in order. */
    public static final CloseReason PEER = new CloseReason(Kind.PEER, "connection closed");

    /** This side ends. */
    public static final CloseReason SHUTDOWN = new CloseReason(Kind.LOCAL, "the master ends");
}
