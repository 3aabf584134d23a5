package io.zrs.master;

import io.zrs.model.Sample;
import io.zrs.model.TopicName;
import io.zrs.zmtp.Frames;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Copies the beginning of one of a topic's messages now and then, into memory that grows to what is needed and stays. */
final class SampleTaker {
    private final TopicName topic;
    private final int topicBytes;
    private byte[] head = {};
    private int length;
    private long size;
    private long cameAt;
    private boolean due = true;
    private boolean taken;

    SampleTaker(TopicName topic) {
        this.topic = topic;
        this.topicBytes = topic.bytes().length;
    }

    /** Whether the next message is to be taken. */
    boolean isDue() {
        return due;
    }

    /** A second has gone by. */
    void tick() {
        due = true;
    }

    /** Takes the message that starts at {@code at}; its payload is what follows the topic and a blank in its first frame. */
    void take(ByteBuffer bytes, int at, long now) {
        due = false;
        taken = true;
        cameAt = now;
        int end = Frames.frameEnd(bytes, at);
        int payload = Math.min(end, Frames.bodyStart(bytes, at) + topicBytes + 1);
        size = end - payload;
        length = (int) Math.min(size, Sample.MAX_BYTES);
        if (head.length < length) {
            head = new byte[Math.min(Sample.MAX_BYTES, Math.max(length, 2 * head.length))];
        }
        bytes.get(payload, head, 0, length);
    }

    /** What was taken last; empty if nothing ever was. */
    Optional<Sample> sample(long now) {
        if (!taken) {
            return Optional.empty();
        }
        long age = TimeUnit.NANOSECONDS.toMillis(now - cameAt);
        return Optional.of(new Sample(topic, size, Arrays.copyOf(head, length), age));
    }
}
