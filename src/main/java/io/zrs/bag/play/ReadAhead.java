package io.zrs.bag.play;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads a stream on a thread of its own, so that a disk's pauses are nobody's, and hands it over in batches, so that this costs
 * little. As far ahead as is of use, and a bound in bytes and one in messages allow.
 */
final class ReadAhead implements PlaySource {
    private static final long MOST_BYTES = 32L << 20;
    private static final int MOST_BATCHES = 256;

    /** Of what is of use, one batch has this part. */
    private static final int PARTS = 16;

    private final MessageStream stream;
    private final Runnable wake;
    private final Thread thread = new Thread(this::read, "zrs-play-read");
    private final Deque<Batch> ready = new ArrayDeque<>();
    private long readyBytes;
    private long wantedOffset;
    private long generation;
    private Throwable failure;
    private boolean closed;

    /** How far to read ahead of the player, in nanoseconds of the bags' time. */
    private long reach = Long.MAX_VALUE;

    /** Where the player is, and what was handed over ends; as {@link Batch} counts. */
    private long taken;

    private long handed;
    private boolean ended = true;

    /** Whether the player waits for what is there, be it little. */
    private boolean starving = true;

    /** The player's own. */
    private Batch current = new Batch(0);

    private int at;

    /** Takes the stream over; {@code wake} is called when there is something for who found nothing. */
    ReadAhead(MessageStream stream, Runnable wake) {
        this.stream = stream;
        this.wake = wake;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void seek(long offset) {
        generation++;
        wantedOffset = offset;
        ready.clear();
        readyBytes = 0;
        current = new Batch(generation);
        taken = 0;
        handed = 0;
        ended = false;
        at = 0;
        starving = true;
        notifyAll();
    }

    @Override
    public synchronized void reach(long nanos) {
        reach = nanos;
        notifyAll();
    }

    @Override
    public synchronized boolean isFilled() {
        return ended || failure != null || isFull();
    }

    @Override
    public PlayItem peek() {
        if (at == current.items().size()) {
            Batch next = nextBatch();
            if (next == null) {
                return null;
            }
            current = next;
            at = 0;
        }
        return current.items().get(at);
    }

    private synchronized Batch nextBatch() {
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        Batch next = ready.poll();
        starving = next == null;
        if (next != null) {
            readyBytes -= next.bytes();
            taken = next.from();
            notifyAll();
        }
        return next;
    }

    @Override
    public void take() {
        at++;
    }

    private void read() {
        try {
            long mine = 0;
            Batch batch = null;
            while (awaitWork(mine)) {
                if (mine != current()) {
                    mine = begin();
                    batch = new Batch(mine);
                }
                batch.add(stream.next());
                if (batch.isComplete() || isWanted(batch)) {
                    hand(batch);
                    batch = batch.next();
                }
            }
        } catch (InterruptedException e) {
            // Closed: nobody wants more.
            return;
        } catch (RuntimeException | Error e) { // whatever it is: the player waits for this thread
            fail(e);
        } finally {
            stream.close();
        }
    }

    /** Waits until there is room, and something to read; false when closed. */
    private synchronized boolean awaitWork(long mine) throws InterruptedException {
        while (!closed && mine == generation && (ended || isFull())) {
            wait();
        }
        return !closed;
    }

    private boolean isFull() {
        return !ready.isEmpty()
                && (readyBytes >= MOST_BYTES || ready.size() >= MOST_BATCHES || handed - taken >= reach);
    }

    /** Whether it is better to hand over what is there than to read more. */
    private synchronized boolean isWanted(Batch batch) {
        return starving || batch.to() - batch.from() >= reach / PARTS;
    }

    private synchronized long current() {
        return generation;
    }

    private long begin() {
        long offset;
        long begun;
        synchronized (this) {
            begun = generation;
            offset = wantedOffset;
        }
        stream.seek(offset);
        return begun;
    }

    private void hand(Batch batch) {
        boolean waited;
        synchronized (this) {
            if (batch.generation() != generation) {
                return;
            }
            waited = starving;
            starving = false;
            ready.add(batch);
            readyBytes += batch.bytes();
            handed = batch.to();
            ended = batch.isLast();
        }
        if (waited) {
            wake.run();
        }
    }

    private void fail(Throwable cause) {
        synchronized (this) {
            failure = cause instanceof OutOfMemoryError
                    ? new ZrsException(
                            ErrorCode.IO,
                            "there is not enough memory to read ahead",
                            "give more, as ZRS_JAVA_OPTS=-Xmx2g")
                    : cause;
        }
        wake.run();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
