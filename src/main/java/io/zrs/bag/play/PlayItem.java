package io.zrs.bag.play;

import io.zrs.bag.BagMessage;

/** What comes next in the stream that is played. */
final class PlayItem {
    /** What it is. */
    enum Kind {
        /** A message at its time. */
        MESSAGE,
        /** A message of a latched topic from before the time where the stream begins. */
        LATCHED,
        /** From here on it begins anew. */
        ROUND,
        /** There is nothing more, now and ever. */
        END
    }

    private static final byte[] NOTHING = {};

    private final Kind kind;
    private final int topic;
    private final byte[] payload;
    private final long offset;
    private final boolean match;

    private PlayItem(Kind kind, int topic, byte[] payload, long offset, boolean match) {
        this.kind = kind;
        this.topic = topic;
        this.payload = payload;
        this.offset = offset;
        this.match = match;
    }

    /** A message; {@code match} is whether it is one to pause behind. */
    static PlayItem message(Kind kind, int topic, BagMessage message, long offset, boolean match) {
        return new PlayItem(kind, topic, message.payload(), offset, match);
    }

    /** The end of a round, or of all; {@code offset} is where the messages end. */
    static PlayItem mark(Kind kind, long offset) {
        return new PlayItem(kind, -1, NOTHING, offset, false);
    }

    Kind kind() {
        return kind;
    }

    /** The place of its topic in the plan. */
    int topic() {
        return topic;
    }

    byte[] payload() {
        return payload;
    }

    /** When it comes, in nanoseconds from the plan's start. */
    long offset() {
        return offset;
    }

    /** Whether to pause behind it. */
    boolean isMatch() {
        return match;
    }
}
