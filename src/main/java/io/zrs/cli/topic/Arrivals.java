package io.zrs.cli.topic;

import io.zrs.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What came, each message with the time at which it did: the receive thread stamps and files them, which takes it no
 * time, and another thread looks at them when it likes.
 */
final class Arrivals {
    private static final int MOST_MESSAGES = 1_000_000;
    private static final long MOST_BYTES = 64L << 20;

    private final LongSupplier clock;
    private List<Arrival> waiting = new ArrayList<>();
    private List<Arrival> spare = new ArrayList<>();
    private long bytes;
    private long dropped;

    /** A message of a topic, and when it came. */
    record Arrival(Meter meter, Message message, long nanos) {}

    /** {@code clock} gives the time in nanoseconds. */
    Arrivals(LongSupplier clock) {
        this.clock = clock;
    }

    /** Files a message that has just come. */
    void add(Meter meter, Message message) {
        Arrival arrival = new Arrival(meter, message, clock.getAsLong());
        int size = message.payload().length;
        synchronized (this) {
            if (waiting.size() == MOST_MESSAGES || bytes + size > MOST_BYTES && !waiting.isEmpty()) {
                dropped++;
            } else {
                waiting.add(arrival);
                bytes += size;
            }
        }
    }

    /** What came since the last call; good until the next one. */
    List<Arrival> take() {
        spare.clear();
        synchronized (this) {
            List<Arrival> came = waiting;
            waiting = spare;
            spare = came;
            bytes = 0;
            return came;
        }
    }

    /** How many came while there was no room. */
    synchronized long dropped() {
        return dropped;
    }
}
