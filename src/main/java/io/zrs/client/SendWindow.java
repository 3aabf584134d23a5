package io.zrs.client;

/**
 * How many bytes of what a sender sent the master has not confirmed. The master counts messages; how many bytes these were,
 * a ring of checkpoints tells, to within a part of the window. Guarded by the sender's lock, except where it says otherwise.
 */
final class SendWindow {
    /** Each is for at least this part of the window: a full one needs no more than so many, and one longer message. */
    private static final int PARTS = 32;

    private final long bytes;
    private final long grain;

    /** What had been sent, in all, when each checkpoint was set: {@code count} of them, from {@code first} on. */
    private final long[] messagesAt = new long[PARTS + 2];

    private final long[] bytesAt = new long[PARTS + 2];
    private int first;
    private int count;

    private long sentBytes;
    private long checkedBytes;
    private long confirmedBytes;

    /** How many of the messages sent cannot come any more, as far as that is known. */
    private long gone;

    private volatile boolean wanted;

    SendWindow(long bytes) {
        this.bytes = bytes;
        grain = Math.max(1, bytes / PARTS);
    }

    /** Whether a frame of this length may be sent now: one that is longer than the window if nothing else is unconfirmed. */
    boolean fits(int length) {
        long unconfirmed = unconfirmed();
        return unconfirmed == 0 || unconfirmed + length <= bytes;
    }

    long unconfirmed() {
        return sentBytes - confirmedBytes;
    }

    /**
     * A frame was sent, with which there are so many messages; returns whether a confirmation is wanted from now on: early,
     * so that it is there before the window is full.
     */
    boolean add(int length, long messages) {
        sentBytes += length;
        if (sentBytes - checkedBytes < grain) {
            return false;
        }
        check(messages);
        if (wanted || unconfirmed() < bytes / 2) {
            return false;
        }
        wanted = true;
        return true;
    }

    private void check(long messages) {
        if (count == messagesAt.length) {
            // Only where nobody heeds the bound: the newest stands for both.
            count--;
        }
        int at = (first + count) % messagesAt.length;
        messagesAt[at] = messages;
        bytesAt[at] = sentBytes;
        checkedBytes = sentBytes;
        count++;
    }

    /** The master has received so many of the {@code sent} messages. */
    void confirm(long received, long sent) {
        gone = Math.min(gone, Math.max(0, sent - received));
        long done = received + gone;
        while (count > 0 && messagesAt[first] <= done) {
            confirmedBytes = bytesAt[first];
            first = (first + 1) % messagesAt.length;
            count--;
        }
        if (done >= sent) {
            confirmedBytes = sentBytes;
        }
        wanted = unconfirmed() >= Math.max(1, bytes / 2);
    }

    /** A frame did not fit: a confirmation is wanted, however little is unconfirmed. Returns whether it was not before. */
    boolean want() {
        boolean news = !wanted;
        wanted = true;
        return news;
    }

    /** Whether a confirmation is wanted; for any thread. */
    boolean isWanted() {
        return wanted;
    }

    /** The way was lost, and what the master has not received of the {@code sent} messages with it. */
    void lose(long received, long sent) {
        clear();
        gone = Math.max(0, sent - received);
    }

    /** The registration has ended: counting starts again. */
    void clear() {
        count = 0;
        sentBytes = 0;
        checkedBytes = 0;
        confirmedBytes = 0;
        gone = 0;
        wanted = false;
    }
}
