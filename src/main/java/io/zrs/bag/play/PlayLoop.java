package io.zrs.bag.play;

import java.util.OptionalLong;

/** What somebody wants to see again and again: from A to B. For one thread; read by any. */
final class PlayLoop {
    private static final long NONE = -1;

    private volatile long from = NONE;
    private volatile long to = NONE;

    /** It begins here, and has no end yet. */
    void begin(long offset) {
        to = NONE;
        from = offset;
    }

    /** It ends here, behind where it begins; one that has its end is over. Returns whether to go back now. */
    boolean end(long offset) {
        boolean over = to != NONE;
        if (over) {
            from = NONE;
            to = NONE;
        } else if (from != NONE && offset > from) {
            to = offset;
            return true;
        }
        return false;
    }

    boolean isOn() {
        return to != NONE;
    }

    /** Whether something at that time is beyond it. */
    boolean isBehind(long offset) {
        return to != NONE && offset > to;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    OptionalLong start() {
        long at = from;
        return at == NONE ? OptionalLong.empty() : OptionalLong.of(at);
    }

    OptionalLong end() {
        long at = to;
        return at == NONE ? OptionalLong.empty() : OptionalLong.of(at);
    }
}
