package io.zrs.bag.play;

import io.zrs.bag.play.PlayItem.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Items that are handed over together, and from where to where they go: in nanoseconds of the bags' time since a stream began, all
 * its rounds together.
 */
final class Batch {
    private static final int MOST = 256;
    private static final long MOST_BYTES = 256 << 10;
    private static final long UNKNOWN = -1;

    private final long generation;
    private final long from;
    private final List<PlayItem> items = new ArrayList<>();
    private long bytes;
    private long to;
    private long last;
    private boolean complete;
    private boolean end;

    /** The first one of a stream, empty. */
    Batch(long generation) {
        this(generation, 0, UNKNOWN);
    }

    private Batch(long generation, long from, long last) {
        this.generation = generation;
        this.from = from;
        this.last = last;
        to = from;
    }

    /** The one behind it, empty. */
    Batch next() {
        return new Batch(generation, to, last);
    }

    void add(PlayItem item) {
        items.add(item);
        bytes += item.payload().length;
        to += last == UNKNOWN ? 0 : Math.max(0, item.offset() - last);
        last = item.kind() == Kind.ROUND ? UNKNOWN : item.offset();
        end = item.kind() == Kind.END;
        complete = end || items.size() == MOST || bytes >= MOST_BYTES;
    }

    /** Which stream it is of. */
    long generation() {
        return generation;
    }

    List<PlayItem> items() {
        return items;
    }

    /** How long the payloads are together. */
    long bytes() {
        return bytes;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    /** Whether it has as much as there should be in one. */
    boolean isComplete() {
        return complete;
    }

    /** Whether nothing comes behind it. */
    boolean isLast() {
        return end;
    }
}
