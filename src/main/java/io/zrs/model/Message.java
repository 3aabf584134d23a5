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
    private final byte[] source;
    private final int from;

    /** The payload alone, once somebody wanted it so. */
    private Copy copy;

    /** By its final field any thread that sees it sees the bytes, too. */
    private record Copy(byte[] bytes) {}

    /** A message of bytes; takes {@code payload} over. */
    public Message(TopicName topic, byte[] payload) {
        this(topic, payload, 0);
    }

    /**
     * A message whose payload stands at the end of {@code source}, which is taken over. It is copied out for who asks for
     * {@link #payload}, and for nobody else.
     *
     * @param from where the payload begins
     */
    public Message(TopicName topic, byte[] source, int from) {
        this.topic = topic;
        this.source = source;
        this.from = Math.min(from, source.length);
    }

    /** A message of text, as UTF-8. */
    public static Message of(TopicName topic, String text) {
        return new Message(topic, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The topic it came on or goes to. */
    public TopicName topic() {
        return topic;
    }

    /** The payload alone; nobody must write to it. */
    public byte[] payload() {
        if (from == 0) {
            return source;
        }
        Copy made = copy;
        if (made == null) {
            made = new Copy(Arrays.copyOfRange(source, from, source.length));
            copy = made;
        }
        return made.bytes();
    }

    /** How many bytes the payload has. */
    public int length() {
        return source.length - from;
    }

    /** The array that the payload is in, up to the end; for who copies it anyway. Nobody must write to it. */
    public byte[] source() {
        return source;
    }

    /** Where in {@link #source()} the payload begins. */
    public int sourceFrom() {
        return from;
    }

    /** The payload as UTF-8 text; bytes that are not UTF-8 become U+FFFD. */
    public String text() {
        return new String(source, from, length(), StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Message that
                && topic.equals(that.topic)
                && Arrays.equals(source, from, source.length, that.source, that.from, that.source.length);
    }

    @Override
    public int hashCode() {
        return 31 * topic.hashCode() + Arrays.hashCode(payload());
    }

    @Override
    public String toString() {
        return topic + " (" + length() + " bytes)";
    }
}
