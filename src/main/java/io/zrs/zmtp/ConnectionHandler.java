package io.zrs.zmtp;

/** What one connection's owner does with its traffic. Every method is called on the event loop's thread. */
public interface ConnectionHandler {
    /** The connection is this handler's from now on; it may be used, and it may end, from here on and not before. */
    default void opened() {}

    /** Which messages may reach {@link #messages}. */
    default FrameSieve sieve() {
        return FrameSieve.ALL;
    }

    /**
     * Whole messages have arrived, adjacent in memory. The bytes are valid until the call returns; to keep them, hand them
     * to {@link ZmtpConnection#send(Chunk, int, int, int)} of another connection.
     *
     * @param count how many messages stand between {@code start} and {@code end}
     */
    void messages(Chunk chunk, int start, int end, int count);

    /** The message between {@code start} and {@code end} did not pass the sieve; its bytes are valid until the call returns. */
    default void rejected(Chunk chunk, int start, int end) {}

    /**
     * The peer subscribes to a prefix, or cancels it, by a ZMTP 3.1 command.
     *
     * @param subscribe false if it cancels
     */
    default void subscription(boolean subscribe, byte[] prefix) {}

    /**
     * Messages for this peer were dropped, because it is too slow.
     *
     * @param total whether the limit of all queues together was the cause
     */
    default void lost(long messages, long bytes, boolean total) {}

    /** The peer's socket has taken some or all of what waited for it. */
    default void drained() {}

    /**
     * The connection has ended; its memory is gone.
     *
     * @param unsentMessages how many messages still waited in the queue
     * @param unsentBytes their size on the wire, in bytes
     */
    void closed(CloseReason reason, long unsentMessages, long unsentBytes);
}
