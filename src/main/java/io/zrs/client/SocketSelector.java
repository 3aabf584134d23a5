package io.zrs.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the signal that a ZeroMQ socket gives when there is something to process. {@code ZMQ.Poller} would touch the
 * sockets themselves, which other threads may be using; the signals are plain channels.
 *
 * <p>A signal stays up until somebody processes the socket's commands, so who wakes up must do that, and who processes
 * them for another reason must look for what the waiting thread would have seen.
 */
final class SocketSelector implements AutoCloseable {
    private final Selector selector;

    SocketSelector() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also waits for this signal from now on; {@code attachment} comes back from {@link #await}'s callback. */
    void add(SelectableChannel signal, Runnable attachment) {
        try {
            signal.register(selector, SelectionKey.OP_READ, attachment);
        } catch (ClosedChannelException e) {
            throw new UncheckedIOException(e);
        }
        selector.wakeup();
    }

    /** No longer waits for this signal. The channel cannot be freed before the selector has let go of it. */
    void remove(SelectableChannel signal) {
        SelectionKey key = signal.keyFor(selector);
        if (key != null) {
            key.cancel();
            selector.wakeup();
        }
    }

    /** Whether {@link #await} returns for signals, or for {@link #wake()} and its timeout alone. */
    void heedSignals(boolean heed) {
        int operations = heed ? SelectionKey.OP_READ : 0;
        for (SelectionKey key : selector.keys()) {
            if (key.isValid() && key.interestOps() != operations) {
                key.interestOps(operations);
            }
        }
    }

    /**
     * Waits for a signal, {@link #wake()} or the timeout, then runs what was attached to the signals that came.
     *
     * @return whether the calling thread was interrupted; its flag is clear then, because a set flag would end every
     *     later wait at once
     */
    boolean await(long timeoutNanos) {
        boolean interrupted = Thread.interrupted();
        try {
            if (timeoutNanos <= 0) {
                selector.selectNow(SocketSelector::run);
            } else {
                selector.select(SocketSelector::run, TimeUnit.NANOSECONDS.toMillis(timeoutNanos) + 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Thread.interrupted() || interrupted;
    }

    private static void run(SelectionKey key) {
        ((Runnable) key.attachment()).run();
    }

    /** Ends the wait under way, or the next one. */
    void wake() {
        selector.wakeup();
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
