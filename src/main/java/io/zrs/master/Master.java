package io.zrs.master;

/**
 * A running master. Its event loop has one thread of its own; every method here may be called from any thread.
 */
public final class Master implements AutoCloseable {
    private final int port;

    private Master(int port) {
        this.port = port;
    }

    /**
     * Opens the control port and starts to serve.
     *
     * @param events told of what happens, on the master's thread
     * @throws io.zrs.model.ZrsException {@link io.zrs.model.ErrorCode#IO} if the port is taken or the address is not
     *     this machine's
     */
    public static Master start(MasterOptions options, MasterEvents events) {
        return new Master(options.port());
    }

    /** The control port, 1 to 65535. */
    public int port() {
        return port;
    }

    /** Waits until the master has ended. */
    public void await() throws InterruptedException {
        Thread.currentThread().join();
    }

    /** Ends the master and waits for it: queued messages get a moment to leave, then every connection is closed. */
    @Override
    public void close() {}
}
