package io.zrs.bag.record;

import io.zrs.bag.mcap.ChunkBuffer;
import io.zrs.model.TopicName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where messages come in: they are stamped and copied into a chunk, which waits for the disk when it is full or old. What finds no room
 * is counted and left out: nobody who brings a message ever waits for a disk.
 *
 * <p>In a chunk's messages stands the number of their topic in place of a channel; who writes the chunk finds out the rest.
 */
final class Intake {
    private static final long OLD_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** No chunk gets larger than that by a further message, unless it would be smaller than {@link #full} without it. */
    private static final int LARGEST = 1 << 20;

    /** With less waiting than this part of all memory, the disk is in time. */
    private static final int LATE_PART = 8;

    /** A full chunk takes no more than that part of all memory: there is room for others while one is being written. */
    private static final int CHUNK_PART = 8;

    /** A clock that goes back further than that has been set. */
    private static final long SET_BACK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final RecordClock clock;
    private final Losses losses;
    private final int full;
    private final int largest;
    private final long limit;
    private final List<TopicIntake> topics = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition sealed = lock.newCondition();
    private final ChunkPool pool;
    private final Deque<ChunkBuffer> queue = new ArrayDeque<>();
    private final Ring ring;
    private ChunkBuffer current;
    private long currentTicks;
    private final Spans spans;
    private final long late;
    private long boundary;
    private long lastNanos;
    private long beganTicks;
    private long mostTicks = Long.MAX_VALUE;
    private boolean stopped;
    private boolean ended;
    private long messages;
    private long bytes;
    private long queued;

    /** What can be read of an intake at any time: messages and bytes that were taken, and bytes that wait for the disk. */
    record Counts(long messages, long bytes, long waiting) {}

    /**
     * An intake.
     *
     * @param full how many bytes a chunk has, about
     * @param budget how many bytes of memory all chunks may take
     * @param limit how many messages of each topic are taken at most
     * @param spans at whose ends a chunk ends in any case
     * @param ring keeps chunks that may be let go for the sake of new ones
     */
    Intake(RecordClock clock, Losses losses, int full, long budget, long limit, Spans spans, Optional<Ring> ring) {
        this.spans = spans;
        boundary = spans.end(clock.now());
        late = budget / LATE_PART;
        this.clock = clock;
        this.losses = losses;
        this.full = (int) Math.max(1, Math.min(full, budget / CHUNK_PART));
        this.limit = limit;
        largest = this.full < full ? this.full : Math.max(LARGEST, full + full / 3);
        pool = new ChunkPool(budget);
        this.ring = ring.orElse(null);
    }

    /** Another topic, whose messages may come from then on. */
    TopicIntake topic(TopicName name) {
        lock.lock();
        try {
            TopicIntake topic = new TopicIntake(this, name, topics.size(), limit);
            topics.add(topic);
            return topic;
        } finally {
            lock.unlock();
        }
    }

    /** The topic of a number. */
    TopicIntake topic(int number) {
        return topics.get(number);
    }

    /** Takes a message, or counts it as lost; false if the topic has had all that it may have. */
    boolean take(TopicIntake topic, byte[] source, int from, int length) {
        lock.lock();
        try {
            if (topic.taken == limit) {
                return false;
            }
            if (isOver()) {
                return true;
            }
            long now = time();
            if (now >= boundary || now < lastNanos - SET_BACK_NANOS) {
                cross(now);
            }
            lastNanos = now;
            if (!makeRoom(length) || !add(topic, now, source, from, length)) {
                losses.add(topic.name().value(), 1, now, now);
                return true;
            }
            messages++;
            bytes += length;
            topic.taken++;
            if (current.bytes() >= full) {
                seal();
            }
            return topic.taken < limit;
        } finally {
            lock.unlock();
        }
    }

    /** A clock that is put right by a little must not change the order of what came: the time stands still until it is there again. */
    private long time() {
        long now = clock.now();
        return now < lastNanos && now >= lastNanos - SET_BACK_NANOS ? lastNanos : now;
    }

    /** Adds to the current chunk, which has the room; false if Java's heap has not. */
    private boolean add(TopicIntake topic, long now, byte[] source, int from, int length) {
        long promised = current.capacityWith(length);
        boolean first = current.messages() == 0;
        try {
            current.add(topic.number(), 0, now, now, source, from, length);
        } catch (OutOfMemoryError e) {
            // What others hold of the heap nobody can know; the message is lost, but not unseen.
            pool.shrunk(promised - current.capacity());
            return false;
        }
        currentTicks = first ? clock.ticks() : currentTicks;
        return true;
    }

    /** What is on either side of a boundary is for different files; so is what is on either side of a clock that is set back. */
    private void cross(long now) {
        if (current != null && current.messages() > 0) {
            seal();
        }
        boundary = spans.end(now);
    }

    /** Makes {@link #current} a chunk that the message can be added to; false if there is no memory for it. */
    private boolean makeRoom(int length) {
        if (current != null && current.messages() > 0 && (long) current.bytes() + length > largest) {
            seal();
        }
        while (!(current == null ? acquire(length) : pool.grow(current, length))) {
            ChunkBuffer oldest = ring == null ? null : ring.giveUp();
            if (oldest != null) {
                pool.release(oldest);
            } else if (current != null && current.messages() > 0) {
                // Else it would wait until it is old, and nothing could be taken meanwhile.
                seal();
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean acquire(int length) {
        current = pool.acquire(length);
        return current != null;
    }

    private void seal() {
        queued += current.bytes();
        queue.add(current);
        current = null;
        sealed.signal();
    }

    /**
     * The next chunk that is due; one that is old enough counts as full. The caller gives it back by {@link #release}.
     *
     * @param most how many nanoseconds to wait for one at most
     * @return null if there is none
     */
    ChunkBuffer next(long most) {
        lock.lock();
        try {
            long left = most;
            while (queue.isEmpty()) {
                long due = sealIfOld();
                if (!queue.isEmpty()) {
                    break;
                }
                if (left <= 0 || ended) {
                    return null;
                }
                long wait = Math.min(left, due);
                left -= wait - Math.max(0, sealed.awaitNanos(wait));
            }
            return queue.poll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many nanoseconds are left until that has to be looked at again. */
    private long sealIfOld() {
        if (current == null || current.messages() == 0) {
            return OLD_NANOS;
        }
        long age = clock.ticks() - currentTicks;
        if (age >= OLD_NANOS || ended) {
            seal();
            return 0;
        }
        return OLD_NANOS - age;
    }

    /** A chunk is on the disk, or not wanted. */
    void release(ChunkBuffer chunk) {
        lock.lock();
        try {
            pool.release(chunk);
        } finally {
            lock.unlock();
        }
    }

    /** A chunk that came from {@link #next} waits for the disk no more. */
    void done(long bytesOfChunk) {
        lock.lock();
        try {
            queued -= bytesOfChunk;
        } finally {
            lock.unlock();
        }
    }

    /** Gives room back that a chunk does not use, and that others may take while it is kept. */
    void trim(ChunkBuffer chunk) {
        lock.lock();
        try {
            long before = chunk.capacity();
            chunk.trim();
            pool.shrunk(before - chunk.capacity());
        } finally {
            lock.unlock();
        }
    }

    /** Messages that come later than so many nanoseconds from now are not for this recording, whatever the time of day is. */
    void stopAfter(long nanos) {
        lock.lock();
        try {
            beganTicks = clock.ticks();
            mostTicks = nanos;
        } finally {
            lock.unlock();
        }
    }

    /** Messages that come from now on are not for this recording. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
        } finally {
            lock.unlock();
        }
    }

    /** For who holds the lock. */
    private boolean isOver() {
        stopped |= mostTicks != Long.MAX_VALUE && clock.ticks() - beganTicks >= mostTicks;
        return stopped || ended;
    }

    /** Takes nothing from now on; what it has is due at once. */
    void end() {
        lock.lock();
        try {
            ended = true;
            sealed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What could not be taken. */
    Losses losses() {
        return losses;
    }

    /** At whose ends a chunk ends in any case. */
    Spans spans() {
        return spans;
    }

    /** Whether it takes no more. */
    boolean isEnding() {
        lock.lock();
        try {
            return isOver();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it was ended, and everything is out of it. */
    boolean isDone() {
        lock.lock();
        try {
            return ended && queue.isEmpty() && (current == null || current.messages() == 0);
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is a full chunk. */
    boolean isDue() {
        lock.lock();
        try {
            return !queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Whether so much waits that the disk is not in time. */
    boolean isLate() {
        lock.lock();
        try {
            return queued > late;
        } finally {
            lock.unlock();
        }
    }

    Counts counts() {
        lock.lock();
        try {
            return new Counts(messages, bytes, queued + (current == null ? 0 : current.bytes()));
        } finally {
            lock.unlock();
        }
    }
}
