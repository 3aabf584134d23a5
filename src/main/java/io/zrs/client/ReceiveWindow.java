package io.zrs.client;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import zmq.Msg;
import zmq.msg.MsgAllocator;

/**
 * Bounds in bytes what ZeroMQ reads ahead of the receive thread; its own bound counts messages, whatever their size.
 *
 * <p>ZeroMQ's I/O thread asks it for the memory of each message that begins to come, and waits here while the window is
 * full: then nothing is read from any of its connections, and the master keeps the rest. So that thread must have
 * nothing else to do. A message that is larger than the window has it to itself.
 *
 * <p>What is counted and never taken (ZMTP's commands, a message that broke off with its connection) is forgiven when the
 * I/O thread waits and the socket is empty. Messages that are still coming in are forgiven with it: one a connection.
 */
final class ReceiveWindow implements MsgAllocator {
    /** How much the receive thread takes before it tells; smaller than any sensible window. */
    private static final long GRAIN = 32 << 10;

    private final long bytes;
    private final Runnable onFull;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();

    /** Written by the I/O thread alone. */
    private final AtomicLong allocated = new AtomicLong();

    /** Written by the receive thread alone. */
    private final AtomicLong taken = new AtomicLong();

    /** Taken and not told yet; the receive thread's own. */
    private long untold;

    private volatile boolean waiting;
    private volatile boolean closed;

    /** {@code onFull} has the receive thread look at its socket; it must return at once. */
    ReceiveWindow(long bytes, Runnable onFull) {
        this.bytes = bytes;
        this.onFull = onFull;
    }

    /** For ZeroMQ's I/O thread. */
    @Override
    public Msg allocate(int size) {
        if (!fits(size)) {
            awaitRoom(size);
        }
        allocated.lazySet(allocated.get() + size);
        return new Msg(size);
    }

    private boolean fits(int size) {
        long held = held();
        return held <= 0 || held + size <= bytes;
    }

    private void awaitRoom(int size) {
        lock.lock();
        try {
            waiting = true;
            onFull.run();
            while (!closed && !fits(size)) {
                room.awaitUninterruptibly();
            }
        } finally {
            waiting = false;
            lock.unlock();
        }
    }

    /** How many bytes were read and not taken, about. */
    long held() {
        return allocated.get() - taken.get();
    }

    /** How many bytes were read in all. */
    long allocated() {
        return allocated.get();
    }

    /** The receive thread took so many bytes. */
    void take(int length) {
        untold += length;
        if (untold >= GRAIN || waiting) {
            tell(taken.get() + untold);
        }
    }

    /** The receive thread found its socket empty, after so many bytes were {@link #allocated()}. */
    void foundEmpty(long allocatedBefore) {
        if (waiting) {
            tell(allocatedBefore);
        }
    }

    private void tell(long takenNow) {
        untold = 0;
        taken.set(takenNow);
        // Not for each message: two threads that wake each other for one at a time are slow.
        if (waiting && held() <= bytes / 2) {
            wake();
        }
    }

    private void wake() {
        lock.lock();
        try {
            room.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the wait, and lets everything pass: nobody takes any more. */
    void close() {
        closed = true;
        wake();
    }
}
