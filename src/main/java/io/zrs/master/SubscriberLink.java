package io.zrs.master;

import io.zrs.protocol.SubscriptionGate;
import io.zrs.zmtp.Chunk;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.ConnectionHandler;
import io.zrs.zmtp.Frames;
import io.zrs.zmtp.ZmtpConnection;
import java.nio.ByteBuffer;

/** A subscriber's data connection: what it wants, and what it lost. */
final class SubscriberLink implements ConnectionHandler {
    private static final String OWN_LIMIT = "too slow for its queue (--queue)";
    private static final String TOTAL_LIMIT = "too slow for the queue of all subscribers (--queue-total)";

    private final Topic topic;
    private final ZmtpConnection connection;
    private final long id;
    private final Subscriptions subscriptions;
    private long lostMessages;
    private long lostBytes;
    private String lostReason = OWN_LIMIT;

    /** Where the topic lists this link; the topic's own. */
    int index;

    SubscriberLink(Topic topic, ZmtpConnection connection, long id) {
        this.topic = topic;
        this.connection = connection;
        this.id = id;
        this.subscriptions = new Subscriptions(topic.name().bytes());
    }

    long id() {
        return id;
    }

    ZmtpConnection connection() {
        return connection;
    }

    /** Sends those messages of a run that are wanted. */
    void deliver(Chunk chunk, int start, int end, int count) {
        if (subscriptions.wantsAll()) {
            connection.send(chunk, start, end, count);
        } else if (!subscriptions.wantsNone()) {
            deliverSome(chunk, start, end);
        }
    }

    private void deliverSome(Chunk chunk, int start, int end) {
        ByteBuffer bytes = chunk.bytes();
        int wantedFrom = start;
        int wanted = 0;
        int next;
        for (int at = start; at < end; at = next) {
            next = Frames.messageEnd(bytes, at);
            if (subscriptions.wants(bytes, Frames.bodyStart(bytes, at), Frames.frameEnd(bytes, at))) {
                wanted++;
                continue;
            }
            if (wanted > 0) {
                connection.send(chunk, wantedFrom, at, wanted);
                wanted = 0;
            }
            wantedFrom = next;
        }
        if (wanted > 0) {
            connection.send(chunk, wantedFrom, end, wanted);
        }
    }

    /** Subscriptions of ZMTP 3.0 come as messages of one frame: 1 or 0, and the prefix. */
    @Override
    public void messages(Chunk chunk, int start, int end, int count) {
        ByteBuffer bytes = chunk.bytes();
        for (int at = start; at < end && !connection.isClosed(); at = Frames.messageEnd(bytes, at)) {
            int body = Frames.bodyStart(bytes, at);
            int length = Frames.frameEnd(bytes, at) - body;
            boolean single = (bytes.get(at) & Frames.MORE) == 0;
            if (single && length > 0 && (bytes.get(body) == 0 || bytes.get(body) == 1)) {
                byte[] prefix = new byte[length - 1];
                bytes.get(body + 1, prefix);
                subscription(bytes.get(body) == 1, prefix);
            }
        }
    }

    @Override
    public void subscription(boolean subscribe, byte[] prefix) {
        if (SubscriptionGate.isAskedBy(prefix)) {
            if (subscribe) {
                connection.send(Frames.message(SubscriptionGate.answer(topic.name())));
            }
        } else if (!subscriptions.change(subscribe, prefix)) {
            connection.violated("too many subscriptions, or too long ones");
        }
    }

    @Override
    public void lost(long messages, long bytes, boolean total) {
        lostMessages += messages;
        lostBytes += bytes;
        lostReason = total ? TOTAL_LIMIT : OWN_LIMIT;
    }

    /** Reports what was lost since the last time. */
    void reportLosses(Reports reports) {
        if (lostMessages > 0) {
            reports.now(new MasterEvent.Lost(
                    topic.name(), topic.nameOf(connection, id), lostMessages, lostBytes, lostReason));
            lostMessages = 0;
            lostBytes = 0;
        }
    }

    @Override
    public void closed(CloseReason reason, long unsentMessages, long unsentBytes) {
        topic.left(this, reason, unsentMessages, unsentBytes);
    }
}
