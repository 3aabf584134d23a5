package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Reply;
import io.zrs.registry.Registry;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** Every topic there is, and its ports, which are opened when somebody first asks for them and stay open. */
final class Topics {
    private final MasterOptions options;
    private final Ports ports;
    private final Registry registry;
    private final Reports reports;
    private final LongSupplier ids;
    private final Runnable onOpened;
    private final Map<TopicName, Topic> topics = new LinkedHashMap<>();

    /**
     * No topics.
     *
     * @param onOpened told of each port that is opened
     */
    Topics(
            MasterOptions options,
            Ports ports,
            Registry registry,
            Reports reports,
            LongSupplier ids,
            Runnable onOpened) {
        this.options = options;
        this.ports = ports;
        this.registry = registry;
        this.reports = reports;
        this.ids = ids;
        this.onOpened = onOpened;
    }

    /**
     * The port for nodes of this role.
     *
     * @throws ZrsException {@link ErrorCode#REFUSED} if a limit is reached
     */
    Reply.Granted port(TopicName name, Role role) {
        Topic topic = topics.get(name);
        if (topic != null && topic.port(role) != null) {
            return topic.port(role);
        }
        if (topic == null) {
            if (isFull()) {
                throw new ZrsException(ErrorCode.REFUSED, fullReason());
            }
            topic = new Topic(name, registry, reports);
        }
        int port = ports.openData(new DataEndpoint(topic, role, options, ids, reports));
        opened(topic, role, port);
        return topic.port(role);
    }

    private boolean isFull() {
        return topics.size() >= options.maxTopics();
    }

    private String fullReason() {
        return "the limit of " + options.maxTopics() + " topics is reached (--max-topics)";
    }

    private void opened(Topic topic, Role role, int port) {
        topics.put(topic.name(), topic);
        topic.opened(role, port);
        onOpened.run();
        reports.now(new MasterEvent.PortOpened(topic.name(), role, port));
    }

    /**
     * Opens a port that was this topic's before the master was started again.
     *
     * @return false if it cannot be had, which is reported
     */
    boolean reopen(TopicName name, Role role, int port) {
        Topic known = topics.get(name);
        Topic topic = known == null ? new Topic(name, registry, reports) : known;
        String refusal = known == null && isFull()
                ? "stays closed: " + fullReason()
                : ports.openData(new DataEndpoint(topic, role, options, ids, reports), port);
        if (refusal == null) {
            opened(topic, role, port);
        } else {
            reports.now(new MasterEvent.PortLost(name, role, port, refusal));
        }
        return refusal == null;
    }

    /** All topics, in the order in which their first port was opened. */
    Collection<TopicName> names() {
        return Collections.unmodifiableSet(topics.keySet());
    }

    /** The port for nodes of this role, if it is open. */
    OptionalInt openPort(TopicName name, Role role) {
        Topic topic = topics.get(name);
        Reply.Granted granted = topic == null ? null : topic.port(role);
        return granted == null ? OptionalInt.empty() : OptionalInt.of(granted.port());
    }

    /** Reports what was gathered since the last time. */
    void report() {
        topics.values().forEach(Topic::report);
    }
}
