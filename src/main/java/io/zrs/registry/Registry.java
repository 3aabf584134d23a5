package io.zrs.registry;

import io.zrs.model.ErrorCode;
import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Who is on which topic. A node registers over its control connection and is then carried by the data connection that
 * follows; it is gone when both are, or when one is lost and does not come back within {@link #GRACE}.
 *
 * <p>Protocol 1 does not name data connections: the one that arrives on a topic's port belongs to the node that was
 * granted this end of the topic first, from the same address, and has no data connection yet.
 */
public final class Registry {
    /** How long a node may take to follow its grant, or to come back after its data connection broke. */
    public static final Duration GRACE = Duration.ofSeconds(3);

    /** How long the nodes of an earlier master may take to connect to this one. */
    public static final Duration RESTORE_GRACE = Duration.ofSeconds(10);

    /** How many registrations there may be. */
    public static final int MAX_REGISTRATIONS = 100_000;

    /** How long the names of all registered nodes may be together, in characters. */
    public static final int MAX_NAME_CHARS = 8 << 20;

    private final LongSupplier clock;
    private final RegistryListener listener;
    private final Map<TopicName, TopicSeats> topics = new LinkedHashMap<>();
    private final Set<TopicName> published = new LinkedHashSet<>();
    private final Map<Long, Set<Registration>> byControl = new HashMap<>();
    private final Map<Long, Registration> byData = new HashMap<>();
    private final Map<Long, TopicSeats> unclaimed = new HashMap<>();
    private final Set<Registration> inGrace = new LinkedHashSet<>();
    private int size;
    private int nameChars;

    /**
     * An empty registry.
     *
     * @param clock nanoseconds from any fixed point, never going back
     */
    public Registry(LongSupplier clock, RegistryListener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * A node is granted its end of a topic. The same request again changes nothing; a node whose control connection was
     * replaced finds its registration again.
     *
     * @param control the connection that asks, not 0
     * @param host the address it comes from
     * @throws ZrsException {@link ErrorCode#REFUSED} if there are too many registrations, or their names are too long
     */
    public Registration register(long control, NodeName node, Role role, TopicName topic, String host) {
        Registration known = find(topics.get(topic), control, node, role, host);
        if (known != null) {
            if (!known.hasControl()) {
                known.controlBy(control);
                controlled(control).add(known);
                watch(known);
            }
            return known;
        }
        checkRoom(node);
        if (role == Role.PUBLISHER) {
            published.add(topic);
        }
        Registration registration = new Registration(node, topic, role, host, control);
        controlled(control).add(registration);
        add(registration);
        return registration;
    }

    private void checkRoom(NodeName node) {
        if (size >= MAX_REGISTRATIONS) {
            throw new ZrsException(ErrorCode.REFUSED, "the master has " + MAX_REGISTRATIONS + " registrations already");
        }
        if (nameChars + node.value().length() > MAX_NAME_CHARS) {
            throw new ZrsException(ErrorCode.REFUSED, "the nodes' names take " + nameChars + " characters already");
        }
    }

    private void add(Registration registration) {
        seats(registration.topic()).add(registration);
        size++;
        nameChars += registration.node().value().length();
        listener.joined(registration);
    }

    /**
     * A node of protocol 1 was on a topic before the master was started again, and will connect to its port without a
     * word. It has {@link #RESTORE_GRACE} for that.
     *
     * @throws ZrsException {@link ErrorCode#REFUSED} if there are too many registrations, or their names are too long
     */
    public void restore(TopicName topic, Role role, NodeName node, String host) {
        checkRoom(node);
        Registration registration = new Registration(node, topic, role, host, Registration.NONE);
        registration.awaitReturn(clock.getAsLong() + RESTORE_GRACE.toNanos(), GRACE.toNanos());
        add(registration);
        watch(registration);
    }

    /** A topic was published before the master was started again. */
    public void restorePublished(TopicName topic) {
        published.add(topic);
    }

    /** Who is registered by protocol 1, in no particular order of topics. */
    public List<Registration> protocol1Registrations() {
        List<Registration> all = new ArrayList<>(size);
        topics.values().forEach(seats -> all.addAll(seats.all()));
        return all;
    }

    private TopicSeats seats(TopicName topic) {
        return topics.computeIfAbsent(topic, t -> new TopicSeats());
    }

    private Set<Registration> controlled(long control) {
        return byControl.computeIfAbsent(control, c -> new LinkedHashSet<>());
    }

    /** The registration that this connection controls, else one of the same node that nobody controls, else null. */
    private static Registration find(TopicSeats seats, long control, NodeName node, Role role, String host) {
        if (seats == null) {
            return null;
        }
        Registration free = null;
        for (Registration known : seats.held(node, role, host)) {
            if (known.control() == control) {
                return known;
            }
            if (free == null && !known.hasControl()) {
                free = known;
            }
        }
        return free;
    }

    /**
     * A node leaves its end of a topic by itself.
     *
     * @return whether it was there
     */
    public boolean withdraw(long control, NodeName node, Role role, TopicName topic, String host) {
        Registration found = find(topics.get(topic), control, node, role, host);
        if (found == null) {
            return false;
        }
        remove(found, "stopped");
        return true;
    }

    /** A control connection has ended. */
    public void controlClosed(long control) {
        Set<Registration> registrations = byControl.remove(control);
        if (registrations != null) {
            for (Registration registration : registrations) {
                registration.loseControl(clock.getAsLong());
                watch(registration);
            }
        }
    }

    /**
     * A data connection has opened.
     *
     * @return the node it belongs to, or null if none is waiting for one
     */
    public Registration dataOpened(long data, Role role, TopicName topic, String host) {
        TopicSeats seats = seats(topic);
        Registration next = seats.nextWaiting(role, host);
        if (next == null) {
            seats.addUnclaimed(data, role, host);
            unclaimed.put(data, seats);
        } else {
            carry(next, data);
        }
        return next;
    }

    private void carry(Registration registration, long data) {
        registration.carryBy(data);
        byData.put(data, registration);
        watch(registration);
    }

    /** A data connection has ended. */
    public void dataClosed(long data) {
        TopicSeats seats = unclaimed.remove(data);
        if (seats != null) {
            seats.removeUnclaimed(data);
        }
        Registration registration = byData.remove(data);
        if (registration != null) {
            registration.loseData(clock.getAsLong());
            topics.get(registration.topic()).awaitData(registration);
            watch(registration);
        }
    }

    private void watch(Registration registration) {
        if (registration.isSettled()) {
            inGrace.remove(registration);
        } else if (!registration.isGone(clock.getAsLong(), GRACE.toNanos())) {
            inGrace.add(registration);
        } else if (!registration.hasControl() || !adopt(registration)) {
            remove(registration, "connection closed");
        }
    }

    /**
     * A node that is there but has lost its data connection may have opened the next one before the master saw the end of
     * the old one.
     */
    private boolean adopt(Registration registration) {
        long data = topics.get(registration.topic()).takeUnclaimedFor(registration);
        if (data == Registration.NONE) {
            return false;
        }
        unclaimed.remove(data);
        carry(registration, data);
        return true;
    }

    /** Removes those whose time has run out; to be called about once a second. */
    public void expire() {
        if (!inGrace.isEmpty()) {
            List.copyOf(inGrace).forEach(this::watch);
        }
    }

    private void remove(Registration registration, String reason) {
        TopicSeats seats = topics.get(registration.topic());
        seats.remove(registration);
        inGrace.remove(registration);
        if (registration.hasData()) {
            byData.remove(registration.data());
            seats.addUnclaimed(registration.data(), registration.role(), registration.host());
            unclaimed.put(registration.data(), seats);
        }
        Set<Registration> controlled = byControl.get(registration.control());
        if (controlled != null && controlled.remove(registration) && controlled.isEmpty()) {
            byControl.remove(registration.control());
        }
        size--;
        nameChars -= registration.node().value().length();
        listener.left(registration, reason);
    }

    /** How many registrations there are. */
    public int size() {
        return size;
    }

    /** Topics that have been published, in the order of first registration; they stay when their publishers leave. */
    public List<TopicName> publishedTopics() {
        return List.copyOf(published);
    }

    /** Who talks to whom now, topics and nodes in the order of first registration. */
    public GraphSnapshot snapshot() {
        List<TopicInfo> infos = new ArrayList<>();
        topics.forEach((topic, seats) -> infos.add(
                new TopicInfo(topic, nodes(seats.all(), Role.PUBLISHER), nodes(seats.all(), Role.SUBSCRIBER))));
        return new GraphSnapshot(infos);
    }

    private static List<NodeName> nodes(Collection<Registration> registrations, Role role) {
        return registrations.stream()
                .filter(r -> r.role() == role)
                .map(Registration::node)
                .toList();
    }
}
