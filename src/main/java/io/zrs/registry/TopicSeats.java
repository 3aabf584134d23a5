package io.zrs.registry;

import io.zrs.model.NodeName;
import io.zrs.model.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One topic's registrations, and who of them waits for a data connection; every step takes the same time for any number. */
final class TopicSeats {
    /** Where a data connection arrives: protocol 1 tells no more of it. */
    private record Seat(Role role, String host) {}

    private record Holder(NodeName node, Role role, String host) {}

    private final Set<Registration> all = new LinkedHashSet<>();
    private final Map<Holder, List<Registration>> byHolder = new HashMap<>();
    private final Map<Seat, Set<Registration>> waiting = new HashMap<>();
    private final Map<Seat, Set<Long>> unclaimed = new HashMap<>();

    /** In the order of registration. */
    Collection<Registration> all() {
        return all;
    }

    void add(Registration registration) {
        all.add(registration);
        byHolder.computeIfAbsent(holder(registration), h -> new ArrayList<>(1)).add(registration);
        awaitData(registration);
    }

    void remove(Registration registration) {
        all.remove(registration);
        List<Registration> held = byHolder.get(holder(registration));
        held.remove(registration);
        if (held.isEmpty()) {
            byHolder.remove(holder(registration));
        }
        take(waiting, seat(registration), registration);
    }

    private static Holder holder(Registration r) {
        return new Holder(r.node(), r.role(), r.host());
    }

    private static Seat seat(Registration r) {
        return new Seat(r.role(), r.host());
    }

    /** Who bears this name on this end of the topic, from this address. */
    List<Registration> held(NodeName node, Role role, String host) {
        return byHolder.getOrDefault(new Holder(node, role, host), List.of());
    }

    /** From now on the next data connection may be this one's. */
    void awaitData(Registration registration) {
        waiting.computeIfAbsent(seat(registration), s -> new LinkedHashSet<>()).add(registration);
    }

    void stopWaiting(Registration registration) {
        take(waiting, seat(registration), registration);
    }

    /** Who has waited longest for a data connection like this one; null if nobody does. */
    Registration nextWaiting(Role role, String host) {
        Set<Registration> queue = waiting.get(new Seat(role, host));
        if (queue == null) {
            return null;
        }
        Registration next = queue.iterator().next();
        take(waiting, new Seat(role, host), next);
        return next;
    }

    /** Nobody waited for this data connection. */
    void addUnclaimed(long data, Role role, String host) {
        unclaimed
                .computeIfAbsent(new Seat(role, host), s -> new LinkedHashSet<>())
                .add(data);
    }

    void removeUnclaimed(long data) {
        unclaimed.values().removeIf(set -> set.remove(data) && set.isEmpty());
    }

    /** A data connection that would fit this registration and is nobody's; {@link Registration#NONE} if there is none. */
    long takeUnclaimedFor(Registration registration) {
        Set<Long> candidates = unclaimed.get(seat(registration));
        if (candidates == null) {
            return Registration.NONE;
        }
        long data = candidates.iterator().next();
        take(unclaimed, seat(registration), data);
        take(waiting, seat(registration), registration);
        return data;
    }

    private static <T> void take(Map<Seat, Set<T>> sets, Seat seat, T element) {
        Set<T> set = sets.get(seat);
        if (set != null && set.remove(element) && set.isEmpty()) {
            sets.remove(seat);
        }
    }
}
