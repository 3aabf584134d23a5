package io.zrs.zmtp;

import java.util.ArrayList;
import java.util.List;

/** What waits in all send queues together, held under one limit. */
public final class Backlog {
    /** One part in so many is freed beyond what the limit asks for. */
    private static final int ROOM = 64;

    private final long limit;
    private final List<SendQueue> waiting = new ArrayList<>();
    private long bytes;

    /**
     * A backlog.
     *
     * @param limit how many bytes may wait in all queues together
     */
    public Backlog(long limit) {
        this.limit = limit;
    }

    void add(long more) {
        bytes += more;
    }

    void enter(SendQueue queue) {
        queue.backlogIndex = waiting.size();
        waiting.add(queue);
    }

    void leave(SendQueue queue) {
        SendQueue last = waiting.remove(waiting.size() - 1);
        if (last != queue) {
            waiting.set(queue.backlogIndex, last);
            last.backlogIndex = queue.backlogIndex;
        }
        queue.backlogIndex = -1;
    }

    /** Takes from the longest queues until the limit holds again, with some room, so that this is rare. */
    void enforce() {
        if (bytes <= limit) {
            return;
        }
        long target = limit - limit / ROOM;
        boolean more = true;
        while (more && bytes > target) {
            more = relieve(bytes - target);
        }
    }

    /**
     * Takes up to {@code excess} bytes from the longest queue.
     *
     * @return false if there was nothing to take
     */
    boolean relieve(long excess) {
        SendQueue longest = null;
        for (SendQueue queue : waiting) {
            if (queue.droppableBytes() > 0 && (longest == null || queue.droppableBytes() > longest.droppableBytes())) {
                longest = queue;
            }
        }
        if (longest == null) {
            return false;
        }
        longest.giveWay(excess);
        return true;
    }

    /** Whether half of what may wait in all queues together does. */
    public boolean isCrowded() {
        return bytes > limit / 2;
    }

    /** How many bytes may wait in all queues. */
    public long limit() {
        return limit;
    }

    /** How many bytes wait in all queues. */
    public long bytes() {
        return bytes;
    }
}
