package io.zrs.master;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One subscriber's prefixes on one topic's port. Every message there starts with the topic, so a prefix of the topic
 * takes them all, a prefix that goes on behind the topic takes some, and any other none: those are not kept.
 */
final class Subscriptions {
    /** How many prefixes that go on behind the topic one subscriber may have. */
    static final int MAX_NARROW = 10_000;

    private final byte[] topic;
    private final boolean[] wide;
    private final List<byte[]> narrow = new ArrayList<>(0);
    private int wideCount;

    Subscriptions(byte[] topic) {
        this.topic = topic;
        this.wide = new boolean[topic.length + 1];
    }

    /**
     * Adds or cancels a prefix; adding one twice is adding it once, as in ZeroMQ.
     *
     * @return false if there are too many
     */
    boolean change(boolean subscribe, byte[] prefix) {
        int common = Math.min(prefix.length, topic.length);
        if (!Arrays.equals(prefix, 0, common, topic, 0, common)) {
            return true;
        }
        if (prefix.length <= topic.length) {
            if (wide[prefix.length] != subscribe) {
                wide[prefix.length] = subscribe;
                wideCount += subscribe ? 1 : -1;
            }
            return true;
        }
        narrow.removeIf(known -> Arrays.equals(known, prefix));
        if (subscribe) {
            if (narrow.size() >= MAX_NARROW) {
                return false;
            }
            narrow.add(prefix);
        }
        return true;
    }

    /** Whether every message of the topic is wanted. */
    boolean wantsAll() {
        return wideCount > 0;
    }

    /** Whether no message of the topic is wanted. */
    boolean wantsNone() {
        return wideCount == 0 && narrow.isEmpty();
    }

    /** Whether a message is wanted whose first frame's body stands between {@code start} and {@code end}. */
    boolean wants(ByteBuffer bytes, int start, int end) {
        if (wideCount > 0) {
            return true;
        }
        for (byte[] prefix : narrow) {
            if (startsWith(bytes, start, end, prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(ByteBuffer bytes, int start, int end, byte[] prefix) {
        if (end - start < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes.get(start + i) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
