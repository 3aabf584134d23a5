package io.zrs.it;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQ.Socket;

/** The master with JeroMQ's sockets: every kind that it serves. */
class JeroMqIT {
    private static final String GATE = "\0zrs/gate";

    /** What a REQ socket of ZMTP 3.1 opens with, under the NULL mechanism. */
    private static final byte[] GREETING_AND_READY = ("\u00ff" + "\0".repeat(8) + "\u007f\3\1NULL" + "\0".repeat(48)
                    + "\u0004\u0019\5READY\u000bSocket-Type\0\0\0\3REQ")
            .getBytes(StandardCharsets.ISO_8859_1);

    private static RunningMaster master;

    private final ZContext context = new ZContext();

    @BeforeAll
    static void startMaster() {
        master = RunningMaster.start();
    }

    @AfterAll
    static void stopMaster() {
        assertEquals(0, master.stop(), master::log);
    }

    @AfterEach
    void closeSockets() {
        context.close();
    }

    /**
     * A socket whose connection stands. JeroMQ 0.6.0 at times forgets to watch a connection that it has just opened, and
     * remembers it when anything else changes on that thread: so a second one is opened after each.
     */
    private Socket connect(SocketType type, int port, String... subscriptions) {
        Socket socket = context.createSocket(type);
        socket.setReceiveTimeOut((int) RunningProcess.DEADLINE.toMillis());
        socket.setSndHWM(0);
        socket.setRcvHWM(0);
        for (String subscription : subscriptions) {
            socket.subscribe(subscription.getBytes(ZMQ.CHARSET));
        }
        CountDownLatch connected = new CountDownLatch(1);
        socket.setEventHook(event -> connected.countDown(), ZMQ.EVENT_CONNECTED);
        socket.connect("tcp://127.0.0.1:" + port);
        try {
            assertTrue(connected.await(RunningProcess.DEADLINE.toSeconds(), SECONDS), "no connection to port " + port);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted before port " + port + " was connected", e);
        }
        context.createSocket(SocketType.DEALER).connect("tcp://127.0.0.1:" + master.port());
        return socket;
    }

    private int grant(String verb, String topic) {
        try (Socket req = connect(SocketType.REQ, master.port())) {
            req.send(verb + " jeromq " + topic);
            String reply = receive(req);
            assertEquals("REQUEST GRANT ", reply.substring(0, 14), reply);
            return Integer.parseInt(reply.substring(14));
        }
    }

    private static String receive(Socket socket) {
        String text = socket.recvStr();
        assertNotNull(text, "nothing came before the deadline");
        return text;
    }

    /** An XPUB whose way to the master is open. */
    private Socket publisher(String topic) {
        Socket xpub = connect(SocketType.XPUB, grant("REQUEST_PUB", topic));
        assertEquals("\u0001" + topic, receive(xpub));
        return xpub;
    }

    /** A SUB or XSUB whose subscription the master has. */
    private Socket subscriber(SocketType type, String topic) {
        int port = grant("REQUEST_SUB", topic);
        Socket socket = type == SocketType.SUB ? connect(type, port, "", GATE) : connect(type, port);
        if (type == SocketType.XSUB) {
            socket.send("\u0001");
            socket.send("\u0001" + GATE);
        }
        assertEquals(GATE + " " + topic, receive(socket));
        return socket;
    }

    @Test
    void xpubToSubAndXsub() {
        Socket xpub = publisher("JX");
        Socket sub = subscriber(SocketType.SUB, "JX");
        Socket xsub = subscriber(SocketType.XSUB, "JX");
        for (int i = 0; i < 20_000; i++) {
            xpub.send("JX " + i);
        }
        for (int i = 0; i < 20_000; i++) {
            assertEquals("JX " + i, receive(sub));
            assertEquals("JX " + i, receive(xsub));
        }
    }

    @Test
    void pubToSub() {
        Socket sub = subscriber(SocketType.SUB, "JP");
        sub.setReceiveTimeOut(20);
        Socket pub = connect(SocketType.PUB, grant("REQUEST_PUB", "JP"));
        long end = System.nanoTime() + RunningProcess.DEADLINE.toNanos();
        String first;
        do {
            assertFalse(System.nanoTime() > end, "nothing came before the deadline");
            pub.send("JP mark");
            first = sub.recvStr();
        } while (first == null);
        pub.send("JP done");
        sub.setReceiveTimeOut((int) RunningProcess.DEADLINE.toMillis());
        for (String text = first; !text.equals("JP done"); text = receive(sub)) {
            assertEquals("JP mark", text);
        }
    }

    @Test
    void largeAndMultiFrameMessages() {
        Socket xpub = publisher("JL");
        Socket sub = subscriber(SocketType.SUB, "JL");
        byte[] large = new byte[5_000_000];
        Arrays.fill(large, (byte) 'x');
        System.arraycopy("JL ".getBytes(ZMQ.CHARSET), 0, large, 0, 3);
        for (int i = 0; i < 5; i++) {
            xpub.sendMore("JL");
            xpub.sendMore(large);
            xpub.send("last");
            xpub.send(large);
            assertEquals("JL", receive(sub));
            assertEquals(large.length, sub.recv().length);
            assertEquals("last", receive(sub));
            assertFalse(sub.hasReceiveMore());
            assertEquals(large.length, sub.recv().length);
        }
    }

    @Test
    void unsubscribedPrefixesDoNotCome() {
        Socket xpub = publisher("JU");
        Socket sub = connect(SocketType.SUB, grant("REQUEST_SUB", "JU"), "JU a", GATE);
        assertEquals(GATE + " JU", receive(sub));
        xpub.send("JU b");
        xpub.send("JU a 1");
        assertEquals("JU a 1", receive(sub));
        sub.unsubscribe("JU a");
        sub.unsubscribe(GATE.getBytes(ZMQ.CHARSET));
        sub.subscribe("JU b");
        sub.subscribe(GATE.getBytes(ZMQ.CHARSET));
        assertEquals(GATE + " JU", receive(sub));
        xpub.send("JU a 2");
        xpub.send("JU b 2");
        assertEquals("JU b 2", receive(sub));
    }

    /** A peer that is silent for good shows when the master has lost patience; who answers PING is still there then. */
    @Test
    void idleSocketsAreKept() throws IOException {
        Socket req = connect(SocketType.REQ, master.port());
        req.send("REQUEST_PUB idle JI");
        Socket xpub = connect(SocketType.XPUB, Integer.parseInt(receive(req).substring("REQUEST GRANT ".length())));
        assertEquals("\u0001JI", receive(xpub));
        Socket sub = subscriber(SocketType.SUB, "JI");
        try (java.net.Socket silent = new java.net.Socket("127.0.0.1", master.port())) {
            silent.setSoTimeout((int) RunningProcess.DEADLINE.toMillis());
            silent.getOutputStream().write(GREETING_AND_READY);
            silent.getInputStream().readAllBytes();
        }
        xpub.send("JI still here");
        assertEquals("JI still here", receive(sub));
        req.send("LIST_ALL_TOPICS idle null");
        assertFalse(receive(req).isEmpty());
        assertFalse(master.log().lines().anyMatch(line -> line.contains("\"left\"") && line.contains("\"idle\"")));
    }

    @Test
    void reqAndDealerAsk() {
        Socket req = connect(SocketType.REQ, master.port());
        Socket dealer = connect(SocketType.DEALER, master.port());
        for (int i = 0; i < 100; i++) {
            dealer.sendMore("");
            dealer.send("REQUEST_MAP null null");
            req.send("nonsense");
            assertEquals("ERROR ", receive(req).substring(0, 6));
        }
        for (int i = 0; i < 100; i++) {
            assertEquals("", receive(dealer));
            assertEquals("digraph G {", receive(dealer).lines().findFirst().orElseThrow());
        }
        dealer.setReceiveTimeOut(0);
        assertNull(dealer.recv());
    }
}
