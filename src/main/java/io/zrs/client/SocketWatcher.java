package io.zrs.client;

import java.nio.channels.SelectableChannel;

/** One thread that attends to the signals of any number of sockets, so that nobody has to block in one. */
final class SocketWatcher implements AutoCloseable {
    private final SocketSelector selector = new SocketSelector();
    private final Thread thread;
    private volatile boolean closed;

    SocketWatcher(String threadName) {
        thread = Threads.start(threadName, this::run);
    }

    private void run() {
        while (!closed) {
            selector.await(Long.MAX_VALUE);
        }
        selector.close();
    }

    /** Runs {@code attend} on the watcher's thread whenever {@code signal} is up; it must process the socket. */
    void watch(SelectableChannel signal, Runnable attend) {
        selector.add(signal, attend);
    }

    void unwatch(SelectableChannel signal) {
        selector.remove(signal);
    }

    @Override
    public void close() {
        closed = true;
        selector.wake();
        Threads.join(thread, Deadline.NEVER);
    }
}
