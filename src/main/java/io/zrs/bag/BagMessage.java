package io.zrs.bag;

import java.util.Objects;

/**
 * One message of a recording.
 *
 * <p>The payload is not copied: who makes a message hands its array over, and who reads one must not write to it.
 */
public final class BagMessage {
    private final BagChannel channel;
    private final int sequence;
    private final long logTime;
    private final long publishTime;
    private final byte[] payload;

    /**
     * A message.
     *
     * @param sequence counts the channel's messages, by whatever rule the recorder had
     * @param logTime when it was recorded, in nanoseconds since 1970 as a rule, unsigned
     * @param publishTime when it was published; the log time where nobody knows
     */
    public BagMessage(BagChannel channel, int sequence, long logTime, long publishTime, byte[] payload) {
        this.channel = Objects.requireNonNull(channel);
        this.sequence = sequence;
        this.logTime = logTime;
        this.publishTime = publishTime;
        this.payload = Objects.requireNonNull(payload);
    }

    /** Its topic, and how it is encoded. */
    public BagChannel channel() {
        return channel;
    }

    /** Its number in its channel. */
    public int sequence() {
        return sequence;
    }

    /** When it was recorded, in nanoseconds since 1970 as a rule, unsigned. */
    public long logTime() {
        return logTime;
    }

    /** When it was published, as far as anybody knows. */
    public long publishTime() {
        return publishTime;
    }

    /** The payload itself, not a copy. */
    public byte[] payload() {
        return payload;
    }

    @Override
    public String toString() {
        return channel.topic() + " @ " + logTime + " (" + payload.length + " bytes)";
    }
}
