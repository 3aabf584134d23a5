package io.zrs.zmtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.zmtp.Loopback.Link;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZmtpSendingTest {
    private static final int SIZE = 1_000;

    /** Keeps the numbers off the bytes that notices start with. */
    private static final int FIRST = 1 << 30;

    /** Sends numbered messages of {@link #SIZE} bytes, in runs of {@code run}. */
    private static void send(Loopback net, ZmtpConnection connection, int first, int count, int run) {
        Chunk chunk = net.pool.acquire(run * SIZE);
        for (int sent = 0; sent < count; sent += run) {
            for (int i = 0; i < run; i++) {
                byte[] body = ByteBuffer.allocate(SIZE - Frames.LONG_HEADER)
                        .putInt(0, FIRST + first + sent + i)
                        .array();
                chunk.bytes().put(i * SIZE, Wire.frame(0, body));
            }
            connection.send(chunk, 0, run * SIZE, run);
            if (chunk.isShared()) {
                chunk.release();
                chunk = net.pool.acquire(run * SIZE);
            }
        }
        chunk.release();
    }

    private static int number(byte[] stream, int message) {
        assertEquals(2, stream[message * SIZE], "the flags of message " + message);
        return ByteBuffer.wrap(stream).getInt(message * SIZE + Frames.LONG_HEADER) - FIRST;
    }

    private static byte[] readWhile(Loopback net, Link link) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (link.connection().waitingBytes() > 0) {
            link.peer().drainTo(out);
            net.turnAtOnce();
        }
        link.connection().close(CloseReason.SHUTDOWN);
        out.writeBytes(link.peer().readAll());
        return out.toByteArray();
    }

    @Test
    void whatTheSocketDoesNotTakeAtOnceFollowsInOrder() throws IOException {
        ScriptedEndpoint endpoint = new ScriptedEndpoint(SocketType.XPUB, Long.MAX_VALUE, true, RecordingHandler::new);
        try (Loopback net = new Loopback(endpoint)) {
            Link link = net.connected(Wire.handshake("SUB"));
            send(net, link.connection(), 0, 6_000, 3);
            send(net, link.connection(), 6_000, 6_000, 200);
            assertTrue(link.connection().waitingBytes() > 0, "the test fills the socket");
            byte[] stream = readWhile(net, link);
            assertEquals(12_000 * SIZE, stream.length);
            for (int i = 0; i < 12_000; i++) {
                assertEquals(i, number(stream, i));
            }
            assertEquals(12_000, link.connection().traffic().messagesOut());
            assertEquals(0, endpoint.handler().lostMessages + endpoint.handler().unsentMessages);
            assertEquals(ZmtpContext.RECEIVE_BYTES, net.pool.usedBytes());
        }
    }

    @Test
    void aSlowPeerLosesTheOldestWholeMessagesAndEachIsCounted() throws IOException {
        ScriptedEndpoint endpoint = new ScriptedEndpoint(SocketType.XPUB, 100_000, true, RecordingHandler::new);
        try (Loopback net = new Loopback(endpoint)) {
            Link link = net.connected(Wire.handshake("SUB"));
            send(net, link.connection(), 0, 20_000, 1);
            send(net, link.connection(), 20_000, 20_000, 50);
            RecordingHandler handler = endpoint.handler();
            assertTrue(link.connection().waitingBytes() <= 100_000 + SIZE);
            byte[] stream = readWhile(net, link);
            assertEquals(0, stream.length % SIZE, "whole messages");
            int received = stream.length / SIZE;
            assertEquals(40_000, received + handler.lostMessages);
            assertEquals(40_000L * SIZE, stream.length + handler.lostBytes);
            assertEquals(39_999, number(stream, received - 1), "the newest is there");
            for (int i = 1; i < received; i++) {
                assertTrue(number(stream, i) > number(stream, i - 1), "in order");
            }
            assertEquals(handler.lostMessages, link.connection().traffic().messagesLost());
            assertEquals(handler.lostBytes, link.connection().traffic().bytesLost());
        }
    }

    @Test
    void closingCountsWhatWasNotSent() throws IOException {
        ScriptedEndpoint endpoint = new ScriptedEndpoint(SocketType.XPUB, Long.MAX_VALUE, true, RecordingHandler::new);
        try (Loopback net = new Loopback(endpoint)) {
            Link link = net.connected(Wire.handshake("SUB"));
            send(net, link.connection(), 0, 10_000, 10);
            long waiting = link.connection().waitingMessages();
            link.connection().close(CloseReason.SHUTDOWN);
            byte[] stream = link.peer().readAll();
            RecordingHandler handler = endpoint.handler();
            assertEquals(List.of(CloseReason.SHUTDOWN), handler.ends);
            assertEquals(waiting, handler.unsentMessages);
            assertEquals(10_000, stream.length / SIZE + handler.unsentMessages);
            assertEquals(10_000L * SIZE, stream.length + handler.unsentBytes);
            assertEquals(10_000, link.connection().traffic().messagesOut());
            assertEquals(waiting, link.connection().traffic().messagesLost());
            assertEquals(handler.unsentBytes, link.connection().traffic().bytesLost());
            assertEquals(0, net.backlog.bytes());
            assertEquals(ZmtpContext.RECEIVE_BYTES, net.pool.usedBytes());
        }
    }

    @Test
    void whatABrokenConnectionDidNotTakeIsLost() throws IOException {
        ScriptedEndpoint endpoint = new ScriptedEndpoint(SocketType.XPUB, Long.MAX_VALUE, true, RecordingHandler::new);
        try (Loopback net = new Loopback(endpoint)) {
            Link link = net.connected(Wire.handshake("SUB"));
            link.channel().shutdownOutput();
            send(net, link.connection(), 0, 30, 10);
            assertTrue(link.connection().isClosed());
            assertEquals(10, endpoint.handler().unsentMessages);
            assertEquals(10, link.connection().traffic().messagesOut());
            assertEquals(10, link.connection().traffic().messagesLost());
            assertEquals(10 * SIZE, link.connection().traffic().bytesLost());
        }
    }

    @Test
    void whatThereIsNoMemoryForIsLost() throws IOException {
        ScriptedEndpoint endpoint = new ScriptedEndpoint(SocketType.XPUB, Long.MAX_VALUE, true, RecordingHandler::new);
        ChunkPool pool = new ChunkPool(2L << 20);
        try (Loopback net = new Loopback(endpoint, pool, PeerProbe.UNKNOWN)) {
            Link link = net.connected(Wire.handshake("SUB"));
            Chunk chunk = pool.acquire(16 * SIZE);
            chunk.bytes().put(0, Wire.repeat(Wire.frame(0, Wire.filled(SIZE - Frames.LONG_HEADER, 'x')), 3));
            for (int i = 0; i < 3_000; i++) {
                link.connection().send(chunk, 0, 3 * SIZE, 3);
            }
            chunk.release();
            Traffic traffic = link.connection().traffic();
            long delivered = traffic.messagesOut() - traffic.messagesLost();
            assertTrue(traffic.messagesLost() > 0 && !link.connection().isClosed(), "the test exhausts the memory");
            assertEquals(delivered, readWhile(net, link).length / SIZE);
            assertEquals(traffic.bytesLost(), SIZE * traffic.messagesLost());
        }
    }

    @Test
    void noticesAreNobodysMessages() throws IOException {
        ScriptedEndpoint endpoint = new ScriptedEndpoint(SocketType.XPUB, 100_000, true, RecordingHandler::new);
        try (Loopback net = new Loopback(endpoint)) {
            Link link = net.connected(Wire.handshake("SUB"));
            link.connection().sendNotice(Wire.ascii("\0hello"));
            assertArrayEquals(Wire.message("\0hello"), link.peer().readFrame());
            int rounds = 0;
            for (; endpoint.handler().lostMessages < 500; rounds++) {
                link.connection().sendNotice(Wire.ascii("\0hello"));
                send(net, link.connection(), rounds, 1, 1);
            }
            Traffic traffic = link.connection().traffic();
            assertEquals(rounds, traffic.messagesOut());
            assertEquals(rounds * (long) SIZE, traffic.bytesOut());
            assertEquals(endpoint.handler().lostMessages, traffic.messagesLost());
            long waiting = link.connection().waitingMessages();
            link.connection().close(CloseReason.SHUTDOWN);
            byte[] stream = link.peer().readAll();
            int received = 0;
            int whole = 0;
            for (ByteBuffer bytes = ByteBuffer.wrap(stream); whole + Frames.LONG_HEADER < stream.length; ) {
                if (Frames.frameEnd(bytes, whole) > stream.length) {
                    break;
                }
                received += Frames.isCounted(bytes, whole) ? 1 : 0;
                whole = Frames.frameEnd(bytes, whole);
            }
            assertEquals(rounds, received + waiting + endpoint.handler().lostMessages);
        }
    }

    @Test
    void aPeerThatDoesNotReadItsRepliesIsClosed() throws IOException {
        ScriptedEndpoint endpoint = new ScriptedEndpoint(SocketType.ROUTER, 100_000, false, RecordingHandler::new);
        try (Loopback net = new Loopback(endpoint)) {
            Link link = net.connected(Wire.handshake("REQ"));
            for (int i = 0; i < 100 && !link.connection().isClosed(); i++) {
                link.connection().send(Wire.frame(0, new byte[SIZE * 100]));
            }
            assertEquals(
                    "the peer does not read its replies",
                    endpoint.handler().ends.get(0).text());
            assertEquals(0, net.backlog.bytes());
            assertEquals(ZmtpContext.RECEIVE_BYTES, net.pool.usedBytes());
        }
    }

    @Test
    void whatIsSentAfterTheEndGoesNowhere() throws IOException {
        ScriptedEndpoint endpoint = new ScriptedEndpoint(SocketType.XPUB);
        try (Loopback net = new Loopback(endpoint)) {
            Link link = net.connected(Wire.handshake("SUB"));
            link.connection().close(CloseReason.SHUTDOWN);
            link.connection().close(CloseReason.PEER);
            link.connection().violated("late");
            link.connection().send(Wire.message("late"));
            send(net, link.connection(), 0, 10, 1);
            net.pass(Contexts.HANDSHAKE_NANOS * 10);
            link.connection().onReady();
            assertEquals(List.of(CloseReason.SHUTDOWN), endpoint.handler().ends);
            assertEquals(1, net.ended.size());
            assertEquals(0, link.connection().traffic().messagesOut());
            assertEquals(0, link.peer().readAll().length);
        }
    }

    @Test
    void nothingIsTakenAfterAHandlerEndedTheConnection() throws IOException {
        ScriptedEndpoint endpoint =
                new ScriptedEndpoint(SocketType.XPUB, 1 << 20, true, connection -> new RecordingHandler(connection) {
                    @Override
                    public void messages(Chunk chunk, int start, int end, int count) {
                        super.messages(chunk, start, end, count);
                        connection.violated("enough");
                    }
                });
        try (Loopback net = new Loopback(endpoint)) {
            Link link = net.connect();
            link.peer()
                    .write(
                            Wire.handshake("SUB"),
                            Wire.message("a"),
                            Wire.command("SUBSCRIBE", Wire.ascii("b")),
                            Wire.message("c"),
                            Wire.frame(0, new byte[70_000]));
            net.until(link.connection()::isClosed);
            assertEquals(List.of("opened", "a"), endpoint.handler().events);
            assertEquals(1, endpoint.handler().ends.size());
            assertEquals(ZmtpContext.RECEIVE_BYTES, net.pool.usedBytes());
        }
    }

    @Test
    void subscribesInThePeersOwnWay() throws IOException {
        ScriptedEndpoint endpoint = new ScriptedEndpoint(SocketType.XSUB);
        try (Loopback net = new Loopback(endpoint)) {
            Link modern = net.connected(Wire.handshake("PUB"));
            modern.connection().subscribe(Wire.ascii("topic"));
            assertArrayEquals(
                    Wire.command("SUBSCRIBE", Wire.ascii("topic")),
                    modern.peer().readFrame());
            Link older = net.connected(Wire.concat(Wire.greeting(3, 0), Wire.ready("XPUB")));
            older.connection().subscribe(Wire.ascii("topic"));
            assertArrayEquals(Wire.message("\1topic"), older.peer().readFrame());
            assertFalse(modern.connection().isClosed());
        }
    }
}
