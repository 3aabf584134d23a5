package io.zrs.zmtp;

/** One listening port's part in ZMTP: what this side is there, and who takes the connections over. */
public interface ZmtpEndpoint {
    /** What this side is; decides which peers may connect. */
    SocketType socketType();

    /** The longest message taken here, in bytes with its frames' headers. */
    int maxMessageBytes();

    /** The option that sets {@link #maxMessageBytes}, for those who are told that a message was too long. */
    String maxMessageOption();

    /** How much is read from one connection at most before others have their turn, in bytes; as it suits unless limited. */
    default int readBytes() {
        return Integer.MAX_VALUE;
    }

    /** How much may wait in one connection's send queue, in bytes. */
    long queueBytes();

    /** Whether a slow peer loses its oldest messages; else it loses its connection. */
    boolean mayDrop();

    /** The handshake is done: who handles this connection from now on? Must not use the connection yet. */
    ConnectionHandler opened(ZmtpConnection connection);

    /** A connection ended before its handshake was done. */
    void refused(ZmtpConnection connection, CloseReason reason);
}
