package io.zrs.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a subscriber that follows topics as they appear gets their first messages, although it hears of a topic only when it
 * is there: beside the topic it subscribes to a prefix that no topic can start with, and a zrs master that sees it hands
 * over what came before, as long as the topic is new. Other masters do nothing.
 */
public final class EarlySubscription {
    private static final byte[] PREFIX = "\0zrs/early".getBytes(StandardCharsets.US_ASCII);

    private EarlySubscription() {}

    /** The prefix to subscribe to; a new array on each call. */
    public static byte[] prefix() {
        return PREFIX.clone();
    }

    /** Whether a subscription is this one. */
    public static boolean isAskedBy(byte[] subscription) {
        return Arrays.equals(subscription, PREFIX);
    }
}
