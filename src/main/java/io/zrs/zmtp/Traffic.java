package io.zrs.zmtp;

/**
 * What went over one connection since it opened, in messages and in bytes on the wire, frame headers included. Messages
 * out = delivered to the socket + waiting in the queue + lost.
 *
 * <p>Commands, notices and messages that did not pass the sieve are not counted, save that bytes which are lost or wait
 * include those of the commands and notices between the messages.
 */
public final class Traffic {
    private long messagesIn;
    private long bytesIn;
    private long messagesOut;
    private long bytesOut;
    private long messagesLost;
    private long bytesLost;

    Traffic() {}

    void in(long messages, long bytes) {
        messagesIn += messages;
        bytesIn += bytes;
    }

    void out(long messages, long bytes) {
        messagesOut += messages;
        bytesOut += bytes;
    }

    void lost(long messages, long bytes) {
        messagesLost += messages;
        bytesLost += bytes;
    }

    /** Whole messages received. */
    public long messagesIn() {
        return messagesIn;
    }

    /** Bytes of the messages received. */
    public long bytesIn() {
        return bytesIn;
    }

    /** Messages forwarded to the peer: sent, waiting or lost. */
    public long messagesOut() {
        return messagesOut;
    }

    /** Bytes of the messages forwarded to the peer. */
    public long bytesOut() {
        return bytesOut;
    }

    /** Messages dropped because the peer was too slow, or that still waited when the connection ended. */
    public long messagesLost() {
        return messagesLost;
    }

    /** Bytes of the messages lost; a begun message counts with what was not sent of it. */
    public long bytesLost() {
        return bytesLost;
    }
}
