package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A topic that a node receives. Every method may be called from any thread, at any time.
 *
 * <p>A message of another ZeroMQ program may have several frames; they arrive as one payload, one after the other without
 * anything between, less the first frame's first word, which is the topic.
 */
public final class Subscription implements AutoCloseable {
    private final TopicName topic;
    private final Delivery delivery;
    private final Consumer<Subscription> onClose;
    private volatile Route route;
    private final AtomicBoolean closed = new AtomicBoolean();

    Subscription(TopicName topic, Delivery delivery, Consumer<Subscription> onClose) {
        this.topic = topic;
        this.delivery = delivery;
        this.onClose = onClose;
    }

    /** The topic. */
    public TopicName topic() {
        return topic;
    }

    /**
     * Takes the oldest message; for a polled subscription only.
     *
     * @param timeout how long to wait for one; zero or less does not wait
     * @return empty if none came in time, or the calling thread was interrupted, whose interrupt flag is set then
     * @throws ZrsException {@link ErrorCode#CLOSED} after close, {@link ErrorCode#INVALID} if this subscription has a
     *     listener
     */
    public Optional<Message> receive(Duration timeout) {
        return delivery.take(Deadline.after(timeout));
    }

    /** How many messages came. */
    public long received() {
        return delivery.received();
    }

    /**
     * How many messages the master dropped because this node was too slow to take them; they are not among those that came.
     * It is as of the last heartbeat, some seconds ago; exact after {@link Node#refreshLosses()} and after the node's close.
     * Subscriptions to one topic in one node share a connection, so each of them lost the same. An original master does not
     * tell: 0.
     */
    public long lost() {
        Route way = route;
        return way == null ? 0 : way.lost();
    }

    /** How many of them were dropped because the queue was full; what the master dropped is not among them. */
    public long dropped() {
        return delivery.dropped();
    }

    /**
     * Unsubscribes, and drops what is queued. A listener may still be running when this returns, unless it is called from
     * the listener; no further message comes. Again has no effect.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            delivery.end();
            onClose.accept(this);
        }
    }

    /** Tells which way its messages come. */
    void comesBy(Route way) {
        route = way;
    }

    Delivery delivery() {
        return delivery;
    }
}
