package io.zrs.input;

import io.zrs.model.TopicName;
import java.util.Arrays;

/** Names that came not long ago, by the bytes that they were written with: most messages are on a topic that is known. */
final class TopicNames {
    private static final int PLACES = 1 << 8;
    private static final int FACTOR = 31;

    private final byte[][] written = new byte[PLACES][];
    private final TopicName[] names = new TopicName[PLACES];

    /** The name that {@code bytes[from, to)} was kept for; null if there is none. */
    TopicName find(byte[] bytes, int from, int to) {
        int place = place(bytes, from, to);
        byte[] there = written[place];
        boolean same = there != null && Arrays.equals(there, 0, there.length, bytes, from, to);
        return same ? names[place] : null;
    }

    /** Keeps it, in the place of another one perhaps. */
    void keep(byte[] bytes, int from, int to, TopicName name) {
        int place = place(bytes, from, to);
        written[place] = Arrays.copyOfRange(bytes, from, to);
        names[place] = name;
    }

    private static int place(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = FACTOR * hash + bytes[i];
        }
        return (hash ^ hash >>> 8 ^ hash >>> 16) & PLACES - 1;
    }
}
