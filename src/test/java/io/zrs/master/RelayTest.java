package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.zmtp.RawPeer;
import io.zrs.zmtp.Wire;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final int QUEUE = 64 << 10;

    private final TestMaster master;

    RelayTest() throws IOException {
        master = new TestMaster(options -> options.subscriberQueueBytes(QUEUE));
    }

    @AfterEach
    void close() throws IOException {
        master.close();
    }

    @Test
    void aSubscriberGetsWhatItsPrefixesTake() throws IOException {
        try (RawPeer publisher = master.publisher("/t");
                RawPeer all = master.subscriber("/t", "/t");
                RawPeer some = master.subscriber("/t", "/t a");
                RawPeer none = master.subscriber("/t", "/tau")) {
            master.subscribe(some, "/t b");
            byte[] a = Wire.message("/t a1");
            byte[] b = Wire.message("/t b", "second", "third");
            byte[] c = Wire.message("/t c");
            publisher.write(a, a, c, b, c, c, a, c, Wire.message("/t b, the last"));
            byte[] everything = Wire.concat(a, a, c, b, c, c, a, c);
            assertArrayEquals(everything, all.read(everything.length));
            byte[] wanted = Wire.concat(a, a, b, a);
            assertArrayEquals(wanted, some.read(wanted.length));
            assertArrayEquals(Wire.message("/t b, the last"), some.readFrame());
            master.subscribe(none, "/t");
            publisher.write(c);
            assertArrayEquals(c, none.readFrame());
        }
    }

    @Test
    void aSubscriberMayComeInTheWayOfZmtp30() throws IOException {
        try (RawPeer publisher = master.publisher("/t");
                RawPeer older = master.peer("SUB", master.grant("REQUEST_SUB s /t"))) {
            older.write(Wire.message("\1/t"), Wire.message("\1\0zrs/gate"), Wire.message("\2what is this"));
            assertArrayEquals(Wire.message("\0zrs/gate /t"), older.readFrame());
            publisher.write(Wire.message("/t 1"));
            assertArrayEquals(Wire.message("/t 1"), older.readFrame());
            older.write(Wire.message("\0/t"), Wire.message("\1\0zrs/gate"));
            assertArrayEquals(Wire.message("\0zrs/gate /t"), older.readFrame());
            publisher.write(Wire.message("/t 2"), Wire.command("PING", new byte[] {0, 0}));
            publisher.readFrame();
            older.write(Wire.message("\1\0zrs/gate"));
            assertArrayEquals(Wire.message("\0zrs/gate /t"), older.readFrame());
        }
    }

    @Test
    void whatIsNotTheTopicsIsDroppedAndCounted() throws Exception {
        try (RawPeer publisher = master.publisher("/t");
                RawPeer subscriber = master.subscriber("/t", "")) {
            publisher.write(Wire.message("/tau"), Wire.message("/t 1"), Wire.message(""), Wire.message("", "/t"));
            publisher.write(Wire.message("/t 2"));
            assertArrayEquals(Wire.message("/t 1"), subscriber.readFrame());
            assertArrayEquals(Wire.message("/t 2"), subscriber.readFrame());
            master.await(events -> misdirected(events) == 3);
        }
    }

    private static long misdirected(List<MasterEvent> events) {
        return events.stream()
                .filter(MasterEvent.Misdirected.class::isInstance)
                .mapToLong(e -> ((MasterEvent.Misdirected) e).count())
                .sum();
    }

    @Test
    void aSubscriberThatDoesNotReadLosesWhatIsCounted() throws Exception {
        int total = 20_000;
        try (RawPeer publisher = master.publisher("/t");
                RawPeer reader = master.subscriber("/t", "")) {
            RawPeer sleeper = master.subscriber("/t", "");
            for (int i = 0; i < total; i++) {
                byte[] message = numbered(i);
                publisher.write(message);
                assertArrayEquals(message, reader.read(message.length));
            }
            int received = 1;
            int number = number(sleeper);
            while (number < total - 1) {
                int next = number(sleeper);
                assertTrue(next > number, "in order");
                number = next;
                received++;
            }
            assertTrue(received < total, "the test overruns the queue");
            sleeper.close();
            long expected = total - received;
            master.await(events -> lost(events) >= expected);
            assertEquals(expected, lost(master.events()));
        }
    }

    private static byte[] numbered(int number) {
        byte[] body = Arrays.copyOf(Wire.ascii("/t "), 1_000);
        ByteBuffer.wrap(body).putInt(3, number);
        return Wire.frame(0, body);
    }

    private static int number(RawPeer subscriber) throws IOException {
        return ByteBuffer.wrap(subscriber.readFrame()).getInt(9 + 3);
    }

    private static long lost(List<MasterEvent> events) {
        return events.stream()
                .filter(MasterEvent.Lost.class::isInstance)
                .mapToLong(e -> ((MasterEvent.Lost) e).messages())
                .sum();
    }

    @Test
    void nobodyStaysWhoseConnectionBrokeInTheMiddleOfARequest() throws Exception {
        int rounds = 5;
        for (int round = 0; round < rounds; round++) {
            RawPeer node = master.peer("DEALER", master.master.port());
            node.write(Wire.message("REQUEST_PUB n" + round + " /t"));
            node.readFrame();
            byte[] burst = {};
            for (int i = 0; i < 200; i++) {
                burst = Wire.concat(burst, Wire.message("REQUEST_PUB n" + round + "_" + i + " /t"));
            }
            node.write(burst);
            node.reset();
        }
        master.await(events -> count(events, MasterEvent.Joined.class) >= rounds
                && count(events, MasterEvent.Joined.class) == count(events, MasterEvent.Left.class));
        assertEquals("digraph G {\n}\n", master.request("REQUEST_MAP null null"));
    }

    private static long count(List<MasterEvent> events, Class<?> type) {
        return events.stream().filter(type::isInstance).count();
    }

    @Test
    void aMessageCostsTheMasterNoAllocation() throws IOException {
        int batch = 500;
        byte[] messages = Wire.repeat(Wire.frame(0, Arrays.copyOf(Wire.ascii("/t "), 100)), batch);
        try (RawPeer publisher = master.publisher("/t");
                RawPeer subscriber = master.subscriber("/t", "")) {
            relay(publisher, subscriber, messages, 400);
            long before = allocatedByMaster();
            relay(publisher, subscriber, messages, 400);
            long allocated = allocatedByMaster() - before;
            assertTrue(allocated < 64 << 10, allocated + " bytes for " + 400 * batch + " messages");
        }
    }

    private static void relay(RawPeer publisher, RawPeer subscriber, byte[] batch, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            publisher.write(batch);
            subscriber.read(batch.length);
        }
    }

    private static long allocatedByMaster() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null && info.getThreadName().equals("zrs-master")) {
                return threads.getThreadAllocatedBytes(info.getThreadId());
            }
        }
        throw new IllegalStateException("no master runs");
    }
}
