package io.zrs.master;

import io.zrs.model.Role;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.ConnectionHandler;
import io.zrs.zmtp.SocketType;
import io.zrs.zmtp.ZmtpConnection;
import io.zrs.zmtp.ZmtpEndpoint;
import java.util.function.LongSupplier;

/** One of a topic's two ports: publishers connect to one and are subscribed to, subscribers to the other. */
final class DataEndpoint implements ZmtpEndpoint {
    private final Topic topic;
    private final Role role;
    private final MasterOptions options;
    private final LongSupplier ids;
    private final Reports reports;

    /**
     * A port's endpoint.
     *
     * @param role of the peers
     * @param ids gives each connection its number
     */
    DataEndpoint(Topic topic, Role role, MasterOptions options, LongSupplier ids, Reports reports) {
        this.topic = topic;
        this.role = role;
        this.options = options;
        this.ids = ids;
        this.reports = reports;
    }

    @Override
    public SocketType socketType() {
        return role == Role.PUBLISHER ? SocketType.XSUB : SocketType.XPUB;
    }

    @Override
    public int maxMessageBytes() {
        return role == Role.PUBLISHER ? options.maxMessageBytes() : options.maxControlBytes();
    }

    @Override
    public String maxMessageOption() {
        return role == Role.PUBLISHER ? "--max-message" : "--max-control";
    }

    @Override
    public long queueBytes() {
        return options.subscriberQueueBytes();
    }

    @Override
    public boolean mayDrop() {
        return role == Role.SUBSCRIBER;
    }

    @Override
    public ConnectionHandler opened(ZmtpConnection connection) {
        if (role == Role.SUBSCRIBER) {
            SubscriberLink link = new SubscriberLink(topic, connection, ids.getAsLong());
            topic.joined(link);
            return link;
        }
        PublisherLink link = new PublisherLink(topic, connection, ids.getAsLong());
        topic.joined(link);
        return link;
    }

    @Override
    public void refused(ZmtpConnection connection, CloseReason reason) {
        if (reason.kind() == CloseReason.Kind.VIOLATION) {
            reports.refused(reason.text(), connection.remote());
        }
    }
}
