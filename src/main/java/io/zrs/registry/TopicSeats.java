package io.zrs.registry;

import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One topic's registrations, who of them waits for a data connection, and which of those are nobody's. No step searches,
 * however many there are.
 */
final class TopicSeats {
    /** Where a data connection arrives: protocol 1 tells no more of it. */
    private record Seat(Role role, String host) {}

    private record Queue(Role role, String host, Standing standing) {}

    private record Mark(Role role, String instance) {}

    private final long serial;
    private final TopicName topic;
    private final Set<Registration> all = new LinkedHashSet<>();
    private final Lines<Queue, Registration> queues = new Lines<>();
    private final Lines<Seat, DataLink> unclaimed = new Lines<>();
    private final Lines<Mark, DataLink> marked = new Lines<>();
    private int publishers;
    private long lastEvent;

    TopicSeats(long serial, TopicName topic) {
        this.serial = serial;
        this.topic = topic;
    }

    long serial() {
        return serial;
    }

    TopicName topic() {
        return topic;
    }

    /** In the order of registration. */
    Collection<Registration> all() {
        return all;
    }

    int count(Role role) {
        return role == Role.PUBLISHER ? publishers : all.size() - publishers;
    }

    /** Numbers what happens on the topic, so that it can be told what was first. */
    long nextEvent() {
        return ++lastEvent;
    }

    void add(Registration registration) {
        all.add(registration);
        publishers += registration.role() == Role.PUBLISHER ? 1 : 0;
        registration.waitFrom(nextEvent());
        place(registration);
    }

    void remove(Registration registration) {
        all.remove(registration);
        publishers -= registration.role() == Role.PUBLISHER ? 1 : 0;
        unplace(registration);
    }

    /** Puts a registration where it stands now; to be called after every change of its connections. */
    void place(Registration registration) {
        Standing standing = Standing.of(registration);
        if (registration.standing() == standing) {
            return;
        }
        unplace(registration);
        boolean waits = Standing.WAITING.contains(standing);
        registration.stand(standing, waits ? registration.waitsSince() : nextEvent());
        if (standing != Standing.SETTLED) {
            queues.put(queue(registration), registration.number(), registration);
        }
    }

    /** Takes a registration from its place, before its address changes or it goes. */
    void unplace(Registration registration) {
        queues.remove(queue(registration), registration.number());
        registration.stand(null, 0);
    }

    private static Queue queue(Registration r) {
        return new Queue(r.role(), r.host(), r.standing());
    }

    private static Seat seat(Registration r) {
        return new Seat(r.role(), r.host());
    }

    private static Seat seat(DataLink link) {
        return new Seat(link.role, link.host);
    }

    /** Who is to have a data connection like this one; null if nobody waits. */
    Registration longestWaiting(DataLink link) {
        for (Standing standing : Standing.WAITING) {
            Registration first = queues.first(new Queue(link.role, link.host, standing));
            if (first != null) {
                return first;
            }
        }
        return null;
    }

    /** The one like this that came to this standing first, or waits there longest; null if there is none. */
    Registration first(Registration like, Standing standing) {
        return queues.first(new Queue(like.role(), like.host(), standing));
    }

    /** The one like this that came to this standing last; null if there is none. */
    Registration last(Registration like, Standing standing) {
        return queues.last(new Queue(like.role(), like.host(), standing));
    }

    /** Nobody waited for this data connection. */
    void addUnclaimed(DataLink link) {
        unclaimed.put(seat(link), link.arrival, link);
    }

    /** The newest data connection that would fit this registration and is nobody's; null if there is none. */
    DataLink newestUnclaimed(Registration registration) {
        return unclaimed.last(seat(registration));
    }

    /** The first that came after this data connection, would fit this registration and is nobody's; null if none is. */
    DataLink unclaimedAfter(DataLink link, Registration registration) {
        return unclaimed.next(seat(registration), link.arrival);
    }

    /** This data connection says whose it is, and that one is not here yet or has a newer one. */
    void addMarked(DataLink link) {
        marked.put(new Mark(link.role, link.instance), link.arrival, link);
    }

    /** The newest data connection that says it is this registration's, and is not yet; null if there is none. */
    DataLink newestMarked(Registration registration) {
        return marked.last(
                new Mark(registration.role(), registration.owner().id().instance()));
    }

    /** Forgets a data connection that is nobody's. */
    void forget(DataLink link) {
        if (link.instance == null) {
            unclaimed.remove(seat(link), link.arrival);
        } else {
            marked.remove(new Mark(link.role, link.instance), link.arrival);
        }
    }
}
