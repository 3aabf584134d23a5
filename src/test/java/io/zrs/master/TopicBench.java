package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.registry.Registration;
import io.zrs.registry.Registry;
import io.zrs.registry.RegistryListener;
import io.zrs.zmtp.Backlog;
import io.zrs.zmtp.ChunkPool;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.MessageStore;
import io.zrs.zmtp.PeerProbe;
import io.zrs.zmtp.RawPeer;
import io.zrs.zmtp.Wire;
import io.zrs.zmtp.ZmtpConnection;
import io.zrs.zmtp.ZmtpContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** One topic over real sockets, served by the test itself, turn by turn, under a clock that only the test moves. */
final class TopicBench implements AutoCloseable, RegistryListener {
    static final TopicName TOPIC = new TopicName("/t");

    /** What a socket takes without anybody reading at the other end. */
    private static final int PIECE = 16 << 10;

    private static final long HANG_MILLIS = 20_000;
    private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();

    final AtomicLong now = new AtomicLong(1);
    final ChunkPool pool = new ChunkPool(1L << 30);
    final MessageStore store;
    final MessageStore openings;
    final List<MasterEvent> events = new ArrayList<>();
    final List<String> beginnings = new ArrayList<>();
    final Registry registry = new Registry(now::get, this);
    final Topic topic;

    /** What the topic allocated on the heap while it was served. */
    long allocated;

    private final ZmtpContext context;
    private final MasterOptions options;
    private final Reports reports = new Reports(events::add);
    private final Map<Registration, Long> controls = new HashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final Selector selector = Selector.open();
    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final List<Link> links = new ArrayList<>();

    /** Both ends of one data connection. */
    record Link(RawPeer peer, SocketChannel channel, ZmtpConnection connection) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            peer.close();
            channel.close();
        }
    }

    TopicBench() throws IOException {
        this(1L << 30, Latch.MAX_BYTES);
    }

    TopicBench(long queueBytes, long latchBytes) throws IOException {
        store = new MessageStore(pool, latchBytes);
        openings = new MessageStore(pool, Opening.MAX_TOTAL_BYTES);
        context = new ZmtpContext(
                pool,
                new Backlog(Long.MAX_VALUE),
                new ZmtpContext.Limits(1 << 16, Long.MAX_VALUE),
                now::get,
                PeerProbe.UNKNOWN);
        options = MasterOptions.builder().subscriberQueueBytes(queueBytes).build();
        reports.started(new MasterEvent.Started(HOST, 1, false));
        events.clear();
        topic = new Topic(TOPIC, new TopicContext(context, registry, reports, this::lossBegan, store, openings));
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private void lossBegan(TopicName name, Registration subscriber, long messages, long bytes, String reason) {
        String whose = subscriber == null ? "?" : subscriber.node().value();
        beginnings.add(name + " " + whose + " " + messages + " " + bytes + " " + reason);
    }

    @Override
    public void joined(Registration registration) {
        if (registration.owner().protocol() > 1 && registration.role() == Role.PUBLISHER) {
            topic.askPublishers();
        }
    }

    @Override
    public void left(Registration registration, String reason) {}

    @Override
    public void carried(Registration registration, long data) {
        topic.carried(registration, data);
    }

    /** A node whose instance is its name. */
    Registration register(Role role, String node) {
        NodeId id = new NodeId(new NodeName(node), node);
        return registry.register(registry.join(ids.incrementAndGet(), id, NodeDetails.UNKNOWN, HOST), role, TOPIC);
    }

    /** A node of protocol 1, whose connections do not say whose they are. */
    Registration registerOlder(Role role, String node) {
        long control = ids.incrementAndGet();
        Registration registration = registry.register(control, new NodeName(node), role, TOPIC, HOST);
        controls.put(registration, control);
        return registration;
    }

    void withdraw(Registration registration) {
        registry.withdraw(controls.get(registration), registration.node(), registration.role(), TOPIC, HOST);
    }

    /** A data connection whose handshake is done; the peer has read this side's part of that. */
    Link connect(Role role, byte[] handshake) throws IOException {
        RawPeer peer = new RawPeer((InetSocketAddress) listener.getLocalAddress());
        SocketChannel channel = listener.accept();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, 16 << 10);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, 0);
        long before = ids.get();
        ZmtpConnection connection = new ZmtpConnection(
                channel,
                key,
                (InetSocketAddress) channel.getRemoteAddress(),
                new DataEndpoint(topic, role, options, ids::incrementAndGet, reports),
                context,
                ended -> {});
        key.attach(connection);
        connection.start();
        Link link = new Link(peer, channel, connection);
        links.add(link);
        peer.write(handshake);
        until(() -> ids.get() > before);
        peer.read(64);
        peer.readFrame();
        return link;
    }

    /** A publisher that the master is subscribed to. */
    Link publisher() throws IOException {
        Link link = connect(Role.PUBLISHER, Wire.handshake("PUB"));
        link.peer.readFrame();
        if (topic.isAsking()) {
            link.peer.readFrame();
        }
        return link;
    }

    /** A subscriber that has not subscribed yet. */
    Link subscriber() throws IOException {
        return connect(Role.SUBSCRIBER, Wire.handshake("SUB"));
    }

    /** A peer of ZMTP 3.0, which subscribes by messages. */
    Link olderSubscriber() throws IOException {
        return connect(Role.SUBSCRIBER, Wire.concat(Wire.greeting(3, 0), Wire.ready("SUB")));
    }

    /** Messages of the topic, one each; returns when the topic has them. */
    void publish(Link publisher, byte[]... messages) throws IOException {
        takeIn(publisher, messages.length, messages);
    }

    /** Writes, and returns when the master has taken so many messages of that. */
    void takeIn(Link link, int messages, byte[]... parts) throws IOException {
        long expected = link.connection.traffic().messagesIn() + messages;
        byte[] all = Wire.concat(parts);
        for (int from = 0; from < all.length; from += PIECE) {
            link.peer.write(Arrays.copyOfRange(all, from, Math.min(all.length, from + PIECE)));
            turnAtOnce();
        }
        until(() -> link.connection.traffic().messagesIn() >= expected);
    }

    /** Subscribes; returns when that is done. */
    void subscribe(Link subscriber, String prefix) throws IOException {
        takeIn(subscriber, 1, Wire.command("SUBSCRIBE", Wire.ascii(prefix)), Wire.message("done"));
    }

    void cancel(Link subscriber, String prefix) throws IOException {
        takeIn(subscriber, 1, Wire.command("CANCEL", Wire.ascii(prefix)), Wire.message("done"));
    }

    /** Everything that a subscriber was sent, after the master has closed the connection in order. */
    byte[] rest(Link subscriber) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (subscriber.connection.waitingBytes() > 0) {
            subscriber.peer.drainTo(out);
            turnAtOnce();
        }
        subscriber.connection.close(new CloseReason(CloseReason.Kind.LOCAL, "read to the end"));
        out.writeBytes(subscriber.peer.readAll());
        return out.toByteArray();
    }

    /** Serves those connections that are ready, and waits until there is one. */
    void turn() throws IOException {
        int ready = selector.select(this::serve, HANG_MILLIS);
        assertTrue(ready > 0, "nothing happened for " + HANG_MILLIS + " ms");
        context.tick();
    }

    /** Serves whatever is ready now. */
    void turnAtOnce() throws IOException {
        selector.selectNow(this::serve);
        context.tick();
    }

    private void serve(SelectionKey key) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        ((ZmtpConnection) key.attachment()).onReady();
        allocated += threads.getThreadAllocatedBytes(thread) - before;
    }

    /** Serves until the condition holds. */
    void until(BooleanSupplier condition) throws IOException {
        while (!condition.getAsBoolean()) {
            turn();
        }
    }

    /** Moves the clock, and reports as is done once a second. */
    void pass(long millis) {
        now.addAndGet(millis * 1_000_000);
        context.tick();
        topic.report();
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
