package io.zrs.registry;

import io.zrs.model.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Every data connection, and whose it is: whose it says, or by the rule for those that say nothing. */
final class DataLinks {
    private final Map<Long, DataLink> links = new HashMap<>();
    private final Catalogue topics;
    private final LongSupplier clock;
    private final RegistryListener listener;
    private final Consumer<Registration> changed;

    /** {@code changed} is called when a registration of protocol 1 has won or lost its connection to another. */
    DataLinks(Catalogue topics, LongSupplier clock, RegistryListener listener, Consumer<Registration> changed) {
        this.topics = topics;
        this.clock = clock;
        this.listener = listener;
        this.changed = changed;
    }

    /** Returns whose it is for now; null if nobody waits for one. */
    Registration opened(long data, Role role, TopicSeats seats, String host) {
        DataLink link = new DataLink(data, role, seats, host);
        links.put(data, link);
        offer(link);
        return link.owner;
    }

    private void offer(DataLink link) {
        Registration next = link.seats.longestWaiting(link);
        if (next == null) {
            link.seats.addUnclaimed(link);
        } else {
            carry(next, link);
        }
    }

    private void carry(Registration registration, DataLink link) {
        RegisteredNode node = registration.owner();
        link.seats.stopWaiting(registration);
        link.owner = registration;
        registration.carryBy(link.id);
        node.linked();
        listener.carried(registration, link.id);
        if (node.protocol() == 1) {
            if (!node.hasControl()) {
                link.seats.addUncontrolled(registration);
            }
            changed.accept(registration);
        }
    }

    /** Takes a registration's data connection from it. */
    private DataLink release(Registration registration) {
        DataLink link = links.get(registration.data());
        link.owner = null;
        link.seats.removeUncontrolled(registration);
        registration.release(clock.getAsLong());
        registration.owner().unlinked();
        return link;
    }

    /** Returns whose it is now; null if {@code node} is null or not on the topic. Only the first time counts. */
    Registration identified(long data, String instance, RegisteredNode node) {
        DataLink link = links.get(data);
        if (link == null || link.instance != null) {
            return link == null ? null : link.owner;
        }
        Registration claimant = node == null || node.protocol() == 1 ? null : node.at(link.seats.topic(), link.role);
        Registration before = link.owner;
        if (before == null) {
            link.seats.forget(link);
        }
        link.instance = instance;
        if (before == null || claimant != before) {
            hand(link, before, claimant);
        }
        return link.owner;
    }

    private void hand(DataLink link, Registration before, Registration claimant) {
        if (before != null) {
            release(before);
            link.seats.awaitData(before);
        }
        if (claimant == null) {
            link.seats.addMarked(link);
        } else {
            claim(claimant, link);
        }
        if (before != null && before.owner().protocol() == 1) {
            changed.accept(before);
        }
    }

    /** What carried the registration until now was somebody else's, or is about to end. */
    private void claim(Registration registration, DataLink link) {
        DataLink old = registration.hasData() ? release(registration) : null;
        carry(registration, link);
        if (old != null && old.instance == null) {
            offer(old);
        }
    }

    /** Gives a new registration the connection that said it was its own before it was there. */
    void claimMarked(Registration registration) {
        DataLink link = topics.of(registration).takeMarked(registration);
        if (link != null) {
            claim(registration, link);
        }
    }

    /** Returns whose it was; null if nobody's. */
    Registration closed(long data) {
        DataLink link = links.remove(data);
        if (link == null) {
            return null;
        }
        Registration registration = link.owner;
        if (registration == null) {
            link.seats.forget(link);
            return null;
        }
        registration.loseData(clock.getAsLong());
        registration.owner().unlinked();
        link.seats.removeUncontrolled(registration);
        link.seats.awaitData(registration);
        return registration;
    }

    /** A registration goes; its connection, if it has one, stays behind. */
    void disown(Registration registration) {
        if (!registration.hasData()) {
            return;
        }
        DataLink link = links.get(registration.data());
        link.owner = null;
        registration.owner().unlinked();
        if (link.instance == null) {
            link.seats.addUnclaimed(link);
        } else {
            link.seats.addMarked(link);
        }
    }

    /**
     * A node of protocol 1 that is there but has lost its data connection may have opened the next one before the master
     * saw the end of the old one; or its own is taken for that of another node, whose control connection has ended.
     *
     * @return who is gone: that other node's registration, this one if there is no connection for it, or null
     */
    Registration adoptFor(Registration registration) {
        TopicSeats seats = topics.of(registration);
        DataLink link = seats.anyUnclaimed(registration);
        if (link != null) {
            seats.forget(link);
            carry(registration, link);
            return null;
        }
        Registration mistaken = seats.anyUncontrolled(registration);
        if (mistaken == null) {
            return registration;
        }
        carry(registration, release(mistaken));
        return mistaken;
    }
}
