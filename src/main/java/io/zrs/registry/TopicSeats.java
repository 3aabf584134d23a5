package io.zrs.registry;

import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * One topic's registrations, and who of them waits for a data connection; every step takes the same time for any number.
 */
final class TopicSeats {
    /** Where a data connection arrives: protocol 1 tells no more of it. */
    private record Seat(Role role, String host) {}

    private record Mark(Role role, String instance) {}

    private final long serial;
    private final TopicName topic;
    private final Set<Registration> all = new LinkedHashSet<>();
    private final Map<Seat, Set<Registration>> waiting = new HashMap<>();
    private final Map<Seat, Set<Registration>> uncontrolled = new HashMap<>();
    private final Map<Seat, Set<DataLink>> unclaimed = new HashMap<>();
    private final Map<Mark, DataLink> marked = new HashMap<>();
    private int publishers;

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

    void add(Registration registration) {
        all.add(registration);
        publishers += registration.role() == Role.PUBLISHER ? 1 : 0;
        awaitData(registration);
    }

    void remove(Registration registration) {
        all.remove(registration);
        publishers -= registration.role() == Role.PUBLISHER ? 1 : 0;
        stopWaiting(registration);
        take(uncontrolled, seat(registration), registration);
    }

    private static Seat seat(Registration r) {
        return new Seat(r.role(), r.host());
    }

    private static Seat seat(DataLink link) {
        return new Seat(link.role, link.host);
    }

    /** From now on the next data connection may be this one's. */
    void awaitData(Registration registration) {
        put(waiting, seat(registration), registration);
    }

    void stopWaiting(Registration registration) {
        take(waiting, seat(registration), registration);
    }

    /** Who has waited longest for a data connection like this one; null if nobody does. */
    Registration longestWaiting(DataLink link) {
        return first(waiting, seat(link));
    }

    /** Its control connection has gone, its data connection has not. */
    void addUncontrolled(Registration registration) {
        put(uncontrolled, seat(registration), registration);
    }

    void removeUncontrolled(Registration registration) {
        take(uncontrolled, seat(registration), registration);
    }

    /** One like this that has lost its control connection and still has data; null if there is none. */
    Registration anyUncontrolled(Registration like) {
        return first(uncontrolled, seat(like));
    }

    /** Nobody waited for this data connection. */
    void addUnclaimed(DataLink link) {
        put(unclaimed, seat(link), link);
    }

    /** A data connection that would fit this registration and is nobody's; null if there is none. */
    DataLink anyUnclaimed(Registration registration) {
        return first(unclaimed, seat(registration));
    }

    /** This data connection says whose it is, and that one is not here yet. */
    void addMarked(DataLink link) {
        marked.put(new Mark(link.role, link.instance), link);
    }

    /** Takes the data connection that said it was this registration's; null if there is none. */
    DataLink takeMarked(Registration registration) {
        return marked.remove(
                new Mark(registration.role(), registration.owner().id().instance()));
    }

    /** Forgets a data connection that is nobody's. */
    void forget(DataLink link) {
        take(unclaimed, seat(link), link);
        if (link.instance != null) {
            marked.remove(new Mark(link.role, link.instance), link);
        }
    }

    private static <T> void put(Map<Seat, Set<T>> sets, Seat seat, T element) {
        sets.computeIfAbsent(seat, s -> new LinkedHashSet<>()).add(element);
    }

    private static <T> T first(Map<Seat, Set<T>> sets, Seat seat) {
        Set<T> set = sets.get(seat);
        return set == null ? null : set.iterator().next();
    }

    private static <T> void take(Map<Seat, Set<T>> sets, Seat seat, T element) {
        Set<T> set = sets.get(seat);
        if (set != null && set.remove(element) && set.isEmpty()) {
            sets.remove(seat);
        }
    }
}
