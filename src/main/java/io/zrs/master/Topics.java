package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Reply;
import io.zrs.registry.Registration;
import io.zrs.registry.RegistryListener;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** Every topic there is, and its ports, which are opened when somebody first asks for them and stay open. */
final class Topics implements RegistryListener {
    private final MasterOptions options;
    private final Ports ports;
    private final TopicContext context;
    private final LongSupplier ids;
    private final Runnable onOpened;
    private final Map<TopicName, Topic> topics = new LinkedHashMap<>();

    /**
     * No topics.
     *
     * @param onOpened told of each port that is opened
     */
    Topics(MasterOptions options, Ports ports, TopicContext context, LongSupplier ids, Runnable onOpened) {
        this.options = options;
        this.ports = ports;
        this.context = context;
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
            topic = new Topic(name, context);
        }
        int port = ports.openData(new DataEndpoint(topic, role, options, ids, context.reports()));
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
        context.reports().now(new MasterEvent.PortOpened(topic.name(), role, port));
    }

    /**
     * Opens a port that was this topic's before the master was started again.
     *
     * @return false if it cannot be had, which is reported
     */
    boolean reopen(TopicName name, Role role, int port) {
        Topic known = topics.get(name);
        Topic topic = known == null ? new Topic(name, context) : known;
        String refusal = known == null && isFull()
                ? "stays closed: " + fullReason()
                : ports.openData(new DataEndpoint(topic, role, options, ids, context.reports()), port);
        if (refusal == null) {
            opened(topic, role, port);
        } else {
            context.reports().now(new MasterEvent.PortLost(name, role, port, refusal));
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

    /** How long a message may be, all its frames and their headers. */
    int maxMessageBytes() {
        return options.maxMessageBytes();
    }

    /** One topic; null if nobody has asked for a port of it. */
    Topic find(TopicName name) {
        return topics.get(name);
    }

    Collection<Topic> all() {
        return Collections.unmodifiableCollection(topics.values());
    }

    @Override
    public void joined(Registration registration) {
        if (registration.owner().protocol() > 1 && registration.role() == Role.PUBLISHER) {
            topics.get(registration.topic()).askPublishers();
        }
    }

    @Override
    public void carried(Registration registration, long data) {
        topics.get(registration.topic()).carried(registration, data);
    }

    /** Reports what was gathered since the last time. */
    void report() {
        topics.values().forEach(Topic::report);
    }
}
