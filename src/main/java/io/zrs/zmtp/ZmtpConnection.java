package io.zrs.zmtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/**
 * One peer: handshake, traffic in both directions, liveness. Non-blocking; belongs to its event loop's thread.
 *
 * <p>Frames are sent in the order of the calls. What the socket does not take at once waits in a bounded queue.
 */
public final class ZmtpConnection {
    private static final int TTL_TENTHS = 150;
    private static final byte[] PING = Command.ping(TTL_TENTHS, new byte[0]);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final InetSocketAddress remote;
    private final ZmtpEndpoint endpoint;
    private final ZmtpContext context;
    private final Inbound inbound;
    private final Reception reception;
    private final SendQueue queue;
    private final Traffic traffic = new Traffic();
    private final Consumer<ZmtpConnection> onClosed;
    private final long openedAt;
    private final Liveness liveness;

    private int slot;
    private boolean closed;
    private boolean condemned;
    private boolean reading = true;
    private Pings pings;
    private long abandonedMessages;
    private long abandonedBytes;

    /**
     * A connection that was just accepted; {@link #start} opens the conversation.
     *
     * @param channel connected and non-blocking
     * @param key its key; this connection sets its interest from now on
     * @param onClosed told once, when the connection has ended
     */
    public ZmtpConnection(
            SocketChannel channel,
            SelectionKey key,
            InetSocketAddress remote,
            ZmtpEndpoint endpoint,
            ZmtpContext context,
            Consumer<ZmtpConnection> onClosed) {
        this.channel = channel;
        this.key = key;
        this.remote = remote;
        this.endpoint = endpoint;
        this.context = context;
        this.onClosed = onClosed;
        this.inbound = new Inbound(context, endpoint.readBytes());
        this.reception = new Reception(
                this,
                new NullMechanism(endpoint.socketType()),
                new FrameDecoder(
                        endpoint.maxMessageBytes(),
                        endpoint.maxMessageOption(),
                        context.limits().commandBytes()));
        this.queue = new SendQueue(
                context.pool(), context.backlog(), endpoint.queueBytes(), endpoint.mayDrop(), lossesOf(this));
        this.openedAt = context.now();
        this.liveness = new Liveness(openedAt);
    }

    /** Sends the greeting and waits for the peer's. */
    public void start() {
        key.interestOps(SelectionKey.OP_READ);
        sendCommand(Greeting.ours(NullMechanism.NAME));
    }

    /** Reads and writes as far as the socket is ready. */
    public void onReady() {
        if (closed) {
            return;
        }
        int ready = key.readyOps();
        if ((ready & SelectionKey.OP_WRITE) != 0) {
            flush();
        }
        if (!closed && reading && (ready & SelectionKey.OP_READ) != 0) {
            read();
        }
    }

    private void read() {
        try {
            int n = inbound.readFrom(channel, reception);
            if (n < 0) {
                close(CloseReason.PEER);
            } else if (n > 0) {
                liveness.heard(context.now());
            }
        } catch (ZmtpViolation e) {
            violated(e.getMessage());
        } catch (IOException e) {
            broken();
        } finally {
            if (closed) {
                inbound.clear();
            }
        }
    }

    /** Ends the connection because of what the peer did; it is told where it can understand. */
    public void violated(String reason) {
        if (!condemned && reception.isGreeted() && reception.handler() == null) {
            condemned = true; // telling the peer may go wrong too, and must not end here again
            sendCommand(Command.error(reason));
        }
        close(new CloseReason(CloseReason.Kind.VIOLATION, reason));
    }

    private void broken() {
        close(new CloseReason(CloseReason.Kind.NETWORK, "connection lost"));
    }

    ConnectionHandler open() {
        return endpoint.opened(this);
    }

    void received(long messages, long bytes) {
        traffic.in(messages, bytes);
    }

    /** Asks a publisher for every message that starts with {@code prefix}. */
    public void subscribe(byte[] prefix) {
        if (reception.speaksCommands()) {
            sendCommand(Command.encode(Command.SUBSCRIBE, prefix));
        } else {
            byte[] body = new byte[prefix.length + 1];
            body[0] = 1;
            System.arraycopy(prefix, 0, body, 1, prefix.length);
            sendNotice(body);
        }
    }

    /**
     * Sends a PING, behind what waits to be sent.
     *
     * @param onPong called on the event loop's thread when the peer's PONG to this PING comes; never if none does
     * @return false if none can come: the connection has ended or is not open yet, or the peer speaks ZMTP 3.0
     */
    public boolean ping(Runnable onPong) {
        if (closed || reception.handler() == null || !reception.speaksCommands()) {
            return false;
        }
        if (pings == null) {
            pings = new Pings();
        }
        sendCommand(Command.ping(0, pings.add(onPong)));
        return !closed;
    }

    void answered(byte[] context) {
        if (pings != null) {
            pings.answered(context);
        }
    }

    /** Sends a command or greeting: bytes that are nobody's message. */
    void sendCommand(byte[] frames) {
        sendCopy(frames, 0);
    }

    /** Sends one encoded message of this side's own. */
    public void send(byte[] frames) {
        sendCopy(frames, 1);
    }

    /**
     * Sends one frame to the peer's software and not to its user: it counts neither as a message sent nor, should it be
     * dropped, as one lost.
     *
     * @param body starts with a byte of 0 or 1, as no topic does
     */
    public void sendNotice(byte[] body) {
        sendCopy(Frames.message(body), 0);
    }

    private void sendCopy(byte[] frames, int count) {
        if (closed || frames.length == 0) {
            return;
        }
        Chunk chunk = context.pool().acquire(frames.length);
        if (chunk == null) {
            violated("no memory left to answer");
            return;
        }
        chunk.window(0, frames.length).put(frames);
        traffic.out(count, count == 0 ? 0 : frames.length);
        transmit(chunk, 0, frames.length, count);
        chunk.release();
    }

    /**
     * Sends the whole messages between {@code start} and {@code end} on; what the socket does not take is kept, without
     * touching the chunk's bytes.
     *
     * @param count how many messages they are
     */
    public void send(Chunk chunk, int start, int end, int count) {
        if (!closed) {
            traffic.out(count, end - start);
            transmit(chunk, start, end, count);
        }
    }

    private void transmit(Chunk chunk, int start, int end, int count) {
        int sent = 0;
        if (queue.isEmpty()) {
            try {
                sent = channel.write(chunk.window(start, end));
            } catch (IOException e) {
                abandon(count, end - start);
                broken();
                return;
            }
            if (sent == end - start) {
                return;
            }
        }
        if (!queue.append(chunk, start, end, count, sent)) {
            if (sent > 0 || !endpoint.mayDrop()) {
                abandon(SendQueue.unsentOf(chunk, start, count, sent), end - start - sent);
                violated("no memory left for the peer's queue");
            } else {
                lost(count, end - start, true);
            }
        } else if (!queue.isEmpty()) {
            if ((key.interestOps() & SelectionKey.OP_WRITE) == 0) {
                liveness.taken(context.now());
                key.interestOps(interest() | SelectionKey.OP_WRITE);
            }
        }
    }

    /** What neither went nor could be queued is lost with the connection, which ends now. */
    private void abandon(int messages, int bytes) {
        abandonedMessages = messages;
        abandonedBytes = messages == 0 ? 0 : bytes;
    }

    private void flush() {
        try {
            if (queue.writeTo(channel) > 0) {
                liveness.taken(context.now());
            }
        } catch (IOException e) {
            broken();
            return;
        }
        if (queue.isEmpty()) {
            key.interestOps(interest());
        }
        ConnectionHandler handler = reception.handler();
        if (handler != null) {
            handler.drained();
        }
    }

    private int interest() {
        return reading ? SelectionKey.OP_READ : 0;
    }

    /**
     * Reads nothing more, so that the peer can send no more than what the systems' buffers hold, until {@link #resume}. Its
     * silence is not judged meanwhile, nor is its end seen.
     */
    public void pause() {
        if (!closed && reading) {
            reading = false;
            key.interestOps(key.interestOps() & ~SelectionKey.OP_READ);
        }
    }

    /** Reads again. */
    public void resume() {
        if (!closed && !reading) {
            reading = true;
            liveness.heard(context.now());
            key.interestOps(key.interestOps() | SelectionKey.OP_READ);
        }
    }

    /** From now on takes no more than so many bytes at once, but for a message that is longer. */
    public void limitReads(int bytes) {
        inbound.limit(bytes);
    }

    private static SendQueue.Losses lossesOf(ZmtpConnection connection) {
        return new SendQueue.Losses() {
            @Override
            public void lost(long messages, long bytes, boolean total) {
                connection.lost(messages, bytes, total);
            }

            @Override
            public void overflowed() {
                connection.violated("the peer does not read its replies");
            }
        };
    }

    private void lost(long messages, long bytes, boolean total) {
        traffic.lost(messages, bytes);
        ConnectionHandler handler = reception.handler();
        if (handler != null) {
            handler.lost(messages, bytes, total);
        }
    }

    /** Judges the peer's silence; to be called about once a second. */
    public void tick() {
        if (closed) {
            return;
        }
        long now = context.now();
        if (reception.handler() == null) {
            if (now - openedAt > context.limits().handshakeNanos()) {
                close(new CloseReason(
                        CloseReason.Kind.VIOLATION, "no handshake within the time limit (--handshake-timeout)"));
            }
            return;
        }
        if (!reading) {
            liveness.heard(now);
        }
        if (!queue.isEmpty()) {
            judgeBacklog(now);
        } else if (liveness.isGone(now)) {
            close(new CloseReason(
                    CloseReason.Kind.SILENCE, "silent for " + Liveness.GONE_AFTER_NANOS / 1_000_000_000L + " s"));
        } else if (reception.speaksCommands() && liveness.isPingDue(now)) {
            liveness.pinged(now);
            sendCommand(PING);
        }
    }

    /** A PING would wait behind the backlog; whether the peer is slow or gone, its system knows. */
    private void judgeBacklog(long now) {
        if (!liveness.isStalled(now)) {
            return;
        }
        try {
            if (context.probe().isUnanswered((InetSocketAddress) channel.getLocalAddress(), remote)) {
                close(new CloseReason(
                        CloseReason.Kind.SILENCE,
                        "unreachable for " + Liveness.GONE_AFTER_NANOS / 1_000_000_000L + " s"));
            }
        } catch (IOException e) {
            broken();
        }
    }

    /** Ends the connection; what waits in its queue is lost. */
    public void close(CloseReason reason) {
        if (closed) {
            return;
        }
        closed = true;
        long unsentMessages = queue.waitingMessages() + abandonedMessages;
        long unsentBytes = queue.waitingBytes() + abandonedBytes;
        traffic.lost(unsentMessages, unsentBytes);
        queue.clear();
        inbound.clear();
        key.cancel();
        try {
            channel.close();
        } catch (IOException ignored) {
            // The descriptor is gone all the same, and the connection with it.
        }
        onClosed.accept(this);
        ConnectionHandler handler = reception.handler();
        if (handler == null) {
            endpoint.refused(this, reason);
        } else {
            handler.closed(reason, unsentMessages, unsentBytes);
        }
    }

    /** Where the owner lists this connection. */
    public int slot() {
        return slot;
    }

    /** Notes where the owner lists this connection. */
    public void slot(int index) {
        slot = index;
    }

    /** Whether the connection has ended. */
    public boolean isClosed() {
        return closed;
    }

    /** How many bytes wait to be sent. */
    public long waitingBytes() {
        return queue.waitingBytes();
    }

    /** How many bytes may wait to be sent. */
    public long queueBytes() {
        return endpoint.queueBytes();
    }

    /** How many messages wait to be sent. */
    public long waitingMessages() {
        return queue.waitingMessages();
    }

    /** What went over this connection so far. */
    public Traffic traffic() {
        return traffic;
    }

    /** What the peer is; null until the handshake is done. */
    public SocketType peerType() {
        return reception.peerType();
    }

    /** The peer's address, without its port. */
    public String remoteHost() {
        return remote.getAddress().getHostAddress();
    }

    /** The peer's address as {@code host:port}. */
    public String remote() {
        return remoteHost() + ":" + remote.getPort();
    }
}
