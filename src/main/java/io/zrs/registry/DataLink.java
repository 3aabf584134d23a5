package io.zrs.registry;

import io.zrs.model.Role;

/** One data connection: where it arrived, and whose it is as far as that is known. */
final class DataLink {
    final long id;
    final Role role;
    final TopicSeats seats;
    final String host;

    /** When it arrived, as a number in its topic's order of events. */
    final long arrival;

    /** What it says of itself; null if nothing. */
    String instance;

    /** Whose it is; null if nobody's. */
    Registration owner;

    DataLink(long id, Role role, TopicSeats seats, String host) {
        this.id = id;
        this.role = role;
        this.seats = seats;
        this.host = host;
        this.arrival = seats.nextEvent();
    }
}
