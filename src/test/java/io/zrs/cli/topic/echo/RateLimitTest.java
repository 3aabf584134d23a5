package io.zrs.cli.topic.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.cli.command.FakeWorld;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Instant STAMP = FakeWorld.START;

    private final RateLimit limit = new RateLimit(2);
    private final List<String> shown = new ArrayList<>();

    private void show(Message message, Instant stamp, long skipped) {
        shown.add(message.topic() + " " + message.text() + " " + skipped);
    }

    private void take(String topic, String text, double at) throws IOException {
        limit.take(Message.of(new TopicName(topic), text), STAMP, nanos(at), this::show);
    }

    private void turn(double at) throws IOException {
        limit.turn(nanos(at), Long.MAX_VALUE, this::show);
    }

    private static long nanos(double seconds) {
        return (long) (seconds * SECOND);
    }

    @Test
    void theFirstIsShownAtOnceAndThenTheNewestWhenTheSlotOpens() throws IOException {
        take("/a", "1", 0);
        take("/a", "2", 0.1);
        take("/a", "3", 0.2);
        turn(0.4);
        assertEquals(List.of("/a 1 0"), shown);
        assertEquals(nanos(0.1), limit.waitNanos(nanos(0.4)));
        turn(0.5);
        assertEquals(List.of("/a 1 0", "/a 3 1"), shown);
        assertEquals(Long.MAX_VALUE, limit.waitNanos(nanos(0.5)));
        assertEquals(1, limit.skipped());
    }

    @Test
    void eachTopicHasSlotsOfItsOwn() throws IOException {
        take("/a", "1", 0);
        take("/b", "1", 0.1);
        take("/a", "2", 0.2);
        take("/b", "2", 0.2);
        turn(0.5);
        turn(0.6);
        assertEquals(List.of("/a 1 0", "/b 1 0", "/a 2 0", "/b 2 0"), shown);
    }

    @Test
    void aSlowTopicIsShownAsItComes() throws IOException {
        take("/a", "1", 0);
        take("/a", "2", 0.5);
        take("/a", "3", 7);
        take("/a", "4", 7.1);
        assertEquals(List.of("/a 1 0", "/a 2 0", "/a 3 0"), shown);
    }

    @Test
    void aLateTurnDoesNotSlowThePace() throws IOException {
        take("/a", "1", 0);
        take("/a", "2", 0.1);
        turn(0.55);
        take("/a", "3", 0.6);
        turn(0.99);
        assertEquals(List.of("/a 1 0", "/a 2 0"), shown);
        turn(1.0);
        assertEquals(List.of("/a 1 0", "/a 2 0", "/a 3 0"), shown);
    }

    @Test
    void whatHadItsTurnIsShownBeforeANewerOne() throws IOException {
        take("/a", "1", 0);
        take("/a", "2", 0.1);
        take("/a", "3", 0.6);
        assertEquals(List.of("/a 1 0", "/a 2 0"), shown);
        turn(1.0);
        assertEquals("/a 3 0", shown.get(2));
    }

    @Test
    void theLastIsShownAtTheEndAsFarAsThereIsRoom() throws IOException {
        for (String topic : List.of("/a", "/b")) {
            take(topic, "1", 0);
            take(topic, "2", 0.1);
        }
        limit.end(1, this::show);
        assertEquals(List.of("/a 1 0", "/b 1 0", "/a 2 0"), shown);
        assertEquals(1, limit.skipped());
    }

    @Test
    void aTurnShowsNoMoreThanThereIsRoomFor() throws IOException {
        for (String topic : List.of("/a", "/b", "/c")) {
            take(topic, "1", 0);
            take(topic, "2", 0.1);
        }
        limit.turn(nanos(0.5), 2, this::show);
        assertEquals(List.of("/a 1 0", "/b 1 0", "/c 1 0", "/a 2 0", "/b 2 0"), shown);
        turn(0.5);
        assertEquals("/c 2 0", shown.get(5));
        assertEquals(0, limit.skipped());
    }

    @Test
    void shownAndSkippedAddUpAndNoSecondHasMore() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int hertz = 1 + random.nextInt(20);
            RateLimit any = new RateLimit(hertz);
            List<Long> times = new ArrayList<>();
            long[] now = {random.nextLong()};
            RateLimit.Show show = (message, stamp, skipped) -> times.add(now[0]);
            int sent = 2000;
            for (int i = 0; i < sent; i++) {
                now[0] += random.nextInt(5) == 0 ? random.nextInt(200_000_000) : random.nextInt(1_000_000);
                any.take(Message.of(new TopicName("/a"), Integer.toString(i)), STAMP, now[0], show);
                now[0] += Math.min(any.waitNanos(now[0]), random.nextInt(10_000_000));
                any.turn(now[0], Long.MAX_VALUE, show);
            }
            // A turn that comes late may have two closer together than a slot is long: the one after is on time.
            for (int i = hertz + 1; i < times.size(); i++) {
                assertTrue(times.get(i) - times.get(i - hertz - 1) >= SECOND, "seed " + seed + ", message " + i);
            }
            any.end(Long.MAX_VALUE, show);
            assertEquals(sent, times.size() + any.skipped(), "seed " + seed);
        }
    }
}
