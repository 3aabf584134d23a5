package io.zrs.master;

import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import io.zrs.zmtp.Chunk;
import io.zrs.zmtp.Frames;
import io.zrs.zmtp.KeptMessage;
import io.zrs.zmtp.ZmtpConnection;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Keeps a latched topic's last message for subscribers to come. Off until it is turned on, and never off again. */
final class Latch {
    /** How much memory the latched messages of all topics may take together, in bytes. */
    static final long MAX_BYTES = 256L << 20;

    private final TopicName topic;
    private final TopicContext context;
    private KeptMessage kept;
    private long number;
    private long cameAt;
    private long tooLarge;
    private boolean complained;

    Latch(TopicName topic, TopicContext context) {
        this.topic = topic;
        this.context = context;
    }

    void turnOn() {
        if (kept == null) {
            kept = context.latched().place();
        }
    }

    boolean isOn() {
        return kept != null;
    }

    /** Keeps the message between {@code start} and {@code end}; where there is no room for it, none: never an old one. */
    void keep(Chunk chunk, int start, int end) {
        number++;
        cameAt = context.zmtp().now();
        if (kept.keep(chunk, start, end)) {
            complained = false;
            tooLarge = 0;
        } else {
            tooLarge = end - start;
        }
    }

    private boolean isEmpty() {
        return kept == null || kept.isEmpty();
    }

    /** Which message is kept: another number is another message. */
    long number() {
        return number;
    }

    /** Whether there is a message and these subscriptions take it. */
    boolean isTakenBy(Subscriptions subscriptions) {
        if (isEmpty()) {
            return false;
        }
        ByteBuffer bytes = kept.chunk().bytes();
        return subscriptions.wants(bytes, Frames.bodyStart(bytes, 0), Frames.frameEnd(bytes, 0));
    }

    /** Whether there is a message and it starts with this prefix. */
    boolean isTakenBy(byte[] prefix) {
        if (isEmpty()) {
            return false;
        }
        ByteBuffer bytes = kept.chunk().bytes();
        int start = Frames.bodyStart(bytes, 0);
        boolean takes = prefix.length <= Frames.frameEnd(bytes, 0) - start;
        for (int i = 0; i < prefix.length && takes; i++) {
            takes = bytes.get(start + i) == prefix[i];
        }
        return takes;
    }

    void sendTo(ZmtpConnection connection) {
        connection.send(kept.chunk(), 0, kept.length(), 1);
    }

    /** The size of the message that is kept, on the wire; 0 if there is none. */
    int bytes() {
        return isEmpty() ? 0 : kept.length();
    }

    Optional<Sample> sample() {
        if (isEmpty()) {
            return Optional.empty();
        }
        SampleTaker taker = new SampleTaker(topic);
        taker.take(kept.chunk().bytes(), 0, cameAt);
        return taker.sample(context.zmtp().now());
    }

    /** Says that messages do not fit: once, until one did. */
    void report(Reports reports) {
        if (tooLarge > 0 && !complained) {
            reports.now(new MasterEvent.NotLatched(topic, tooLarge));
            complained = true;
        }
    }
}
