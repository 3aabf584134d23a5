package io.zrs.master;

import io.zrs.model.Role;
import io.zrs.model.Volume;
import io.zrs.protocol.EarlySubscription;
import io.zrs.protocol.SubscriptionGate;
import io.zrs.zmtp.Chunk;
import io.zrs.zmtp.CloseReason;
import io.zrs.zmtp.Frames;
import io.zrs.zmtp.ZmtpConnection;
import java.nio.ByteBuffer;

/** A subscriber's data connection: what it wants, and what it lost. */
final class SubscriberLink extends TopicLink {
    private static final String OWN_LIMIT = "too slow for its queue (--queue)";
    private static final String TOTAL_LIMIT = "too slow for the queue of all subscribers (--queue-total)";

    private final Subscriptions subscriptions;
    private final Losses losses = new Losses();
    private boolean handedLatched;

    /** The latched message that was last looked at for it, and whether it has that. */
    private long judgedLatched;

    private boolean hasLatched;

    /** How far the topic's opening had come when this subscriber began to get everything; null before that. */
    private Opening.Mark missed;

    private boolean early;

    /** Where the topic lists this link; the topic's own. */
    int index;

    SubscriberLink(Topic topic, ZmtpConnection connection, long id) {
        super(topic, connection, id);
        this.subscriptions = new Subscriptions(topic.name().bytes());
    }

    @Override
    Role role() {
        return Role.SUBSCRIBER;
    }

    @Override
    boolean isActive() {
        return !subscriptions.wantsNone();
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
                answer(prefix);
            }
        } else if (EarlySubscription.isAskedBy(prefix)) {
            if (subscribe && !early) {
                early = true;
                handOpening();
            }
        } else {
            change(subscribe, prefix);
            if (missed == null && subscriptions.wantsAll()) {
                missed = topic.opening().mark();
                handOpening();
            }
        }
    }

    /** Who follows topics gets what came before it began; of a latched topic the last message, which it has, is enough. */
    private void handOpening() {
        if (early && missed != null && !topic.latch().isOn()) {
            topic.opening().sendTo(connection, missed);
        }
    }

    private void answer(byte[] gate) {
        String instance = SubscriptionGate.instanceIn(gate);
        if (instance != null) {
            topic.identified(this, instance);
        }
        connection.sendNotice(SubscriptionGate.answer(gate, topic.name()));
    }

    /**
     * The latched message is handed over when a subscription takes it that none did before: who had one has it already,
     * because it got it as it came or was handed it. All its subscriptions are searched once for each latched message.
     */
    private void change(boolean subscribe, byte[] prefix) {
        Latch latch = topic.latch();
        if (latch.number() != judgedLatched) {
            judgedLatched = latch.number();
            hasLatched = latch.isTakenBy(subscriptions);
        }
        if (!subscriptions.change(subscribe, prefix)) {
            connection.violated("too many subscriptions, or too long ones");
        } else if (subscribe && !hasLatched && latch.isTakenBy(prefix)) {
            hasLatched = true;
            if (!handedLatched) {
                handedLatched = true;
                latch.sendTo(connection);
            }
        }
    }

    @Override
    public void lost(long messages, long bytes, boolean total) {
        losses.add(messages, bytes, total ? TOTAL_LIMIT : OWN_LIMIT, topic.now());
    }

    @Override
    public void drained() {
        topic.patience().drained(this);
    }

    /** Reports what was lost since the last time. */
    void reportLosses() {
        if (!losses.isEmpty()) {
            topic.lost(this, losses);
            losses.clear();
        }
    }

    @Override
    Volume passed() {
        return new Volume(
                connection.traffic().messagesOut(), connection.traffic().bytesOut());
    }

    @Override
    Volume waiting() {
        return new Volume(connection.waitingMessages(), connection.waitingBytes());
    }

    @Override
    Volume lost() {
        return new Volume(
                connection.traffic().messagesLost(), connection.traffic().bytesLost());
    }

    @Override
    public void closed(CloseReason reason, long unsentMessages, long unsentBytes) {
        reportLosses();
        if (unsentMessages > 0) {
            String when = "still queued when it left (" + reason.text() + ")";
            losses.add(unsentMessages, unsentBytes, when, topic.now());
            reportLosses();
        }
        topic.left(this, reason);
    }
}
