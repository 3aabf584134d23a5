package io.zrs.zmtp;

/** What went over one connection since it opened. Bytes are bytes on the wire, frame headers included. */
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

    /** Messages dropped because the peer was too slow. */
    public long messagesLost() {
        return messagesLost;
    }

    /** Bytes of the messages dropped. */
    public long bytesLost() {
        return bytesLost;
    }
}
