package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.zmtp.RawPeer;
import io.zrs.zmtp.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Publishers that would rather wait, beside a subscriber that does not read. */
@Timeout(120)
class PatienceTest {
    private static final int QUEUE = 64 << 10;

    /** Far more than the queue and the systems' buffers together hold. */
    private static final int MANY = 40_000;

    private static final int SIZE = 1_000;
    private static final int COMMAND = 4;

    private TestMaster master;

    PatienceTest() throws IOException {
        master = new TestMaster(options -> options.subscriberQueueBytes(QUEUE));
    }

    @AfterEach
    void close() throws IOException {
        master.close();
    }

    private RawPeer patient(String topic) throws IOException {
        RawPeer publisher = master.publisher(topic);
        publisher.write(Wire.message("\0zrs/node somebody patient"));
        return publisher;
    }

    private static byte[] numbered(String topic, int number) {
        byte[] body = Arrays.copyOf(Wire.ascii(topic + " "), SIZE);
        ByteBuffer.wrap(body).putInt(topic.length() + 1, number);
        return Wire.frame(0, body);
    }

    private static int number(RawPeer subscriber) throws IOException {
        byte[] frame = subscriber.readFrame();
        while ((frame[0] & COMMAND) != 0) {
            // A PING, on a machine that is so slow.
            frame = subscriber.readFrame();
        }
        return ByteBuffer.wrap(frame).getInt(9 + 3);
    }

    private static CompletableFuture<Void> writeAll(RawPeer publisher, int from, int to) {
        return CompletableFuture.runAsync(() -> {
            try {
                for (int i = from; i < to; i++) {
                    publisher.write(numbered("/t", i));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void readAll(RawPeer subscriber, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            assertEquals(i, number(subscriber));
        }
    }

    private static CompletableFuture<Void> reading(RawPeer subscriber, int from, int to) {
        return CompletableFuture.runAsync(() -> {
            try {
                readAll(subscriber, from, to);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private long lost() {
        return master.events().stream()
                .filter(MasterEvent.Lost.class::isInstance)
                .mapToLong(e -> ((MasterEvent.Lost) e).messages())
                .sum();
    }

    @Test
    void everySubscriberGetsEverything() throws IOException {
        try (RawPeer publisher = patient("/t");
                RawPeer reader = master.subscriber("/t", "");
                RawPeer sleeper = master.subscriber("/t", "")) {
            CompletableFuture<Void> writing = writeAll(publisher, 0, MANY);
            readAll(reader, 0, 50); // what the sleeper has room for comes at once
            CompletableFuture<Void> reading = reading(reader, 50, MANY);
            readAll(sleeper, 0, MANY);
            reading.join();
            writing.join();
        }
        assertEquals(0, lost());
    }

    @Test
    void otherPublishersAndTopicsGoOn() throws IOException {
        try (RawPeer publisher = patient("/t");
                RawPeer other = master.publisher("/u");
                RawPeer otherReader = master.subscriber("/u", "");
                RawPeer reader = master.subscriber("/t", "/t \1");
                RawPeer sleeper = master.subscriber("/t", "")) {
            // Reads what begins with this byte, which the patient one's numbers do not.
            RawPeer impatient = master.publisher("/t");
            CompletableFuture<Void> writing = writeAll(publisher, 0, MANY);
            byte[] message = Wire.message("/t \1");
            for (int i = 0; i < 1_000; i++) {
                impatient.write(message);
                assertArrayEquals(message, reader.read(message.length));
                other.write(Wire.message("/u"));
                assertArrayEquals(Wire.message("/u"), otherReader.readFrame());
            }
            sleeper.reset();
            writing.join();
            impatient.close();
        }
    }

    @Test
    void theOneWhoIsAwaitedMayLeave() throws Exception {
        try (RawPeer publisher = patient("/t");
                RawPeer reader = master.subscriber("/t", "")) {
            RawPeer sleeper = master.subscriber("/t", "");
            RawPeer second = master.subscriber("/t", "");
            CompletableFuture<Void> writing = writeAll(publisher, 0, MANY);
            readAll(reader, 0, 50);
            sleeper.reset();
            second.reset();
            readAll(reader, 50, MANY);
            writing.join();
        }
    }

    @Test
    void onlyWhatComesFromThenOnIsHeldBack() throws IOException {
        try (RawPeer publisher = master.publisher("/t");
                RawPeer sleeper = master.subscriber("/t", "")) {
            publisher.write(Wire.message("\0zrs/node somebody"));
            publisher.write(numbered("/t", 0));
            publisher.write(Wire.message("\0zrs/node somebody patient"));
            CompletableFuture<Void> writing = writeAll(publisher, 1, MANY);
            readAll(sleeper, 0, MANY);
            writing.join();
        }
        assertEquals(0, lost());
    }

    @Test
    void messagesOfHalfABudgetFitAlways() throws IOException {
        byte[] message = Wire.frame(0, Arrays.copyOf(Wire.ascii("/t "), QUEUE / 2 - 9));
        int rounds = 500;
        try (RawPeer publisher = patient("/t");
                RawPeer sleeper = master.subscriber("/t", "")) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < rounds; i++) {
                        publisher.write(numbered("/t", 2 * i), message, numbered("/t", 2 * i + 1));
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            for (int i = 0; i < rounds; i++) {
                assertEquals(2 * i, number(sleeper));
                assertArrayEquals(message, sleeper.read(message.length));
                assertEquals(2 * i + 1, number(sleeper));
            }
            writing.join();
        }
        assertEquals(0, lost());
    }

    @Test
    void theBoundOfAllQueuesTogetherCostsItNothing() throws IOException {
        master.close();
        master = new TestMaster(options -> options.subscriberQueueBytes(8 << 20).totalQueueBytes(4 << 20));
        RawPeer[] sleepers = new RawPeer[4];
        try (RawPeer publisher = patient("/t")) {
            for (int i = 0; i < sleepers.length; i++) {
                sleepers[i] = master.subscriber("/t", "");
            }
            CompletableFuture<Void> writing = writeAll(publisher, 0, MANY / 2);
            CompletableFuture<?>[] reading = new CompletableFuture<?>[sleepers.length];
            for (int i = 0; i < sleepers.length; i++) {
                reading[i] = reading(sleepers[i], 0, MANY / 2);
            }
            CompletableFuture.allOf(reading).join();
            writing.join();
        } finally {
            for (RawPeer sleeper : sleepers) {
                sleeper.close();
            }
        }
        assertEquals(0, lost());
    }
}
