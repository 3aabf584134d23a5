package io.zrs.master;

import io.zrs.zmtp.Chunk;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.ConnectionHandler;
import io.zrs.zmtp.FrameSieve;
import io.zrs.zmtp.ZmtpConnection;

/** A publisher's data connection. */
final class PublisherLink implements ConnectionHandler {
    private final Topic topic;
    private final ZmtpConnection connection;
    private final long id;

    PublisherLink(Topic topic, ZmtpConnection connection, long id) {
        this.topic = topic;
        this.connection = connection;
        this.id = id;
    }

    long id() {
        return id;
    }

    ZmtpConnection connection() {
        return connection;
    }

    @Override
    public void opened() {
        connection.subscribe(topic.name().bytes());
    }

    @Override
    public FrameSieve sieve() {
        return topic.sieve();
    }

    @Override
    public void messages(Chunk chunk, int start, int end, int count) {
        topic.forward(chunk, start, end, count);
    }

    @Override
    public void rejected() {
        topic.misdirected(connection);
    }

    @Override
    public void closed(CloseReason reason, long unsentMessages, long unsentBytes) {
        topic.left(this, reason);
    }
}
