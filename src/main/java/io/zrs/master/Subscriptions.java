package io.zrs.master;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * One subscriber's prefixes on one topic's port. Every message there starts with the topic, so a prefix of the topic
 * takes them all, a prefix that goes on behind the topic takes some, and any other none: those are not kept.
 */
final class Subscriptions {
    /** How many prefixes that go on behind the topic one subscriber may have. */
    static final int MAX_NARROW = 10_000;

    /** How long all of these may be together, behind the topic. */
    static final int MAX_NARROW_BYTES = 1 << 20;

    private final byte[] topic;
    private final boolean[] wide;
    private final TreeSet<byte[]> narrow = new TreeSet<>(Arrays::compareUnsigned);
    private int narrowBytes;
    private int wideCount;

    /** The narrow prefixes that no other one is a prefix of, in order; null while they have to be found again. */
    private List<byte[]> shortest = List.of();

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
        byte[] rest = Arrays.copyOfRange(prefix, topic.length, prefix.length);
        if (subscribe ? narrow.add(rest) : narrow.remove(rest)) {
            narrowBytes += subscribe ? rest.length : -rest.length;
            shortest = null;
        }
        return narrow.size() <= MAX_NARROW && narrowBytes <= MAX_NARROW_BYTES;
    }

    /** Whether every message of the topic is wanted. */
    boolean wantsAll() {
        return wideCount > 0;
    }

    /** Whether no message of the topic is wanted. */
    boolean wantsNone() {
        return wideCount == 0 && narrow.isEmpty();
    }

    /** Whether a message of the topic is wanted whose first frame's body stands between {@code start} and {@code end}. */
    boolean wants(ByteBuffer bytes, int start, int end) {
        return wideCount > 0 || wantsRest(bytes, start + topic.length, end);
    }

    /** None of the shortest is a prefix of another, so that their order says on which side of each the message stands. */
    private boolean wantsRest(ByteBuffer bytes, int start, int end) {
        if (shortest == null) {
            shortest = findShortest();
        }
        int low = 0;
        int high = shortest.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(bytes, start, end, shortest.get(middle));
            if (order == 0) {
                return true;
            }
            low = order > 0 ? middle + 1 : low;
            high = order > 0 ? high : middle - 1;
        }
        return false;
    }

    private List<byte[]> findShortest() {
        List<byte[]> found = new ArrayList<>();
        byte[] last = null;
        for (byte[] prefix : narrow) {
            if (last == null || !startsWith(prefix, last)) {
                found.add(prefix);
                last = prefix;
            }
        }
        return found;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** 0 if the bytes start with the prefix; else whether they come before or behind it. */
    private static int compare(ByteBuffer bytes, int start, int end, byte[] prefix) {
        int common = Math.min(end - start, prefix.length);
        for (int i = 0; i < common; i++) {
            int order = Byte.compareUnsigned(bytes.get(start + i), prefix[i]);
            if (order != 0) {
                return order;
            }
        }
        return common == prefix.length ? 0 : -1;
    }
}
