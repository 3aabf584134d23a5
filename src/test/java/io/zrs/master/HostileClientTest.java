package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.zmtp.RawPeer;
import io.zrs.zmtp.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Clients of protocol 2 that ask for more than is good: they may lose their own connection, and nobody else anything. */
class HostileClientTest {
    private static final String HELLO = "LIST_ALL_TOPICS client zrs/2";

    private static String join(String name, String instance) {
        return "{\"op\":\"join\",\"node\":{\"name\":\"" + name + "\",\"instance\":\"" + instance + "\"}}";
    }

    private static void send(RawPeer client, String... requests) throws IOException {
        byte[][] messages = new byte[requests.length][];
        for (int i = 0; i < requests.length; i++) {
            messages[i] = Wire.message(requests[i]);
        }
        client.write(messages);
    }

    private static String reply(RawPeer client) throws IOException {
        byte[] frame = client.readFrame();
        int header = (frame[0] & 2) == 0 ? 2 : 9;
        return new String(frame, header, frame.length - header, StandardCharsets.UTF_8);
    }

    /** What the master answers on a connection that has said hello. */
    private static String ask(RawPeer client, String request) throws IOException {
        send(client, request);
        return reply(client);
    }

    private static RawPeer client(TestMaster master) throws IOException {
        RawPeer client = master.peer("DEALER", master.master.port());
        assertTrue(ask(client, HELLO).startsWith("{\"zrs\":2"));
        return client;
    }

    @Test
    void readersOfEventsThatDoNotReadLoseTheirConnectionsAndNobodyElseDoes() throws Exception {
        try (TestMaster master = new TestMaster();
                RawPeer one = client(master);
                RawPeer another = client(master);
                RawPeer busy = client(master)) {
            for (RawPeer reader : new RawPeer[] {one, another}) {
                ask(reader, join("reader", reader == one ? "one" : "another"));
                ask(reader, "{\"op\":\"events\"}");
            }
            ask(busy, join("n".repeat(4000), "busy"));
            String[] cycles = new String[12_000];
            for (int i = 0; i < cycles.length; i += 2) {
                cycles[i] = "{\"op\":\"subscribe\",\"topic\":\"/t\"}";
                cycles[i + 1] = "{\"op\":\"withdraw\",\"topic\":\"/t\",\"role\":\"subscriber\"}";
            }
            send(busy, cycles);
            for (int i = 0; i < cycles.length; i++) {
                assertTrue(reply(busy).contains("\"ok\":true"));
            }
            master.await(MasterEvent.Refused.class, e -> true);
            String nodes = ask(busy, "{\"op\":\"nodes\",\"node\":\"reader\"}");
            assertTrue(nodes.contains("\"nodes\":[]"), nodes);
        }
    }

    @Test
    void aRegistrationIsLeftOnceHoweverOftenThatIsAsked() throws IOException {
        try (TestMaster master = new TestMaster();
                RawPeer node = client(master)) {
            ask(node, join("node", "a"));
            ask(node, "{\"op\":\"advertise\",\"topic\":\"/t\"}");
            RawPeer data = master.peer("PUB", master.grant("REQUEST_PUB other /t"));
            String leave = "{\"op\":\"withdraw\",\"topic\":\"/t\",\"role\":\"publisher\",\"sent\":1}";
            send(node, leave, leave);
            String refusal = reply(node);
            assertTrue(refusal.contains("\"refused\"") && refusal.contains("already"), refusal);
            data.write(Wire.message("\0zrs/node a"), Wire.message("/t hello"));
            assertEquals("{\"id\":0,\"ok\":true,\"received\":1}", reply(node));
            data.close();
        }
    }
}
