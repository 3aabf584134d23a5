package io.zrs.client;

import io.zrs.protocol.NodeMark;
import java.util.Arrays;

/**
 * Whether a master takes a topic's messages, and knows whose they are, by what it subscribes to at a publisher.
 *
 * <p>It asks whose they are behind the topic itself. A message that went in between could be counted as another
 * publisher's, and so be taken for lost.
 */
final class Gate {
    private static final byte[] ASKED = NodeMark.prefix();

    private final byte[] prefix;

    /** How many of the master's subscriptions cover the topic. */
    private int covering;

    private boolean asked;
    private boolean mustBeAsked;

    /** {@code prefix} is what every frame of the topic starts with. */
    Gate(byte[] prefix) {
        this.prefix = prefix;
    }

    /** Whether messages pass. */
    boolean isOpen() {
        return covering > 0 && (asked || !mustBeAsked);
    }

    /** Whether the master has asked whose the connection is. */
    boolean isAsked() {
        return asked;
    }

    /** Whether it is for a master that asks, as every one of protocol 2 does. */
    void mustBeAsked(boolean must) {
        mustBeAsked = must;
    }

    /** Whether this notice asks whose connection it is. */
    static boolean asksWhose(byte[] notice) {
        return notice.length > 0 && notice[0] == 1 && isOfMark(notice);
    }

    private static boolean isOfMark(byte[] notice) {
        return Arrays.equals(notice, 1, notice.length, ASKED, 0, ASKED.length);
    }

    /** Heeds a notice: 1 and what the master now subscribes to, or 0 and what it no longer does. */
    void heed(byte[] notice) {
        if (notice.length > 0 && isOfMark(notice)) {
            asked = notice[0] == 1;
        }
        if (notice.length == 0 || !covers(notice)) {
            return;
        }
        if (notice[0] == 1) {
            covering++;
        } else if (notice[0] == 0 && covering > 0) {
            covering--;
        }
    }

    /** Whether the subscription behind the notice's first byte is for this topic: TOPIC, or a part of it. */
    private boolean covers(byte[] notice) {
        int length = notice.length - 1;
        return length <= prefix.length && Arrays.equals(notice, 1, notice.length, prefix, 0, length);
    }
}
