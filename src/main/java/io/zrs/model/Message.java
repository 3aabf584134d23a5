package io.zrs.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One message of a topic: the bytes behind {@code TOPIC } in the frame, text by convention and often JSON.
 *
 * <p>The payload is not copied: who makes a message hands its array over, and who reads one must not write to it.
 */
public final class Message {
    private final TopicName topic;
    private final byte[] payload;

    /** A message of bytes; takes {@code payload} over. */
    public Message(TopicName topic, byte[] payload) {
        this.topic = topic;
        this.payload = payload;
    }

    /** A message of text, as UTF-8. */
    public static Message of(TopicName topic, String text) {
        return new Message(topic, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The topic it came on or goes to. */
    public TopicName topic() {
        return topic;
    }

    /** The payload itself, not a copy. */
    public byte[] payload() {
        return payload;
    }

    /** The payload as UTF-8 text; bytes that are not UTF-8 become U+FFFD. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Message that && topic.equals(that.topic) && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * topic.hashCode() + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return topic + " (" + payload.length + " bytes)";
    }
}
