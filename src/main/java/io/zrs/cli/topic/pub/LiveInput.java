package io.zrs.cli.topic.pub;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A stream that may have nothing to read for long. Java cannot wake a thread that reads, so another one does that, a block
 * ahead, and whoever waits here can be woken, and look around meanwhile. One thread reads; {@link #wake} may be called from
 * any.
 */
final class LiveInput extends InputStream {
    private static final int BLOCK = 1 << 16;

    private final Callable<InputStream> opener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Runnable pause = () -> {};

    /** What was read and not yet taken: {@code block[from, end)}. The other block is being read into meanwhile. */
    private byte[] block = new byte[0];

    private int from;
    private int end;
    private boolean ended;
    private boolean woken;
    private IOException failure;

    /** Begins to read what {@code opener} opens, which may take until somebody opens the other end. */
    LiveInput(Callable<InputStream> opener) {
        this.opener = opener;
        Thread reader = new Thread(this::pump, "zrs-input");
        reader.setDaemon(true);
        reader.start();
    }

    /** What to do while there is nothing to read, some times a second, beginning with the next read. */
    void whileWaiting(Runnable action) {
        pause = action;
    }

    /** Has this and every further read end with an {@link InterruptedIOException}. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void pump() {
        try {
            // Never closed: standard input is not this command's alone, and anything else ends with the process.
            InputStream in = opener.call();
            byte[] mine = new byte[BLOCK];
            byte[] other = new byte[BLOCK];
            int count = in.read(mine, 0, BLOCK);
            while (count >= 0 && hand(mine, count)) {
                byte[] filled = mine;
                mine = other;
                other = filled;
                count = in.read(mine, 0, BLOCK);
            }
            end(null);
        } catch (IOException e) {
            end(e);
        } catch (Exception e) {
            end(new IOException(e));
        }
    }

    /** Hands over a block once the last one is taken; false if nobody wants it. */
    private boolean hand(byte[] filled, int count) throws InterruptedException {
        lock.lock();
        try {
            while (from < end && !woken) {
                changed.await();
            }
            block = filled;
            from = 0;
            end = count;
            changed.signalAll();
            return !woken;
        } finally {
            lock.unlock();
        }
    }

    private void end(IOException reason) {
        lock.lock();
        try {
            failure = reason;
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!isReady()) {
            pause.run();
            awaitTurn();
        }
        lock.lock();
        try {
            if (woken) {
                throw new InterruptedIOException("woken");
            }
            if (from == end) {
                return atEnd();
            }
            int count = Math.min(length, end - from);
            System.arraycopy(block, from, target, offset, count);
            from += count;
            changed.signalAll();
            return count;
        } finally {
            lock.unlock();
        }
    }

    private int atEnd() throws IOException {
        if (failure != null) {
            throw failure;
        }
        return -1;
    }

    /** Waits for a moment at most. */
    private void awaitTurn() throws IOException {
        lock.lock();
        try {
            long left = MasterWait.TURN.toNanos();
            while (!ready() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is something to read, or never will be. */
    private boolean isReady() {
        lock.lock();
        try {
            return ready();
        } finally {
            lock.unlock();
        }
    }

    private boolean ready() {
        return from < end || ended || woken;
    }

    @Override
    public int available() {
        lock.lock();
        try {
            return end - from;
        } finally {
            lock.unlock();
        }
    }
}
