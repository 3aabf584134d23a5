package io.zrs.protocol;

import io.zrs.model.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a subscriber learns that its subscription is active: it also subscribes to a prefix that no topic can start with,
 * and a zrs master that sees it answers on the same connection with one frame, {@code PREFIX TOPIC}. TCP keeps the order,
 * so every subscription sent before is active by then. Other masters never answer.
 */
public final class SubscriptionGate {
    private static final String PREFIX = "\0zrs/gate";

    private SubscriptionGate() {}

    /** The prefix to subscribe to; a new array on each call. */
    public static byte[] prefix() {
        return PREFIX.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether this subscription asks for an answer. */
    public static boolean isAskedBy(byte[] subscription) {
        return Arrays.equals(subscription, prefix());
    }

    /** The body of the frame that answers on a port of {@code topic}. */
    public static byte[] answer(TopicName topic) {
        return (PREFIX + " " + topic).getBytes(StandardCharsets.UTF_8);
    }
}
