package io.zrs.cli.topic.echo;

import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which messages are shown when at most so many a second may be, of each topic by itself. What comes while a topic's slot
 * is closed waits for it to open, and the newest alone is shown then: values are fresh, and the last message of a burst
 * is never withheld. Times are in nanoseconds, of one clock.
 */
final class RateLimit {
    private static final double SECOND_NANOS = 1e9;

    private final long interval;
    private final Map<TopicName, Slot> slots = new LinkedHashMap<>();
    private int waiting;
    private long skipped;

    /** Takes a message whose time has come. */
    @FunctionalInterface
    interface Show {
        /** Shows {@code message}, which came at {@code stamp}; {@code skipped} of its topic were passed over before it. */
        void show(Message message, Instant stamp, long skipped) throws IOException;
    }

    /** A topic's turn. */
    private static final class Slot {
        private long opens;
        private Message message;
        private Instant stamp;
        private long skipped;
    }

    /** Lets {@code hertz} messages of each topic through a second. */
    RateLimit(double hertz) {
        interval = Math.max(1, (long) (SECOND_NANOS / hertz));
    }

    /** Shows a message at once if it may be, else keeps it in the place of the one before. */
    void take(Message message, Instant stamp, long now, Show show) throws IOException {
        Slot slot = slots.get(message.topic());
        if (slot == null) {
            slot = new Slot();
            slot.opens = now;
            slots.put(message.topic(), slot);
        }
        if (slot.message != null && now - slot.opens >= 0) {
            // It had its turn while others were written.
            pass(slot, slot.opens, now, show);
        }
        if (slot.message == null && now - slot.opens >= 0) {
            show.show(message, stamp, slot.skipped);
            slot.skipped = 0;
            slot.opens = now + interval;
            return;
        }
        if (slot.message == null) {
            waiting++;
        } else {
            slot.skipped++;
            skipped++;
        }
        slot.message = message;
        slot.stamp = stamp;
    }

    /**
     * Shows what waits and whose slot is open by now.
     *
     * @param most how many to show; the others go on waiting
     */
    void turn(long now, long most, Show show) throws IOException {
        long room = most;
        if (waiting > 0) {
            for (Slot slot : slots.values()) {
                if (slot.message != null && now - slot.opens >= 0 && room > 0) {
                    room--;
                    pass(slot, slot.opens, now, show);
                }
            }
        }
    }

    /**
     * Shows what waits, whether its slot is open or not, because no more will come.
     *
     * @param most how many to show; the others are passed over
     */
    void end(long most, Show show) throws IOException {
        long room = most;
        for (Slot slot : slots.values()) {
            if (slot.message != null && room > 0) {
                room--;
                pass(slot, slot.opens, slot.opens, show);
            } else if (slot.message != null) {
                slot.message = null;
                waiting--;
                skipped++;
            }
        }
    }

    /** The next slot counts from when this one was due, so that the pace does not sink by what each turn is late. */
    private void pass(Slot slot, long due, long now, Show show) throws IOException {
        Message message = slot.message;
        slot.message = null;
        waiting--;
        slot.opens = now - due < interval ? due + interval : now + interval;
        long before = slot.skipped;
        slot.skipped = 0;
        show.show(message, slot.stamp, before);
    }

    /** How long until {@link #turn} has something to show; {@link Long#MAX_VALUE} if nothing waits. */
    long waitNanos(long now) {
        long wait = Long.MAX_VALUE;
        if (waiting > 0) {
            for (Slot slot : slots.values()) {
                if (slot.message != null) {
                    wait = Math.min(wait, Math.max(0, slot.opens - now));
                }
            }
        }
        return wait;
    }

    /** How many messages were passed over so far. */
    long skipped() {
        return skipped;
    }
}
