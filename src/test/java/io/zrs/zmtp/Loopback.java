package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Connections over real sockets, served by the test itself, turn by turn, under a clock that only the test moves. */
final class Loopback implements AutoCloseable {
    private static final long HANG_MILLIS = 20_000;

    final AtomicLong now = new AtomicLong(1);
    final ChunkPool pool;
    final Backlog backlog = new Backlog(Long.MAX_VALUE);
    final ZmtpContext context;
    final ScriptedEndpoint endpoint;
    final List<ZmtpConnection> ended = new ArrayList<>();
    private final Selector selector = Selector.open();
    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final List<Link> links = new ArrayList<>();

    /** Both ends of one connection. */
    record Link(RawPeer peer, SocketChannel channel, ZmtpConnection connection) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            peer.close();
            channel.close();
        }
    }

    Loopback(ScriptedEndpoint endpoint) throws IOException {
        this(endpoint, new ChunkPool(1L << 30), PeerProbe.UNKNOWN);
    }

    Loopback(ScriptedEndpoint endpoint, ChunkPool pool, PeerProbe probe) throws IOException {
        this.endpoint = endpoint;
        this.pool = pool;
        ZmtpContext.Limits limits = new ZmtpContext.Limits(Contexts.COMMAND_BYTES, Contexts.HANDSHAKE_NANOS);
        this.context = new ZmtpContext(pool, backlog, limits, now::get, probe);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** A new connection; this side has sent its greeting already, the peer nothing. */
    Link connect() throws IOException {
        RawPeer peer = new RawPeer((InetSocketAddress) listener.getLocalAddress());
        SocketChannel channel = listener.accept();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, 16 << 10);
        SelectionKey key = channel.register(selector, 0);
        InetSocketAddress remote = (InetSocketAddress) channel.getRemoteAddress();
        ZmtpConnection connection = new ZmtpConnection(channel, key, remote, endpoint, context, ended::add);
        key.attach(connection);
        connection.start();
        Link link = new Link(peer, channel, connection);
        links.add(link);
        return link;
    }

    /** A connection whose handshake is done; the peer has read this side's part of it. */
    Link connected(byte[] handshake) throws IOException {
        Link link = connect();
        int before = endpoint.handlers.size();
        link.peer.write(handshake);
        until(() -> endpoint.handlers.size() > before);
        link.peer.read(Greeting.BYTES);
        link.peer.readFrame();
        return link;
    }

    /** Waits for sockets, and serves those that are ready. */
    void turn() throws IOException {
        int ready = selector.select(key -> ((ZmtpConnection) key.attachment()).onReady(), HANG_MILLIS);
        assertTrue(ready > 0, "nothing happened for " + HANG_MILLIS + " ms");
        context.tick();
    }

    /** Serves whatever is ready now. */
    void turnAtOnce() throws IOException {
        selector.selectNow(key -> ((ZmtpConnection) key.attachment()).onReady());
        context.tick();
    }

    /** Serves until the condition holds. */
    void until(BooleanSupplier condition) throws IOException {
        while (!condition.getAsBoolean()) {
            turn();
        }
    }

    /** Moves the clock, and has every connection look at it. */
    void pass(long nanos) {
        now.addAndGet(nanos);
        context.tick();
        links.forEach(link -> link.connection.tick());
    }

    @Override
    public void close() throws IOException {
        for (Link link : links) {
            link.close();
        }
        selector.close();
        listener.close();
    }
}
