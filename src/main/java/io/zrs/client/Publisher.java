package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The right to publish on one topic. Every method may be called from any thread, at any time.
 *
 * <p>Messages of one thread arrive in the order in which it published them. A message that {@code publish} has taken is
 * lost only if the connection to the master is.
 */
public final class Publisher implements AutoCloseable {
    /** No master has a lower limit, so that most messages need no look at it. */
    private static final int ALWAYS_TAKEN = 512;

    private final TopicSender sender;
    private final boolean latch;
    private final Deadline patience;
    private final Membership membership;
    private final Consumer<Publisher> onClose;
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    Publisher(TopicSender sender, PublisherOptions options, Membership membership, Consumer<Publisher> onClose) {
        this.sender = sender;
        this.membership = membership;
        latch = options.latch();
        patience = options.whenFull() == WhenFull.BLOCK ? Deadline.NEVER : Deadline.NOW;
        this.onClose = onClose;
    }

    /** The topic. */
    public TopicName topic() {
        return sender.topic();
    }

    /**
     * Publishes text, as UTF-8.
     *
     * <p>If the queue is full or the way to the master not open, it waits or drops the message, as the publisher's
     * {@link PublisherOptions#whenFull()} has it. A wait ends when there is room, when the publisher is closed and when the
     * calling thread is interrupted; its interrupt flag stays set, and the message counts as dropped in the last two.
     *
     * @return whether it was taken for sending; false if it was dropped
     * @throws ZrsException {@link ErrorCode#CLOSED} after close; {@link ErrorCode#INVALID} if it is longer than what the
     *     master takes
     */
    public boolean publish(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Publishes text, as UTF-8, if it can be within a time; for a program that has something else to do when it cannot.
     *
     * @param atMost how long to wait for room and for the way to the master, whatever
     *     {@link PublisherOptions#whenFull()} says; zero or less does not wait
     * @return whether it was taken for sending; if not, it does not count as dropped: the caller still has it. Also false
     *     if the publisher is closed meanwhile or the calling thread is interrupted, whose interrupt flag is set then
     * @throws ZrsException {@link ErrorCode#CLOSED} after close
     */
    public boolean offer(String text, Duration atMost) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        return offer(payload, 0, payload.length, atMost);
    }

    /**
     * Publishes bytes, which are copied; as {@link #offer(String, Duration)} otherwise.
     *
     * @param source holds the payload
     * @param from where in it the payload begins
     * @param length how many bytes it has
     * @throws ZrsException as {@link #publish(byte[])}
     * @throws IndexOutOfBoundsException if {@code source} does not have these bytes
     */
    public boolean offer(byte[] source, int from, int length, Duration atMost) {
        Objects.checkFromIndexSize(from, length, source.length);
        if (membership.protocol() == 1) {
            ForOriginalMaster.check(source, from, length);
        }
        byte[] frame = frame(source, from, length);
        // Most need no wait, and so no clock.
        boolean sent = sender.send(frame, this, Deadline.NOW) || (waits(atMost) && sendWithin(frame, atMost));
        if (sent) {
            published.getAndIncrement();
        }
        return sent;
    }

    private static boolean waits(Duration atMost) {
        return !atMost.isNegative() && !atMost.isZero();
    }

    private boolean sendWithin(byte[] frame, Duration atMost) {
        return sender.send(frame, this, Deadline.after(atMost));
    }

    /**
     * Publishes bytes, which are copied; as {@link #publish(String)} otherwise.
     *
     * @throws ZrsException {@link ErrorCode#CLOSED} after close; {@link ErrorCode#INVALID} if it is longer than what the
     *     master takes, or is not UTF-8 and the master is an original one, which would end
     */
    public boolean publish(byte[] payload) {
        if (membership.protocol() == 1) {
            ForOriginalMaster.check(payload, 0, payload.length);
        }
        return send(payload);
    }

    private boolean send(byte[] payload) {
        boolean sent = sender.send(frame(payload, 0, payload.length), this, patience);
        if (sent) {
            published.getAndIncrement();
        } else {
            dropped.getAndIncrement();
            sender.countDropped();
        }
        return sent;
    }

    private byte[] frame(byte[] source, int from, int length) {
        if (closed.get() || sender.isClosed()) {
            throw new ZrsException(ErrorCode.CLOSED, "the publisher of " + topic() + " is closed");
        }
        if (length > ALWAYS_TAKEN) {
            checkLength(length);
        }
        return Frames.compose(sender.prefix(), source, from, length);
    }

    private void checkLength(int length) {
        int most = membership.maxMessageBytes() - sender.prefix().length - Frames.HEADER;
        if (length > most) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "a message of " + length + " bytes on " + topic() + " is longer than the " + most
                            + " that the master takes",
                    "start it with a larger --max-message");
        }
    }

    /** How many messages were taken for sending. */
    public long published() {
        return published.get();
    }

    /** How many messages were dropped because the queue was full or the way to the master not open. */
    public long dropped() {
        return dropped.get();
    }

    /** How many messages were handed to the connection: those taken, and a latched one again for each new master. */
    public long sent() {
        return published.get() + repeated.get();
    }

    /**
     * How many messages that publishers of this topic in this node took did not reach the master. It is final once the last
     * of them is closed, which asks the master how many came; until then, and exactly where the master was replaced or is
     * gone at the end, it counts all that may be lost: what the master had not confirmed before. An original master confirms
     * nothing: there it counts what {@code close} could not send in time.
     */
    public long lost() {
        return sender.tally().lost();
    }

    /**
     * Waits until it is known what has become of all that publishers of this topic in this node took: the master has received
     * it, or the way there was lost, as {@link #lost} counts. To be called before {@link #close} by who cannot say how long
     * that takes, as a {@linkplain PublisherOptions#patient() patient} one. An original master does not tell: there it is never
     * waited for.
     *
     * @return false if it is not known when the time is up, or the calling thread is interrupted, whose interrupt flag is set then
     */
    public boolean awaitSettled(Duration atMost) {
        return sender.awaitSettled(Deadline.after(atMost));
    }

    /**
     * Asks the master how many nodes subscribe to the topic now. An original master has names alone to tell them by, up to the
     * first {@code .}: those that share one count once, those that begin with it not at all, and none do where the
     * publishers' names all begin with it.
     *
     * @throws ZrsException as {@link Node} says
     */
    public int subscribers() {
        return membership.subscribers(topic());
    }

    /** Whether the way to the master is open for this topic. After a loss it opens again as soon as there is a master. */
    public boolean isConnected() {
        return !closed.get() && sender.isOpen();
    }

    /**
     * Stops publishing: waits until what is queued has left, for as long as the node's
     * {@link NodeOptions#flushTimeout()}, then leaves the topic. Other publishers of the topic in this node go on, and are
     * not waited for. Again has no effect.
     */
    @Override
    public void close() {
        onClose.accept(this);
    }

    TopicSender sender() {
        return sender;
    }

    boolean isLatched() {
        return latch;
    }

    /** Its latched message was sent again. */
    void countRepeated() {
        repeated.getAndIncrement();
    }

    boolean isClosed() {
        return closed.get();
    }

    /** Takes no more messages; returns whether this call was the first. */
    boolean end() {
        boolean first = closed.compareAndSet(false, true);
        sender.wakeAll();
        return first;
    }
}
