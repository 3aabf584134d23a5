package io.zrs.zmtp;

import java.nio.ByteBuffer;

/**
 * What the bytes from a peer mean: first its greeting, then the handshake, then commands and messages. Taking one of them
 * may end the connection; what stands behind it then counts for nothing.
 */
final class Reception implements Inbound.Consumer, FrameDecoder.Sink {
    private final ZmtpConnection connection;
    private final Mechanism mechanism;
    private final FrameDecoder decoder;

    private ConnectionHandler handler;
    private FrameSieve sieve = FrameSieve.ALL;
    private boolean greeted;
    private boolean commands;
    private Chunk chunk;

    Reception(ZmtpConnection connection, Mechanism mechanism, FrameDecoder decoder) {
        this.connection = connection;
        this.mechanism = mechanism;
        this.decoder = decoder;
    }

    /** Who handles the traffic; null until the handshake is done. */
    ConnectionHandler handler() {
        return handler;
    }

    /** What the peer is; null until the handshake is done. */
    SocketType peerType() {
        return mechanism.peerType();
    }

    /** Whether the peer has sent its greeting, and so would understand an ERROR. */
    boolean isGreeted() {
        return greeted;
    }

    /** Whether the peer speaks ZMTP 3.1 and so answers PING. */
    boolean speaksCommands() {
        return commands;
    }

    @Override
    public int consume(Chunk from, int start, int limit) throws ZmtpViolation {
        int at = start;
        ByteBuffer bytes = from.bytes();
        if (!greeted) {
            if (!Greeting.check(bytes, at, limit - at, mechanism.name())) {
                return at;
            }
            commands = Greeting.speaksCommands(bytes, at);
            greeted = true;
            at += Greeting.BYTES;
        }
        if (handler == null && limit > at && !Frames.isCommand(bytes, at)) {
            throw early(); // before it may cost the memory of a message
        }
        chunk = from;
        return decoder.decode(bytes, at, limit, this);
    }

    @Override
    public long needed() {
        return greeted ? decoder.needed() : Greeting.BYTES;
    }

    @Override
    public int largest() {
        return decoder.largest();
    }

    @Override
    public boolean accepts(ByteBuffer bytes, int start, int end) {
        return sieve.accepts(bytes, start, end);
    }

    @Override
    public void run(int start, int end, int messages) throws ZmtpViolation {
        if (connection.isClosed()) {
            return;
        }
        ConnectionHandler owner = requireOpen();
        connection.received(messages, end - start);
        owner.messages(chunk, start, end, messages);
    }

    @Override
    public void rejected(int start, int end) throws ZmtpViolation {
        if (!connection.isClosed()) {
            requireOpen().rejected(chunk, start, end);
        }
    }

    private ConnectionHandler requireOpen() throws ZmtpViolation {
        if (handler == null) {
            throw early();
        }
        return handler;
    }

    private static ZmtpViolation early() {
        return new ZmtpViolation("a message before the handshake was done");
    }

    @Override
    public void command(int start, int end) throws ZmtpViolation {
        if (connection.isClosed()) {
            return;
        }
        Command command = Command.parse(chunk.bytes(), start, end);
        if (handler == null) {
            connection.sendCommand(mechanism.answer(command));
            if (mechanism.isComplete() && !connection.isClosed()) {
                handler = connection.open();
                sieve = handler.sieve();
                handler.opened();
            }
            return;
        }
        switch (command.name()) {
            case Command.PING -> connection.sendCommand(command.pong());
            case Command.PONG -> connection.answered(command.data());
            case Command.SUBSCRIBE -> handler.subscription(true, command.data());
            case Command.CANCEL -> handler.subscription(false, command.data());
            case Command.ERROR -> throw new ZmtpViolation("the peer reported an error");
            default -> {
                // RFC 23 has unknown commands ignored.
            }
        }
    }
}
