package io.zrs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NodeConnectTest {
    private static final NodeName NAME = new NodeName("./my nodes/a.py");
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);

    private static ZrsException failure(Runnable call) {
        return assertThrows(ZrsException.class, call::run);
    }

    @Test
    void knowsAZrsMaster() {
        try (ScriptedMaster master = new ScriptedMaster();
                Node node = Node.connect(master.address(), NAME)) {
            assertEquals(2, node.protocol());
            assertEquals(Optional.of("scripted"), node.masterVersion());
            assertEquals(NAME, node.name());
            assertEquals(master.address(), node.master());
            assertEquals(List.of("LIST_ALL_TOPICS ./my_nodes/a.py zrs/2", "join ./my nodes/a.py"), master.requests());
        }
    }

    @Test
    void saysThatWhatAnswersIsNoMaster() {
        try (ScriptedMaster master = new ScriptedMaster()) {
            master.answerBy(request -> Optional.of("400 Bad Request"));
            ZrsException e = failure(() -> Node.connect(master.address(), NAME));
            assertEquals(ErrorCode.NO_MASTER, e.code());
            assertEquals("what answers at " + master.address() + " is not a master", e.getMessage());
        }
    }

    @Test
    void knowsAnOriginalMaster() {
        try (ScriptedMaster master = new ScriptedMaster()) {
            master.answerBy(request -> request.startsWith("LIST") ? Optional.of("b,a") : null);
            try (Node node = Node.connect(master.address(), NAME)) {
                assertEquals(1, node.protocol());
                assertEquals(Optional.empty(), node.masterVersion());
                assertEquals(List.of(new TopicName("b"), new TopicName("a")), node.topics());
            }
        }
    }

    @Test
    void tellsWhenThereIsNoMaster() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        MasterAddress nobody = new MasterAddress("127.0.0.1", port);
        ZrsException e = failure(() -> MasterClient.connect(nobody, NAME, SHORT));
        assertEquals(ErrorCode.NO_MASTER, e.code());
        assertEquals("no master answers at 127.0.0.1:" + port, e.getMessage());
        assertEquals("start one with 'zrs master', or name another with --master HOST[:PORT]", e.remedy());
        NodeOptions options =
                NodeOptions.builder(NAME).master(nobody).connectTimeout(SHORT).build();
        assertEquals(ErrorCode.NO_MASTER, failure(() -> Node.connect(options)).code());
    }

    @Test
    void tellsWhenAnswersNeverCome() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            MasterAddress address = new MasterAddress("127.0.0.1", silent.getLocalPort());
            assertEquals(
                    ErrorCode.NO_MASTER,
                    failure(() -> MasterClient.connect(address, NAME, SHORT)).code());
        }
    }

    @Test
    void tellsWhenSomethingElseListens() throws Exception {
        try (ServerSocket web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> serveOnce(web));
            server.start();
            MasterAddress address = new MasterAddress("127.0.0.1", web.getLocalPort());
            assertEquals(
                    ErrorCode.NO_MASTER,
                    failure(() -> MasterClient.connect(address, NAME, Duration.ofSeconds(2)))
                            .code());
            server.join();
        }
    }

    private static void serveOnce(ServerSocket web) {
        try (Socket peer = web.accept();
                OutputStream out = peer.getOutputStream()) {
            out.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsOfAnUnknownHostAtOnce() {
        MasterAddress address = new MasterAddress("no-such-host.invalid", 5555);
        ZrsException e = failure(() -> MasterClient.connect(address, NAME, LONG));
        assertEquals(ErrorCode.NO_MASTER, e.code());
        assertTrue(e.getMessage().contains("no-such-host.invalid"), e.getMessage());
    }

    @Test
    void waitsForAMasterThatStartsLater() throws Exception {
        int port = portOfAMasterThatIsGone();
        List<Integer> protocols = new ArrayList<>();
        Thread early = new Thread(() -> {
            try (MasterClient client = MasterClient.connect(new MasterAddress("127.0.0.1", port), NAME, LONG)) {
                protocols.add(client.protocol());
            }
        });
        early.start();
        ScriptedMaster late = new ScriptedMaster(port);
        early.join();
        late.close();
        assertEquals(List.of(2), protocols);
    }

    private static int portOfAMasterThatIsGone() {
        try (ScriptedMaster gone = new ScriptedMaster()) {
            return gone.address().port();
        }
    }

    @Test
    void passesTheMastersRefusalOn() {
        try (ScriptedMaster master = new ScriptedMaster();
                MasterClient client = MasterClient.connect(master.address(), NAME, LONG)) {
            master.answerBy(request -> Optional.of("ERROR the table is full"));
            ZrsException e = failure(client::topics);
            assertEquals(ErrorCode.REFUSED, e.code());
            assertEquals("the master refuses: the table is full", e.getMessage());
        }
    }

    @Test
    void asksAgainAfterATimeout() {
        try (ScriptedMaster master = new ScriptedMaster();
                MasterClient client = MasterClient.connect(master.address(), NAME, Duration.ofSeconds(1))) {
            master.answerBy(request -> Optional.empty());
            assertEquals(ErrorCode.NO_MASTER, failure(client::topics).code());
            master.answerBy(request -> null);
            assertEquals(List.of(), client.topics());
        }
    }

    @Test
    void findsOutWhoAnswersAfterARestart() {
        ScriptedMaster zrs = new ScriptedMaster();
        try (MasterClient client = MasterClient.connect(zrs.address(), NAME, LONG)) {
            zrs.close();
            try (ScriptedMaster original = new ScriptedMaster(zrs.address().port())) {
                original.answerBy(request -> request.startsWith("LIST") ? Optional.of("") : null);
                Request stop = new Request.StopPublishing(NAME, new TopicName("t"));
                // The first may still go to the old one, which closes the connection without an answer.
                Await.until(
                        "the new one is found",
                        () -> failure(() -> client.request(stop)).code() == ErrorCode.REFUSED);
                assertEquals(1, client.protocol());
                assertEquals(List.of("LIST_ALL_TOPICS ./my_nodes/a.py zrs/2"), original.requests());
            }
        }
    }

    @Test
    void sharesOneConnectionAmongThreads() throws InterruptedException {
        try (ScriptedMaster master = new ScriptedMaster();
                MasterClient client = MasterClient.connect(master.address(), NAME, LONG)) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                threads.add(new Thread(() -> {
                    for (int j = 0; j < 50; j++) {
                        client.topics();
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(1 + 4 * 50, master.requests().size());
        }
    }

    @Test
    void keepsAnInterruptForLater() {
        try (ScriptedMaster master = new ScriptedMaster();
                MasterClient client = MasterClient.connect(master.address(), NAME, LONG)) {
            Thread.currentThread().interrupt();
            assertEquals(List.of(), client.topics());
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void endsARequestByClosing() throws InterruptedException {
        try (ScriptedMaster master = new ScriptedMaster()) {
            MasterClient client = MasterClient.connect(master.address(), NAME, LONG);
            master.answerBy(request -> Optional.empty());
            List<ErrorCode> codes = new ArrayList<>();
            Thread asking = new Thread(() -> codes.add(failure(client::topics).code()));
            asking.start();
            Await.until("the request is there", () -> master.requests().size() == 2);
            client.close();
            asking.join();
            assertEquals(List.of(ErrorCode.CLOSED), codes);
            assertEquals(ErrorCode.CLOSED, failure(client::topics).code());
            client.close();
        }
    }
}
