package io.zrs.registry;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Who is there, and who is on which topic.
 *
 * <p>A node of protocol 2 joins under an instance of its own and its data connections say whose they are. It is gone when
 * it leaves, when its last connection is closed, when its control connection is not back within {@link #GRACE}, and when
 * it has said nothing for {@link #SILENCE}.
 *
 * <p>Protocol 1 does not name connections. There, a node is a name behind a control connection, with what it registered;
 * each registration is carried by the data connection that follows, and is gone when both connections are, or when one is
 * lost and not back within {@link #GRACE}. A data connection that does not say whose it is belongs to the node that has
 * waited longest for one on this end of the topic, from the same address; nodes of protocol 1 that have control come
 * first. Such a guess is revised when somebody who is there would have to go for it.
 */
public final class Registry {
    /** How long a node may take to follow its grant, or to come back after a connection broke. */
    public static final Duration GRACE = Duration.ofSeconds(3);

    /** How long a node of protocol 1 may take to come back to a new master. */
    public static final Duration RESTORE_GRACE = Duration.ofSeconds(10);

    /** How long a node of protocol 2 may say nothing. */
    public static final Duration SILENCE = Duration.ofSeconds(13);

    /** How many registrations there may be, and how many nodes. */
    public static final int MAX_REGISTRATIONS = 100_000;

    /** How long the names of all nodes may be together, in characters. */
    public static final int MAX_NAME_CHARS = 8 << 20;

    /** How many may go in one call: a network that fails may take all nodes with it, and each is told of. */
    static final int EXPIRE_AT_ONCE = 1000;

    /** What the instances of nodes of protocol 1 begin with. */
    public static final String PROTOCOL_1_INSTANCE = "p1.";

    private final LongSupplier clock;
    private final RegistryListener listener;
    private final Catalogue topics = new Catalogue();
    private final Census nodes = new Census();
    private final Membership members;
    private final DataLinks links;
    private final Grace grace;

    /**
     * An empty registry.
     *
     * @param clock nanoseconds from any fixed point, never going back
     */
    public Registry(LongSupplier clock, RegistryListener listener) {
        this.clock = clock;
        this.listener = listener;
        members = new Membership(topics, nodes, listener);
        links = new DataLinks(topics, clock, listener, this::settle);
        grace = new Grace(clock, links, gone -> remove(gone, "connection closed"));
    }

    /**
     * A control connection says which node it is. A node that is known comes back this way, on a new connection.
     *
     * @param control the connection, not 0
     * @param host the address it comes from
     * @throws ZrsException {@link ErrorCode#REFUSED} if the connection is another node already, if the instance is another
     *     node's, or if there are too many nodes; {@link ErrorCode#INVALID} if the instance is one that a master gives
     */
    public RegisteredNode join(long control, NodeId id, NodeDetails details, String host) {
        if (id.instance().startsWith(PROTOCOL_1_INSTANCE)) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "an instance that starts with " + PROTOCOL_1_INSTANCE + " is the master's to give");
        }
        RegisteredNode present = nodes.joinedBy(control);
        if (present != null && !present.id().equals(id)) {
            throw new ZrsException(ErrorCode.REFUSED, "this connection is the node " + present.id() + " already");
        }
        RegisteredNode known = nodes.withInstance(id.instance());
        if (known == null) {
            RegisteredNode node = new RegisteredNode(members.nextSerial(), id, 2, host, details, control);
            node.heard(clock.getAsLong());
            return members.add(node);
        }
        if (!known.id().equals(id)) {
            throw new ZrsException(
                    ErrorCode.REFUSED,
                    "the instance " + id.instance() + " belongs to the node "
                            + known.id().name());
        }
        move(known, host);
        gainControl(known, control);
        return known;
    }

    private void move(RegisteredNode node, String host) {
        if (!node.address().equals(host)) {
            node.registrations().forEach(r -> topics.of(r).unplace(r));
            node.move(host);
            node.registrations().forEach(r -> topics.of(r).place(r));
        }
    }

    /** The node that joined on this control connection leaves; has no effect if none did. */
    public void leave(long control) {
        RegisteredNode node = nodes.joinedBy(control);
        if (node != null) {
            removeNode(node, "stopped");
        }
    }

    /** The node that joined on this control connection is alive. */
    public void heard(long control) {
        RegisteredNode node = nodes.joinedBy(control);
        if (node != null) {
            node.heard(clock.getAsLong());
        }
    }

    /** The node that joined on this control connection. */
    public Optional<RegisteredNode> joinedBy(long control) {
        return Optional.ofNullable(nodes.joinedBy(control));
    }

    /**
     * A node of protocol 2 is granted its end of a topic. The same request again changes nothing.
     *
     * @throws ZrsException {@link ErrorCode#REFUSED} if there are too many registrations, or the node has gone
     */
    public Registration register(RegisteredNode node, Role role, TopicName topic) {
        if (!nodes.has(node)) {
            throw new ZrsException(ErrorCode.REFUSED, "the node " + node.id() + " has gone");
        }
        Registration known = node.at(topic, role);
        if (known != null) {
            return known;
        }
        members.checkRoom();
        Registration registration = members.add(new Registration(members.nextSerial(), node, topic, role));
        links.claimMarked(registration);
        return registration;
    }

    /**
     * A node of protocol 1 is granted its end of a topic. The same request again changes nothing; a node whose control
     * connection was replaced is found again.
     *
     * @param control the connection that asks, not 0
     * @param host the address it comes from
     * @throws ZrsException {@link ErrorCode#REFUSED} if there are too many registrations, or their names are too long
     */
    public Registration register(long control, NodeName name, Role role, TopicName topic, String host) {
        RegisteredNode node = visitor(control, name, role, topic, host);
        if (node != null && !node.hasControl()) {
            gainControl(node, control);
        }
        Registration known = node == null ? null : node.at(topic, role);
        if (known != null) {
            return known;
        }
        members.checkRoom();
        return members.add(new Registration(
                members.nextSerial(), node == null ? addVisitor(name, host, control) : node, topic, role));
    }

    private RegisteredNode addVisitor(NodeName name, String host, long control) {
        long serial = members.nextSerial();
        NodeId id = new NodeId(name, PROTOCOL_1_INSTANCE + serial);
        return members.add(new RegisteredNode(serial, id, 1, host, NodeDetails.UNKNOWN, control));
    }

    /** The node of this name that this connection controls, else one that nobody controls, else null. */
    private RegisteredNode visitor(long control, NodeName name, Role role, TopicName topic, String host) {
        RegisteredNode own = nodes.namedBy(control, name);
        if (own != null) {
            return own;
        }
        List<RegisteredNode> free = nodes.free(name, host);
        for (RegisteredNode node : free) {
            if (node.at(topic, role) != null) {
                return node;
            }
        }
        return free.isEmpty() ? null : free.get(0);
    }

    private void gainControl(RegisteredNode node, long control) {
        nodes.control(node, control, clock.getAsLong());
        for (Registration registration : List.copyOf(node.registrations())) {
            registration.regainControl();
            topics.of(registration).place(registration);
            grace.watch(registration);
        }
    }

    /**
     * A node of protocol 1 was on this topic before the master's restart, and has {@link #RESTORE_GRACE} to come back.
     *
     * @throws ZrsException {@link ErrorCode#REFUSED} as for a registration
     */
    public void restore(TopicName topic, Role role, NodeName name, String host) {
        members.checkRoom();
        RegisteredNode node = nodes.free(name, host).stream()
                .filter(free -> free.at(topic, role) == null)
                .findFirst()
                .orElseGet(() -> addVisitor(name, host, Registration.NONE));
        grace.add(members.add(Registration.restored(members.nextSerial(), node, topic, role, clock.getAsLong())));
    }

    /** This topic was published before the master's restart. */
    public void restorePublished(TopicName topic) {
        topics.publish(topic);
    }

    /**
     * A node of protocol 1 leaves its end of a topic by itself.
     *
     * @return whether it was there
     */
    public boolean withdraw(long control, NodeName name, Role role, TopicName topic, String host) {
        RegisteredNode node = visitor(control, name, role, topic, host);
        Registration found = node == null ? null : node.at(topic, role);
        if (found != null) {
            remove(found, "stopped");
        }
        return found != null;
    }

    /** A node leaves this end of a topic by itself; has no effect if it has already. */
    public void withdraw(Registration registration) {
        if (registration.isThere()) {
            remove(registration, "stopped");
        }
    }

    /** A control connection has ended. */
    public void controlClosed(long control) {
        for (RegisteredNode node : nodes.controlledBy(control)) {
            loseControl(node, clock.getAsLong());
            if (node.protocol() > 1) {
                removeIfCutOff(node);
            }
        }
    }

    /** A control connection was closed because nothing answers on it: the nodes behind it are gone with all they have. */
    public void controlSilent(long control) {
        nodes.controlledBy(control).forEach(node -> giveUp(node, "silent"));
    }

    private void loseControl(RegisteredNode node, long now) {
        nodes.control(node, Registration.NONE, now);
        for (Registration registration : List.copyOf(node.registrations())) {
            registration.loseControl(now);
            topics.of(registration).place(registration);
            grace.watch(registration);
        }
    }

    private void removeIfCutOff(RegisteredNode node) {
        if (!node.hasConnection()) {
            removeNode(node, "connection closed");
        }
    }

    /**
     * A data connection has opened.
     *
     * @return whose it is for now, or null if nobody is waiting for one
     */
    public Registration dataOpened(long data, Role role, TopicName topic, String host) {
        return links.opened(data, role, topics.seats(topic), host);
    }

    /**
     * A data connection says whose it is: the node's of this instance. Only the first time counts.
     *
     * @return whose it is now; null if that node is not on this topic, or not yet
     */
    public Registration identified(long data, String instance) {
        return links.identified(data, instance, nodes.withInstance(instance));
    }

    /** A data connection has ended. */
    public void dataClosed(long data) {
        Registration registration = links.closed(data);
        if (registration != null) {
            settle(registration);
        }
    }

    /** The topic that an open data connection is for; empty if there is no such connection. */
    public Optional<TopicName> topicOf(long data) {
        return links.topicOf(data);
    }

    /** A registration's data connection has changed. */
    private void settle(Registration registration) {
        grace.watch(registration);
        if (registration.owner().protocol() > 1 && registration.isThere()) {
            removeIfCutOff(registration.owner());
        }
    }

    /**
     * Removes those whose time has run out, but not very many at once; to be called about once a second.
     *
     * @return whether there may be more, so that it is to be called again soon
     */
    public boolean expire() {
        boolean more = grace.expire(EXPIRE_AT_ONCE);
        List<RegisteredNode> late = nodes.late(clock.getAsLong(), SILENCE.toNanos(), GRACE.toNanos(), EXPIRE_AT_ONCE);
        for (RegisteredNode node : late) {
            giveUp(node, node.hasControl() ? "silent" : "connection closed");
        }
        return more || late.size() == EXPIRE_AT_ONCE;
    }

    /**
     * Forgets a node and has its connections closed, except a control connection that other nodes use, too, and data
     * connections of which it is not certain that they are a node's of protocol 2. Has no effect if the node has gone.
     *
     * @param reason a few words for a log line
     */
    public void giveUp(RegisteredNode node, String reason) {
        if (!nodes.has(node)) {
            return;
        }
        List<Long> connections = new ArrayList<>();
        for (Registration registration : node.registrations()) {
            if (registration.isIdentified() || (node.protocol() == 1 && registration.hasData())) {
                connections.add(registration.data());
            }
        }
        removeNode(node, reason);
        if (node.hasControl() && nodes.controlledBy(node.control()).isEmpty()) {
            connections.add(0, node.control());
        }
        connections.forEach(listener::givenUp);
    }

    private void removeNode(RegisteredNode node, String reason) {
        for (Registration registration : List.copyOf(node.registrations())) {
            drop(registration, reason);
        }
        members.remove(node, reason);
    }

    /** A node of protocol 1 goes with the last of its registrations. */
    private void remove(Registration registration, String reason) {
        RegisteredNode node = registration.owner();
        if (node.protocol() == 1 && node.registrations().size() == 1) {
            removeNode(node, reason);
        } else {
            drop(registration, reason);
        }
    }

    private void drop(Registration registration, String reason) {
        grace.remove(registration);
        links.disown(registration);
        members.remove(registration, reason);
    }

    /** How many registrations there are. */
    public int size() {
        return members.size();
    }

    /** How many nodes there are. */
    public int nodeCount() {
        return nodes.size();
    }

    /** Topics that have been published, in the order of first registration; they stay when their publishers leave. */
    public List<TopicName> publishedTopics() {
        return topics.published();
    }

    /** Nodes behind this serial number, in order. Valid until the next change. */
    public Iterator<RegisteredNode> nodes(long after) {
        return nodes.after(after).iterator();
    }

    /** The nodes of this name behind this serial number, in order. Valid until the next change. */
    public Iterator<RegisteredNode> nodes(NodeName name, long after) {
        return nodes.withName(name, after);
    }

    /** The node of this instance. */
    public Optional<RegisteredNode> node(String instance) {
        return Optional.ofNullable(nodes.withInstance(instance));
    }

    /** Registrations behind this serial number, in order. Valid until the next change. */
    public Iterator<Registration> registrations(long after) {
        return members.after(after);
    }

    /** Who is on a topic, in the order of registration. Valid until the next change. */
    public Collection<Registration> on(TopicName topic) {
        return topics.on(topic);
    }

    /** What nodes of protocol 1 are on. */
    public Stream<Registration> protocol1Registrations() {
        return members.all().filter(r -> r.owner().protocol() == 1);
    }

    /** Topics behind this serial number, in the order of first registration, those without a node included. */
    public Stream<RegisteredTopic> topics(long after) {
        return topics.after(after);
    }

    /** One topic; empty if nobody has ever been on it. */
    public Optional<RegisteredTopic> topic(TopicName topic) {
        return topics.find(topic);
    }
}
