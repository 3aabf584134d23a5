package io.zrs.master;

import java.time.Duration;

/** What one subscriber lost, gathered until the next report. */
final class Losses {
    /** A loss after so long without one is a new one. */
    static final Duration QUIET = Duration.ofSeconds(5);

    private long messages;
    private long bytes;
    private String reason = "";
    private long lastAt;
    private boolean continues;
    private boolean hadAny;

    /**
     * Messages were lost; has no effect if they are none.
     *
     * @param why a few words for a log line
     * @param now nanoseconds from any fixed point
     */
    void add(long moreMessages, long moreBytes, String why, long now) {
        if (moreMessages == 0) {
            return;
        }
        if (messages == 0) {
            continues = hadAny && now - lastAt < QUIET.toNanos();
        }
        messages += moreMessages;
        bytes += moreBytes;
        reason = why;
        lastAt = now;
        hadAny = true;
    }

    boolean isEmpty() {
        return messages == 0;
    }

    long messages() {
        return messages;
    }

    /** Their size on the wire. */
    long bytes() {
        return bytes;
    }

    /** Why the last of them went. */
    String reason() {
        return reason;
    }

    /** Whether nothing was lost for {@link #QUIET} before. */
    boolean isBeginning() {
        return !continues;
    }

    /** Starts anew: all of it was reported. */
    void clear() {
        messages = 0;
        bytes = 0;
    }
}
