package io.zrs.master;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.master.TopicBench.Link;
import io.zrs.zmtp.Wire;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private static final String EARLY = "\0zrs/early";
    private static final byte[] ONE = Wire.message("/t one", "and more");
    private static final byte[] TWO = Wire.message("/t two");
    private static final byte[] THREE = Wire.message("/t three");

    private final TopicBench bench;

    OpeningTest() throws IOException {
        bench = new TopicBench();
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private Link follower() throws IOException {
        Link subscriber = bench.subscriber();
        bench.subscribe(subscriber, "");
        bench.subscribe(subscriber, EARLY);
        return subscriber;
    }

    @Test
    void aFollowerGetsWhatCameBeforeItAndThenWhatFollows() throws IOException {
        Link publisher = bench.publisher();
        bench.publish(publisher, ONE, TWO);
        bench.publish(publisher, TWO);
        Link follower = follower();
        bench.publish(publisher, THREE);
        assertArrayEquals(Wire.concat(ONE, TWO, TWO, THREE), bench.rest(follower));
    }

    @Test
    void theOrderInWhichItAsksDoesNotMatter() throws IOException {
        bench.publish(bench.publisher(), ONE, TWO);
        Link follower = bench.subscriber();
        bench.subscribe(follower, EARLY);
        bench.subscribe(follower, "/t");
        bench.subscribe(follower, EARLY);
        bench.subscribe(follower, "");
        assertArrayEquals(Wire.concat(ONE, TWO), bench.rest(follower));
    }

    @Test
    void nothingComesBehindWhatIsNewerToWhoAsksLate() throws IOException {
        Link publisher = bench.publisher();
        bench.publish(publisher, ONE);
        Link follower = bench.subscriber();
        bench.subscribe(follower, "/t");
        bench.publish(publisher, TWO);
        bench.subscribe(follower, EARLY);
        bench.publish(publisher, THREE);
        assertArrayEquals(Wire.concat(TWO, THREE), bench.rest(follower));
    }

    @Test
    void whoDoesNotAskGetsNoneOfIt() throws IOException {
        Link publisher = bench.publisher();
        bench.publish(publisher, ONE);
        Link subscriber = bench.subscriber();
        bench.subscribe(subscriber, "/t");
        bench.publish(publisher, TWO);
        assertArrayEquals(TWO, bench.rest(subscriber));
    }

    @Test
    void whoWasThereBeforeTheFirstMessageGetsEachOnce() throws IOException {
        Link follower = follower();
        bench.publish(bench.publisher(), ONE, TWO);
        bench.cancel(follower, "");
        bench.subscribe(follower, "/t");
        assertArrayEquals(Wire.concat(ONE, TWO), bench.rest(follower));
    }

    @Test
    void itIsOverAfterThreeSeconds() throws IOException {
        Link publisher = bench.publisher();
        bench.publish(publisher, ONE);
        bench.topic.opening().tick(bench.now.addAndGet(Opening.NANOS));
        assertTrue(bench.topic.opening().isOn());
        bench.topic.opening().tick(bench.now.addAndGet(1));
        assertFalse(bench.topic.opening().isOn());
        assertEquals(0, bench.openings.heldBytes());
        Link follower = follower();
        bench.publish(publisher, TWO);
        assertArrayEquals(TWO, bench.rest(follower));
    }

    @Test
    void oneThatIsTooLongIsNotKeptInPart() throws IOException {
        Link publisher = bench.publisher();
        byte[] large = Wire.message("/t " + "x".repeat(1 << 20));
        for (int i = 0; i < Opening.MAX_BYTES >> 20; i++) {
            bench.publish(publisher, large);
        }
        assertFalse(bench.topic.opening().isOn());
        assertEquals(0, bench.openings.heldBytes());
        assertArrayEquals(new byte[0], bench.rest(follower()));
    }

    @Test
    void aLatchedTopicHandsItsLastMessageAlone() throws IOException {
        bench.topic.latch().turnOn();
        bench.publish(bench.publisher(), ONE, TWO);
        assertArrayEquals(TWO, bench.rest(follower()));
    }
}
