package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.master.TopicBench.Link;
import io.zrs.zmtp.Wire;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatchTest {
    private static final byte[] ONE = Wire.message("/t one", "and more");
    private static final byte[] TWO = Wire.message("/t two");

    private final TopicBench bench;

    LatchTest() throws IOException {
        bench = new TopicBench(1L << 30, 4096);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private Link latchedPublisher() throws IOException {
        bench.topic.latch().turnOn();
        return bench.publisher();
    }

    @Test
    void whoComesLaterGetsTheLastMessageAndThenWhatFollows() throws IOException {
        Link publisher = latchedPublisher();
        bench.publish(publisher, TWO, TWO, ONE);
        publisher.close();
        publisher.connection().violated("gone");
        for (int i = 0; i < 3; i++) {
            Link subscriber = bench.subscriber();
            bench.subscribe(subscriber, "/t");
            assertArrayEquals(ONE, bench.rest(subscriber));
        }
        Link subscriber = bench.subscriber();
        bench.subscribe(subscriber, "/t o");
        bench.subscribe(subscriber, "\0zrs/gate");
        bench.publish(bench.publisher(), TWO, ONE);
        byte[] expected = Wire.concat(ONE, Wire.message("\0zrs/gate /t"), ONE);
        assertArrayEquals(expected, bench.rest(subscriber));
    }

    @Test
    void nothingIsKeptUntilItIsTurnedOn() throws IOException {
        Link publisher = bench.publisher();
        bench.publish(publisher, ONE);
        bench.topic.latch().turnOn();
        Link subscriber = bench.subscriber();
        bench.subscribe(subscriber, "/t");
        assertEquals(0, bench.topic.latch().bytes());
        bench.publish(publisher, TWO);
        assertEquals(TWO.length, bench.topic.latch().bytes());
        bench.topic.latch().turnOn();
        assertEquals(TWO.length, bench.topic.latch().bytes());
        assertArrayEquals(TWO, bench.rest(subscriber));
    }

    @Test
    void whoGotItAsItCameDoesNotGetItAgain() throws IOException {
        Link publisher = latchedPublisher();
        Link subscriber = bench.subscriber();
        bench.subscribe(subscriber, "/t");
        bench.publish(publisher, ONE);
        bench.subscribe(subscriber, "/t o");
        bench.subscribe(subscriber, "");
        bench.cancel(subscriber, "");
        bench.cancel(subscriber, "/t");
        bench.cancel(subscriber, "/t o");
        bench.subscribe(subscriber, "/t");
        assertArrayEquals(ONE, bench.rest(subscriber));
    }

    @Test
    void theFirstSubscriptionThatTakesItIsHandedItAndNoOther() throws IOException {
        Link publisher = latchedPublisher();
        bench.publish(publisher, ONE);
        Link subscriber = bench.subscriber();
        bench.subscribe(subscriber, "/tt");
        bench.subscribe(subscriber, "/t x");
        bench.subscribe(subscriber, "/t on");
        bench.cancel(subscriber, "/t on");
        bench.publish(publisher, TWO);
        bench.subscribe(subscriber, "/t");
        assertArrayEquals(ONE, bench.rest(subscriber));
    }

    @Test
    void countsAsSent() throws IOException {
        Link publisher = latchedPublisher();
        bench.publish(publisher, ONE);
        Link subscriber = bench.subscriber();
        bench.subscribe(subscriber, "/t");
        assertEquals(1, bench.topic.volume().out().messages());
        assertEquals(ONE.length, bench.topic.volume().out().bytes());
    }

    @Test
    void whatDoesNotFitIsNotKeptAndNothingOlderIs() throws IOException {
        Link publisher = latchedPublisher();
        byte[] large = Wire.frame(0, Arrays.copyOf(Wire.ascii("/t "), 5_000));
        bench.publish(publisher, ONE);
        bench.publish(publisher, large);
        bench.publish(publisher, large);
        bench.pass(1_000);
        bench.publish(publisher, large);
        bench.pass(1_000);
        assertEquals(List.of(new MasterEvent.NotLatched(TopicBench.TOPIC, large.length)), bench.events);
        assertEquals(0, bench.store.heldBytes());
        Link subscriber = bench.subscriber();
        bench.subscribe(subscriber, "/t");
        bench.publish(publisher, TWO);
        bench.pass(1_000);
        bench.publish(publisher, large);
        bench.pass(1_000);
        assertEquals(2, bench.events.size());
        assertArrayEquals(Wire.concat(TWO, large), bench.rest(subscriber));
    }

    @Test
    void costsNoAllocation() throws IOException {
        Link publisher = latchedPublisher();
        Link subscriber = bench.subscriber();
        bench.subscribe(subscriber, "/t");
        byte[] batch = Wire.repeat(Wire.frame(0, Arrays.copyOf(Wire.ascii("/t "), 100)), 200);
        relay(publisher, subscriber, batch, 300);
        bench.allocated = 0;
        relay(publisher, subscriber, batch, 300);
        assertTrue(bench.allocated < 32 << 10, bench.allocated + " bytes for 300 runs");
    }

    private void relay(Link publisher, Link subscriber, byte[] batch, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            bench.takeIn(publisher, 200, batch);
            bench.until(() -> subscriber.connection().waitingBytes() == 0);
            subscriber.peer().read(batch.length);
            bench.pass(100);
        }
    }
}
