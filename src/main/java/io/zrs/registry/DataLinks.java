package io.zrs.registry;

import io.zrs.model.Role;
import io.zrs.model.TopicName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Every data connection, and whose it is: whose it says, or by the rule for those that say nothing. */
final class DataLinks {
    private final Map<Long, DataLink> links = new HashMap<>();
    private final Catalogue topics;
    private final LongSupplier clock;
    private final RegistryListener listener;
    private final Consumer<Registration> changed;

    /** {@code changed} is called when a registration has won a connection, or lost it to another. */
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

    Optional<TopicName> topicOf(long data) {
        return Optional.ofNullable(links.get(data)).map(link -> link.seats.topic());
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
        link.owner = registration;
        registration.carryBy(link, clock.getAsLong());
        registration.owner().linked();
        link.seats.place(registration);
        listener.carried(registration, link.id);
        changed.accept(registration);
    }

    /** Takes a registration's data connection from it. */
    private DataLink release(Registration registration) {
        DataLink link = registration.link();
        link.owner = null;
        registration.release(clock.getAsLong());
        registration.owner().unlinked();
        link.seats.place(registration);
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
        if (before != null && before == claimant) {
            link.seats.place(before);
        } else {
            hand(link, before, claimant);
        }
        if (node != null && node.protocol() > 1) {
            prove(node);
        }
        return link.owner;
    }

    private void hand(DataLink link, Registration before, Registration claimant) {
        if (before != null) {
            release(before);
        }
        if (claimant == null) {
            link.seats.addMarked(link);
        } else {
            claim(claimant, link);
        }
        if (before != null) {
            compensate(before, link);
            changed.accept(before);
        }
    }

    /** Without the mistake, the next connection that came would have been this registration's. */
    private void compensate(Registration registration, DataLink mistake) {
        DataLink next = mistake.seats.unclaimedAfter(mistake, registration);
        if (next != null && Standing.WAITING.contains(registration.standing())) {
            next.seats.forget(next);
            carry(registration, next);
        }
    }

    /** What carried the registration until now was somebody else's, or is about to end. */
    private void claim(Registration registration, DataLink link) {
        DataLink old = registration.hasData() ? release(registration) : null;
        carry(registration, link);
        if (old == null) {
            return;
        }
        if (old.instance == null) {
            offer(old);
        } else {
            old.seats.addMarked(old);
        }
    }

    /** A node's connections say whose they are, so that it needs no others. */
    private void prove(RegisteredNode node) {
        if (!node.identifies()) {
            node.identify();
            node.registrations().forEach(registration -> topics.of(registration).place(registration));
        }
    }

    /** Gives a new registration the connection that said it was its own before it was there. */
    void claimMarked(Registration registration) {
        DataLink link = topics.of(registration).newestMarked(registration);
        if (link != null) {
            link.seats.forget(link);
            claim(registration, link);
            prove(registration.owner());
        }
    }

    /** Returns whose it was; null if nobody's. */
    Registration closed(long data) {
        DataLink link = links.remove(data);
        if (link == null) {
            return null;
        }
        TopicSeats seats = link.seats;
        Registration registration = link.owner;
        if (registration == null) {
            seats.forget(link);
            return null;
        }
        registration.loseData(clock.getAsLong());
        registration.waitFrom(seats.nextEvent());
        registration.owner().unlinked();
        seats.place(registration);
        if (link.instance != null) {
            claimMarked(registration);
        }
        return registration;
    }

    /** A registration goes; its connection, if it has one, stays behind. */
    void disown(Registration registration) {
        if (!registration.hasData()) {
            return;
        }
        DataLink link = registration.link();
        link.owner = null;
        registration.owner().unlinked();
        if (link.instance == null) {
            link.seats.addUnclaimed(link);
        } else {
            link.seats.addMarked(link);
        }
    }

    /**
     * A node that is there but has lost its data connection may have opened the next one before the master saw the end of
     * the old one; or its own is taken for that of another node.
     *
     * @return which registration of protocol 1 has gone: this one if there is no connection for it, one whose control
     *     connection has ended and whose data connection was this one's, or null
     */
    Registration adoptFor(Registration registration) {
        TopicSeats seats = topics.of(registration);
        DataLink link = seats.newestUnclaimed(registration);
        if (link != null) {
            seats.forget(link);
            carry(registration, link);
            return null;
        }
        boolean old = registration.owner().protocol() == 1;
        Registration lender = old ? seats.last(registration, Standing.GUESSED) : null;
        lender = lender == null ? seats.last(registration, Standing.ORPHANED) : lender;
        lender = lender == null && old ? overtaken(registration, seats.last(registration, Standing.NEWCOMER)) : lender;
        if (lender == null) {
            return old ? registration : null;
        }
        boolean gone = lender.standing() == Standing.ORPHANED;
        carry(registration, release(lender));
        if (gone) {
            return lender;
        }
        changed.accept(lender);
        return null;
    }

    /** The newcomer, if its connection came so late that it may be the next one of who has lost the last; else null. */
    private static Registration overtaken(Registration loser, Registration newcomer) {
        boolean isLate = newcomer != null && loser.changedAt() - newcomer.changedAt() <= Registry.GRACE.toNanos();
        return isLate ? newcomer : null;
    }

    /**
     * A registration of protocol 1 lives by its data connection alone. If one that has control is without, this connection
     * is taken for that one's, and the one that was closed for this one's.
     *
     * @return whether this one is gone
     */
    boolean yield(Registration registration) {
        Registration waiting = topics.of(registration).first(registration, Standing.AWAITED);
        if (waiting != null) {
            carry(waiting, release(registration));
        }
        return waiting != null;
    }
}
