package io.zrs.bag.mcap;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Goes through messages of a file in the order of their log times; those of one time in the order of their places. Reads a chunk when
 * its time has come, and holds no more unpacked than a sixth of the heap: where more chunks than that have messages of the same
 * time, each is unpacked several times, for a part of its messages each. For one thread.
 */
public final class StoredMessages {
    private final List<Stretch> stretches;
    private final StretchMessages.Source source;
    private final PriorityQueue<StretchMessages> open = new PriorityQueue<>();
    private final ChunkBuffer copied = new ChunkBuffer();
    private final long memory;
    private final long share;
    private int next;
    private StretchMessages current;

    /**
     * Messages from {@code from} to {@code until}, both included and unsigned.
     *
     * @param channels of which channels; by their numbers
     */
    public StoredMessages(McapFile file, McapIndex index, long from, long until, IntPredicate channels) {
        this(file, index, from, until, channels, Memory.forCursor());
    }

    /**
     * The same with another bound.
     *
     * @param memory how many bytes unpacked chunks may take, about; one message of each that is open is there in any case
     */
    public StoredMessages(McapFile file, McapIndex index, long from, long until, IntPredicate channels, long memory) {
        this.memory = memory;
        stretches = new ArrayList<>();
        for (Stretch stretch : index.stretches()) {
            boolean inTime = Long.compareUnsigned(stretch.startTime(), until) <= 0
                    && Long.compareUnsigned(stretch.endTime(), from) >= 0;
            if (inTime && hasAny(stretch, channels)) {
                stretches.add(stretch);
            }
        }
        stretches.sort((a, b) -> Long.compareUnsigned(a.startTime(), b.startTime()));
        share = memory / depth();
        source = new StretchMessages.Source(new ChunkReader(file), from, until, channels);
    }

    private static boolean hasAny(Stretch stretch, IntPredicate wanted) {
        char[] channels = stretch.channels();
        if (channels == null) {
            return true;
        }
        for (char channel : channels) {
            if (wanted.test(channel)) {
                return true;
            }
        }
        return stretch.messages() == 0 && stretch.kind() == Stretch.Kind.CHUNK;
    }

    /** How many chunks have a time in common, at most; at least 1. */
    private int depth() {
        PriorityQueue<Long> ends = new PriorityQueue<>(Comparator.comparingLong(end -> end + Long.MIN_VALUE));
        int depth = 1;
        for (Stretch stretch : stretches) {
            while (!ends.isEmpty() && Long.compareUnsigned(ends.peek(), stretch.startTime()) < 0) {
                ends.poll();
            }
            ends.add(stretch.endTime());
            depth = Math.max(depth, ends.size());
        }
        return depth;
    }

    /**
     * Goes to the next message; false if there is none.
     *
     * @throws ZrsException {@link ErrorCode#IO} if a chunk is damaged or cannot be read; the next call goes on behind it
     */
    public boolean next() {
        if (current != null) {
            StretchMessages passed = current;
            current = null;
            if (passed.next(share())) {
                if (isFirst(passed)) {
                    current = passed;
                    return true;
                }
                open.add(passed);
            }
            passed.tellDamage();
        }
        while (next < stretches.size() && isDue(stretches.get(next))) {
            StretchMessages opened = new StretchMessages(source, stretches.get(next));
            next++;
            if (opened.next(share())) {
                open.add(opened);
            }
            opened.tellDamage();
        }
        current = open.poll();
        return current != null;
    }

    /**
     * The next messages as the chunk that they are in: if they are all of it, alone in their time, and in order. Then {@link #next} goes on
     * behind it; else null, and they come by that, as does what is wrong.
     *
     * @param until the latest log time that it may have
     * @param suits whether a chunk of such compression and size, and of these channels, is wanted
     */
    public StoredChunk nextChunk(long until, Predicate<Stretch> suits) {
        if (next == stretches.size() || !open.isEmpty() || current != null && !current.isLast()) {
            return null;
        }
        Stretch stretch = stretches.get(next);
        boolean alone = next + 1 == stretches.size()
                || Long.compareUnsigned(stretches.get(next + 1).startTime(), stretch.endTime()) > 0;
        if (!alone
                || stretch.kind() != Stretch.Kind.CHUNK
                || !isWhollyWanted(stretch)
                || Long.compareUnsigned(stretch.endTime(), until) > 0
                || !suits.test(stretch)) {
            return null;
        }
        StoredChunk chunk = load(stretch);
        if (chunk != null) {
            next++;
            current = null;
        }
        return chunk;
    }

    /** As far as is said of it. */
    private boolean isWhollyWanted(Stretch stretch) {
        boolean wanted = stretch.channels() != null
                && Long.compareUnsigned(stretch.startTime(), source.from()) >= 0
                && Long.compareUnsigned(stretch.endTime(), source.until()) <= 0;
        for (int i = 0; wanted && i < stretch.channels().length; i++) {
            wanted = source.channels().test(stretch.channels()[i]);
        }
        return wanted;
    }

    private StoredChunk load(Stretch stretch) {
        try {
            source.reader().load(stretch);
        } catch (ZrsException e) {
            // It is read again as the messages that it has, and then that is told.
            return null;
        }
        StoredChunk chunk = source.reader().copy(stretch, copied);
        boolean asSaid =
                chunk != null && copied.startTime() == stretch.startTime() && copied.endTime() == stretch.endTime();
        for (int i = 0; asSaid && i < copied.messages(); i++) {
            asSaid = Arrays.binarySearch(stretch.channels(), (char) copied.channel(i)) >= 0;
        }
        return asSaid ? chunk : null;
    }

    private long share() {
        return Math.min(share, memory / (open.size() + 1));
    }

    private boolean isFirst(StretchMessages messages) {
        return (next == stretches.size()
                        || Long.compareUnsigned(stretches.get(next).startTime(), messages.logTime()) > 0)
                && (open.isEmpty() || messages.compareTo(open.peek()) < 0);
    }

    private boolean isDue(Stretch stretch) {
        return open.isEmpty()
                || Long.compareUnsigned(stretch.startTime(), open.peek().logTime()) <= 0;
    }

    /** The message's channel. */
    public int channelId() {
        return current.channelId();
    }

    /** Its number. */
    public int sequence() {
        return current.sequence();
    }

    /** When it was recorded, in nanoseconds since 1970 as a rule, unsigned. */
    public long logTime() {
        return current.logTime();
    }

    /** When it was published. */
    public long publishTime() {
        return current.publishTime();
    }

    /** A copy of its data. */
    public byte[] data() {
        return current.data();
    }
}
