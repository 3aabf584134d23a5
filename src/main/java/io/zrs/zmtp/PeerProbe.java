package io.zrs.zmtp;

import java.net.InetSocketAddress;

/**
 * Tells a peer that is slow from one that is gone. Neither reads what it is sent, but a slow peer's system still answers
 * for it, while one without power or behind a cut line answers nothing.
 */
@FunctionalInterface
public interface PeerProbe {
    /** Cannot tell, and so takes nobody for gone. */
    PeerProbe UNKNOWN = (local, remote) -> false;

    /** Whether the peer's system has left several transmissions in a row unanswered. */
    boolean isUnanswered(InetSocketAddress local, InetSocketAddress remote);
}
