package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.zmtp.Backlog;
import io.zrs.zmtp.ChunkPool;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.ConnectionHandler;
import io.zrs.zmtp.PeerProbe;
import io.zrs.zmtp.SocketType;
import io.zrs.zmtp.ZmtpConnection;
import io.zrs.zmtp.ZmtpContext;
import io.zrs.zmtp.ZmtpEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EventLoopTest {
    private static final long SLEPT = TimeUnit.MILLISECONDS.toNanos(700);

    private final AtomicLong now = new AtomicLong(1);
    private final ZmtpContext context = new ZmtpContext(
            new ChunkPool(1L << 30),
            new Backlog(Long.MAX_VALUE),
            new ZmtpContext.Limits(1 << 16, Long.MAX_VALUE),
            now::get,
            PeerProbe.UNKNOWN);
    private final List<Long> servedAt = new ArrayList<>();

    @Test
    void whatComesAfterASleepIsOfTheMomentItCame() throws IOException {
        EventLoop loop =
                new EventLoop(Selector.open(), context, new Admission(0, Integer.MAX_VALUE), new Reports(event -> {}));
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .configureBlocking(false);
        loop.listen(listener, new Witness());
        try (SocketChannel peer = SocketChannel.open(listener.getLocalAddress())) {
            assertTrue(peer.isConnected());
            loop.run(() -> sleep(loop), () -> {});
        }
        assertEquals(List.of(1 + SLEPT), servedAt);
    }

    /** The time that passes while the loop waits for the peer that is there already; once that is served, it ends. */
    private long sleep(EventLoop loop) {
        if (servedAt.isEmpty()) {
            now.set(1 + SLEPT);
        } else {
            loop.stop();
        }
        return SLEPT;
    }

    /** Notes when the loop begins to serve a connection. */
    private final class Witness implements ZmtpEndpoint {
        @Override
        public SocketType socketType() {
            if (servedAt.isEmpty()) {
                servedAt.add(context.now());
            }
            return SocketType.ROUTER;
        }

        @Override
        public int maxMessageBytes() {
            return 1 << 20;
        }

        @Override
        public String maxMessageOption() {
            return "--none";
        }

        @Override
        public long queueBytes() {
            return 1 << 20;
        }

        @Override
        public boolean mayDrop() {
            return false;
        }

        @Override
        public ConnectionHandler opened(ZmtpConnection connection) {
            throw new AssertionError("nobody shakes hands here");
        }

        @Override
        public void refused(ZmtpConnection connection, CloseReason reason) {
            // It ends with the loop.
        }
    }
}
