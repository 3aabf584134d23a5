package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.zrs.zmtp.RawPeer;
import io.zrs.zmtp.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A master in this process on a free port, what it tells, and nodes that talk to it. The nodes are plain sockets, because
 * what a test sees should be the master's doing alone.
 */
final class TestMaster implements AutoCloseable, MasterEvents {
    private static final long HANG_NANOS = TimeUnit.SECONDS.toNanos(30);

    final Master master;
    private final List<MasterEvent> events = new ArrayList<>();
    private final RawPeer control;

    TestMaster() throws IOException {
        this(options -> options);
    }

    TestMaster(UnaryOperator<MasterOptions.Builder> options) throws IOException {
        master = Master.start(options.apply(MasterOptions.builder().port(0)).build(), this);
        control = peer("REQ", master.port());
    }

    @Override
    public synchronized void on(MasterEvent event) {
        events.add(event);
        notifyAll();
    }

    synchronized List<MasterEvent> events() {
        return List.copyOf(events);
    }

    /** Waits until what was told so far fits. */
    synchronized void await(Predicate<List<MasterEvent>> condition) throws InterruptedException {
        long deadline = System.nanoTime() + HANG_NANOS;
        while (!condition.test(events)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                fail("the master told only " + events);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Waits for an event of this type that fits, and returns the first one. */
    <E extends MasterEvent> E await(Class<E> type, Predicate<E> condition) throws InterruptedException {
        await(list -> list.stream().anyMatch(e -> type.isInstance(e) && condition.test(type.cast(e))));
        return events().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(condition)
                .findFirst()
                .orElseThrow();
    }

    /** What the master answers to a request. */
    String request(String text) throws IOException {
        control.write(Wire.message("", text));
        assertArrayEquals(new byte[] {1, 0}, control.readFrame());
        byte[] reply = control.readFrame();
        int header = (reply[0] & 2) == 0 ? 2 : 9;
        return new String(reply, header, reply.length - header, StandardCharsets.UTF_8);
    }

    /** The port that a request is granted. */
    int grant(String text) throws IOException {
        String reply = request(text);
        assertTrue(reply.startsWith("REQUEST GRANT "), reply);
        return Integer.parseInt(reply.substring("REQUEST GRANT ".length()));
    }

    /** A raw connection of this type, its handshake done. */
    RawPeer peer(String type, int port) throws IOException {
        RawPeer peer = new RawPeer(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        peer.write(Wire.handshake(type));
        peer.read(64);
        peer.readFrame();
        return peer;
    }

    /** A raw publisher that the master is subscribed to. */
    RawPeer publisher(String topic) throws IOException {
        RawPeer peer = peer("PUB", grant("REQUEST_PUB raw_pub " + topic));
        assertArrayEquals(Wire.command("SUBSCRIBE", Wire.ascii(topic)), peer.readFrame());
        return peer;
    }

    /** A raw subscriber whose subscription is active: its PING behind that is answered. */
    RawPeer subscriber(String topic, String prefix) throws IOException {
        RawPeer peer = peer("SUB", grant("REQUEST_SUB raw_sub " + topic));
        subscribe(peer, prefix);
        return peer;
    }

    /** One more subscription; returns when it is active. */
    void subscribe(RawPeer subscriber, String prefix) throws IOException {
        byte[] mark = Wire.ascii("mark");
        subscriber.write(
                Wire.command("SUBSCRIBE", Wire.ascii(prefix)),
                Wire.command("PING", Wire.concat(new byte[] {0, 0}, mark)));
        assertArrayEquals(Wire.command("PONG", mark), subscriber.readFrame());
    }

    @Override
    public void close() throws IOException {
        control.close();
        master.close();
    }
}
