package io.zrs.bag.record;

/** The times that a recorder goes by. Any thread may ask. */
public interface RecordClock {
    /** Nanoseconds since 1970: what messages are stamped with. May be set back. */
    long now();

    /** Nanoseconds from whenever, never set back: how long something takes. */
    long ticks();
}
