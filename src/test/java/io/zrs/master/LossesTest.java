package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.master.TopicBench.Link;
import io.zrs.model.Role;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossesTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Losses losses = new Losses();

    private boolean beginsAt(long now) {
        losses.add(1, 10, "slow", now);
        boolean begins = losses.isBeginning();
        losses.clear();
        return begins;
    }

    @Test
    void gathersUntilItIsCleared() {
        assertTrue(losses.isEmpty());
        losses.add(2, 20, "first", 1);
        losses.add(3, 30, "second", 2);
        losses.add(0, 7, "only commands", 3);
        assertEquals(List.of(5L, 50L), List.of(losses.messages(), losses.bytes()));
        assertEquals("second", losses.reason());
        losses.clear();
        assertTrue(losses.isEmpty());
        assertEquals(0, losses.bytes());
    }

    @Test
    void beginsAfterFiveQuietSeconds() {
        long start = Long.MAX_VALUE - SECOND;
        assertTrue(beginsAt(start));
        assertEquals(false, beginsAt(start + SECOND));
        assertEquals(false, beginsAt(start + 6 * SECOND - 1));
        assertTrue(beginsAt(start + 11 * SECOND - 1));
    }

    @Test
    void aGatheredLossBeginsWithItsFirst() {
        losses.add(1, 10, "slow", 0);
        losses.add(1, 10, "slow", SECOND / 2);
        assertTrue(losses.isBeginning());
        losses.clear();
        losses.add(1, 10, "slow", 6 * SECOND);
        assertTrue(losses.isBeginning());
    }

    @Test
    void theBeginningIsToldOnceABurst() throws IOException {
        byte[] message = Wire.frame(0, Arrays.copyOf(Wire.ascii("/t "), 10_000 - 9));
        try (TopicBench bench = new TopicBench(20_000, Latch.MAX_BYTES)) {
            bench.register(Role.SUBSCRIBER, "slow");
            Link subscriber = bench.subscriber();
            bench.subscribe(subscriber, "/t");
            Link publisher = bench.publisher();
            while (subscriber.connection().traffic().messagesLost() == 0) {
                bench.publish(publisher, message);
            }
            assertEquals(List.of(), bench.beginnings);
            bench.pass(1_000);
            String limit = "too slow for its queue (--queue)";
            assertEquals(List.of("/t slow 1 10000 " + limit), bench.beginnings);
            for (int i = 0; i < 10; i++) {
                bench.publish(publisher, message);
                bench.pass(1_000);
            }
            assertEquals(1, bench.beginnings.size());
            bench.pass(5_000);
            long waiting = subscriber.connection().waitingMessages();
            long bytes = subscriber.connection().waitingBytes();
            subscriber.connection().close(CloseReason.PEER);
            String left = "still queued when it left (connection closed)";
            assertEquals("/t slow " + waiting + " " + bytes + " " + left, bench.beginnings.get(1));
            assertEquals(
                    new MasterEvent.Lost(TopicBench.TOPIC, "slow", waiting, bytes, left),
                    bench.events.get(bench.events.size() - 1));
        }
    }
}
