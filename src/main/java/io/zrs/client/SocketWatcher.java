package io.zrs.client;

import java.nio.channels.SelectableChannel;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The one thread of a node that attends to the signals of any number of sockets, so that nobody has to block in one, and to
 * what is due from time to time. Nothing that runs on it may wait.
 */
final class SocketWatcher implements AutoCloseable {
    private final SocketSelector selector = new SocketSelector();
    private final LongSupplier turn;
    private final Consumer<Throwable> onFailure;
    private final String threadName;
    private Thread thread;
    private volatile boolean closed;

    /**
     * Not started yet.
     *
     * @param turn runs after every wait, and says when to run again at the latest, in nanoseconds from now
     * @param onFailure takes an error that ends the thread
     */
    SocketWatcher(String threadName, LongSupplier turn, Consumer<Throwable> onFailure) {
        this.threadName = threadName;
        this.turn = turn;
        this.onFailure = onFailure;
    }

    void start() {
        thread = Threads.start(threadName, this::run);
    }

    private void run() {
        try {
            while (!closed) {
                selector.await(turn.getAsLong());
            }
        } catch (RuntimeException | Error e) {
            onFailure.accept(e);
        } finally {
            selector.close();
        }
    }

    /** Runs {@code attend} on the watcher's thread whenever {@code signal} is up; it must process the socket. */
    void watch(SelectableChannel signal, Runnable attend) {
        selector.add(signal, attend);
    }

    void unwatch(SelectableChannel signal) {
        selector.remove(signal);
    }

    /** Takes the next turn now. */
    void wake() {
        selector.wake();
    }

    @Override
    public void close() {
        closed = true;
        selector.wake();
        Threads.join(thread, Deadline.NEVER);
    }
}
