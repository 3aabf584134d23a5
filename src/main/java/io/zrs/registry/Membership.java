package io.zrs.registry;

import io.zrs.model.ErrorCode;
import io.zrs.model.Role;
import io.zrs.model.ZrsException;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The nodes that there are and what they are registered on, within limits. Tells who comes and goes. */
final class Membership {
    private final Catalogue topics;
    private final Census nodes;
    private final RegistryListener listener;
    private final NavigableMap<Long, Registration> registrations = new TreeMap<>();
    private long lastSerial;

    Membership(Catalogue topics, Census nodes, RegistryListener listener) {
        this.topics = topics;
        this.nodes = nodes;
        this.listener = listener;
    }

    /** The number of who comes next. */
    long nextSerial() {
        return ++lastSerial;
    }

    int size() {
        return registrations.size();
    }

    /** Those behind this number, in order. */
    Iterator<Registration> after(long serial) {
        return registrations.tailMap(serial, false).values().iterator();
    }

    Stream<Registration> all() {
        return registrations.values().stream();
    }

    /**
     * Takes in a node.
     *
     * @throws ZrsException {@link ErrorCode#REFUSED} if there are too many, or their names are too long
     */
    RegisteredNode add(RegisteredNode node) {
        if (nodes.size() >= Registry.MAX_REGISTRATIONS) {
            throw new ZrsException(
                    ErrorCode.REFUSED, "the master has " + Registry.MAX_REGISTRATIONS + " nodes already");
        }
        if (nodes.chars() + node.chars() > Registry.MAX_NAME_CHARS) {
            throw new ZrsException(ErrorCode.REFUSED, "the nodes' names take " + nodes.chars() + " characters already");
        }
        nodes.add(node);
        listener.nodeJoined(node);
        return node;
    }

    /**
     * Checks that one more registration can be taken in.
     *
     * @throws ZrsException {@link ErrorCode#REFUSED} if there are too many
     */
    void checkRoom() {
        if (registrations.size() >= Registry.MAX_REGISTRATIONS) {
            throw new ZrsException(
                    ErrorCode.REFUSED, "the master has " + Registry.MAX_REGISTRATIONS + " registrations already");
        }
    }

    Registration add(Registration registration) {
        TopicSeats seats = topics.seats(registration.topic());
        boolean first = seats.all().isEmpty();
        if (registration.role() == Role.PUBLISHER) {
            topics.publish(registration.topic());
        }
        seats.add(registration);
        registration.owner().add(registration);
        registrations.put(registration.serial(), registration);
        if (first) {
            listener.topicAdded(registration.topic());
        }
        listener.joined(registration);
        return registration;
    }

    void remove(Registration registration, String reason) {
        TopicSeats seats = topics.of(registration);
        seats.remove(registration);
        registrations.remove(registration.serial());
        registration.owner().remove(registration);
        listener.left(registration, reason);
        if (seats.all().isEmpty()) {
            listener.topicRemoved(registration.topic());
        }
    }

    /** Forgets a node that has no registrations any more. */
    void remove(RegisteredNode node, String reason) {
        nodes.remove(node);
        listener.nodeLeft(node, reason);
    }
}
