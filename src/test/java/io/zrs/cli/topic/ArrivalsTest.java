package io.zrs.cli.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zrs.cli.topic.Arrivals.Arrival;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final TopicName TOPIC = new TopicName("/t");

    private final Meter meter = new RateMeter(2, false);
    private long now;
    private final Arrivals arrivals = new Arrivals(() -> now++);

    private List<String> taken() {
        return arrivals.take().stream()
                .map(arrival -> arrival.nanos() + arrival.message().text())
                .toList();
    }

    @Test
    void keepWhatCameInOrderWithItsTime() {
        arrivals.add(meter, Message.of(TOPIC, "a"));
        arrivals.add(meter, Message.of(TOPIC, "b"));
        assertEquals(List.of("0a", "1b"), taken());
        assertEquals(List.of(), taken());
        arrivals.add(meter, Message.of(TOPIC, "c"));
        assertEquals(List.of("2c"), taken());
        assertEquals(0, arrivals.dropped());
    }

    @Test
    void countWhatThereIsNoRoomFor() {
        Message message = new Message(TOPIC, new byte[0]);
        for (int i = 0; i < 1_000_003; i++) {
            arrivals.add(meter, message);
        }
        assertEquals(3, arrivals.dropped());
        List<Arrival> came = arrivals.take();
        assertEquals(1_000_000, came.size());
        arrivals.add(meter, message);
        assertEquals(3, arrivals.dropped());
    }

    @Test
    void boundTheMemoryOfPayloads() {
        Message message = new Message(TOPIC, new byte[25 << 20]);
        arrivals.add(meter, message);
        arrivals.add(meter, message);
        arrivals.add(meter, message);
        assertEquals(1, arrivals.dropped());
        assertEquals(2, arrivals.take().size());
        arrivals.add(meter, message);
        assertEquals(1, arrivals.dropped());
    }
}
