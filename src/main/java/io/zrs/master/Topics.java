package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Reply;
import io.zrs.registry.Registration;
import io.zrs.registry.RegistryListener;
import io.zrs.zmtp.ZmtpConnection;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Every topic there is, and its ports, which are opened when somebody first asks for them and stay open. */
final class Topics implements RegistryListener {
    private final MasterOptions options;
    private final Ports ports;
    private final TopicContext context;
    private final LongSupplier ids;
    private final Map<TopicName, Topic> topics = new HashMap<>();

    Topics(MasterOptions options, Ports ports, TopicContext context, LongSupplier ids) {
        this.options = options;
        this.ports = ports;
        this.context = context;
        this.ids = ids;
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
            if (topics.size() >= options.maxTopics()) {
                String reason = "the limit of " + options.maxTopics() + " topics is reached (--max-topics)";
                throw new ZrsException(ErrorCode.REFUSED, reason);
            }
            topic = new Topic(name, context);
        }
        int port = ports.openData(new DataEndpoint(topic, role, options, ids, context.reports()));
        topics.put(name, topic);
        topic.opened(role, port);
        context.reports().now(new MasterEvent.PortOpened(name, role, port));
        return topic.port(role);
    }

    /** One topic; null if nobody has asked for a port of it. */
    Topic find(TopicName name) {
        return topics.get(name);
    }

    Collection<Topic> all() {
        return Collections.unmodifiableCollection(topics.values());
    }

    /** The data connection of this number; null if there is none. Looks through every topic. */
    ZmtpConnection connection(long data) {
        for (Topic topic : topics.values()) {
            ZmtpConnection connection = topic.connection(data);
            if (connection != null) {
                return connection;
            }
        }
        return null;
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
