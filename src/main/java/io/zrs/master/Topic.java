package io.zrs.master;

import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.protocol.Reply;
import io.zrs.registry.Registration;
import io.zrs.registry.Registry;
import io.zrs.zmtp.Chunk;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.FrameSieve;
import io.zrs.zmtp.ZmtpConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One topic at work: its data connections, and the relay from publishers to subscribers. */
final class Topic {
    private final TopicName name;
    private final Registry registry;
    private final Reports reports;
    private final FrameSieve sieve;
    private final List<PublisherLink> publishers = new ArrayList<>();
    private final List<SubscriberLink> subscribers = new ArrayList<>();
    private final Map<Role, Reply.Granted> ports = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private long misdirected;
    private String misdirectedFrom = "";

    Topic(TopicName name, Registry registry, Reports reports) {
        this.name = name;
        this.registry = registry;
        this.reports = reports;
        this.sieve = new TopicSieve(name);
    }

    TopicName name() {
        return name;
    }

    FrameSieve sieve() {
        return sieve;
    }

    /** The port of one end, or null while nobody has asked for it. */
    Reply.Granted port(Role role) {
        return ports.get(role);
    }

    void opened(Role role, int port) {
        ports.put(role, new Reply.Granted(port));
    }

    /** Hands a run of whole messages to every subscriber. A subscriber whose connection breaks here leaves the list. */
    void forward(Chunk chunk, int start, int end, int count) {
        for (int i = subscribers.size() - 1; i >= 0; i--) {
            subscribers.get(i).deliver(chunk, start, end, count);
        }
    }

    void joined(PublisherLink link) {
        publishers.add(link);
        remember(link.id(), Role.PUBLISHER, link.connection());
    }

    void joined(SubscriberLink link) {
        link.index = subscribers.size();
        subscribers.add(link);
        remember(link.id(), Role.SUBSCRIBER, link.connection());
    }

    private void remember(long id, Role role, ZmtpConnection connection) {
        Registration registration = registry.dataOpened(id, role, name, connection.remoteHost());
        if (registration != null) {
            names.put(id, registration.node().value());
        }
    }

    /** The node that a data connection belongs to, or the connection's address where that is not known. */
    String nameOf(ZmtpConnection connection, long id) {
        return names.getOrDefault(id, connection.remote());
    }

    void left(PublisherLink link, CloseReason reason) {
        publishers.remove(link);
        forget(link.id(), link.connection(), reason);
    }

    void left(SubscriberLink link, CloseReason reason, long unsentMessages, long unsentBytes) {
        // The last one takes the place, which forward() has visited already: nobody is left out and nobody served
        // twice.
        SubscriberLink last = subscribers.remove(subscribers.size() - 1);
        if (last != link) {
            subscribers.set(link.index, last);
            last.index = link.index;
        }
        link.reportLosses(reports);
        if (unsentMessages > 0) {
            reports.now(new MasterEvent.Lost(
                    name,
                    nameOf(link.connection(), link.id()),
                    unsentMessages,
                    unsentBytes,
                    "still queued when it left (" + reason.text() + ")"));
        }
        forget(link.id(), link.connection(), reason);
    }

    private void forget(long id, ZmtpConnection connection, CloseReason reason) {
        if (reason.kind() == CloseReason.Kind.VIOLATION) {
            reports.refused(reason.text(), connection.remote());
        }
        names.remove(id);
        if (reason.kind() != CloseReason.Kind.LOCAL) {
            registry.dataClosed(id);
        }
    }

    void misdirected(ZmtpConnection from) {
        misdirected++;
        if (misdirected == 1) {
            misdirectedFrom = from.remote();
        }
    }

    /** Reports what was gathered since the last time. */
    void report() {
        if (misdirected > 0) {
            reports.now(new MasterEvent.Misdirected(name, misdirectedFrom, misdirected));
            misdirected = 0;
        }
        for (SubscriberLink link : subscribers) {
            link.reportLosses(reports);
        }
    }
}
