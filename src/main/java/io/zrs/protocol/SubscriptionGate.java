package io.zrs.protocol;

import io.zrs.model.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a subscriber learns that its subscription is active: it also subscribes to a prefix that no topic can start with,
 * and a zrs master that sees it answers on the same connection with one frame, {@code ASKED TOPIC}. TCP keeps the order,
 * so every subscription sent before is active by then. Other masters never answer.
 *
 * <p>A subscriber of a node that has an instance asks with {@code PREFIX INSTANCE}, and so says whose connection it is.
 */
public final class SubscriptionGate {
    private static final String PREFIX = "\0zrs/gate";

    private SubscriptionGate() {}

    /** The prefix to subscribe to; a new array on each call. */
    public static byte[] prefix() {
        return PREFIX.getBytes(StandardCharsets.US_ASCII);
    }

    /** The prefix to subscribe to for a node that has an instance. */
    public static byte[] prefix(String instance) {
        return (PREFIX + " " + instance).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether this subscription asks for an answer. */
    public static boolean isAskedBy(byte[] subscription) {
        return Arrays.equals(subscription, prefix()) || instanceIn(subscription) != null;
    }

    /** The instance that asks; null if this subscription does not ask, or names none. */
    public static String instanceIn(byte[] subscription) {
        return NodeMark.instanceBehind(PREFIX, subscription);
    }

    /** The body of the frame that answers the plain prefix on a port of {@code topic}. */
    public static byte[] answer(TopicName topic) {
        return answer(prefix(), topic);
    }

    /** The body of the frame that answers {@code asked} on a port of {@code topic}. */
    public static byte[] answer(byte[] asked, TopicName topic) {
        byte[] name = topic.bytes();
        byte[] answer = Arrays.copyOf(asked, asked.length + 1 + name.length);
        answer[asked.length] = ' ';
        System.arraycopy(name, 0, answer, asked.length + 1, name.length);
        return answer;
    }
}
