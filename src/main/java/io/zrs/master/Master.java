package io.zrs.master;

import io.zrs.master.state.StateFile;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.zmtp.Backlog;
import io.zrs.zmtp.ChunkPool;
import io.zrs.zmtp.ZmtpContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/** A running master. Its event loop has one thread of its own; every method here may be called from any thread. */
public final class Master implements AutoCloseable {
    /** Memory for what publishers send, beside that of the queues, which may take twice what waits in them. */
    private static final long INBOUND_BYTES = 512L << 20;

    private final Assembly assembly;
    private final Reports reports;
    private final Thread thread;
    private final int port;
    private volatile Throwable failure;

    private Master(Assembly assembly, Reports reports, int port) {
        this.assembly = assembly;
        this.reports = reports;
        this.port = port;
        thread = new Thread(this::run, "zrs-master");
    }

    /**
     * Opens the control port and starts to serve.
     *
     * @param events told of what happens, on the master's thread
     * @throws ZrsException {@link ErrorCode#IO} if the port is taken or the address is not this machine's
     */
    public static Master start(MasterOptions options, MasterEvents events) {
        InetAddress address = resolve(options.bind());
        Reports reports = new Reports(events);
        Assembly assembly = new Assembly(options, address, context(options), reports);
        int port = assembly.openControl();
        assembly.tellOfFewDescriptors();
        options.stateDirectory().ifPresent(directory -> assembly.keep(new StateFile(file(directory, address, port))));
        reports.started(new MasterEvent.Started(address.getHostAddress(), port, !address.isLoopbackAddress()));
        Master master = new Master(assembly, reports, port);
        master.thread.start();
        return master;
    }

    private static InetAddress resolve(String bind) {
        try {
            return InetAddress.getByName(bind.equals("*") ? "0.0.0.0" : bind);
        } catch (UnknownHostException e) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "'" + bind + "' is not an address of this machine",
                    "give --bind an address such as 127.0.0.1 or 0.0.0.0",
                    e);
        }
    }

    /** Nobody else has this name as long as the control port is held. */
    private static Path file(Path directory, InetAddress address, int port) {
        return directory.resolve("master-" + address.getHostAddress() + "-" + port + ".json");
    }

    private static ZmtpContext context(MasterOptions options) {
        long inbound = Math.max(INBOUND_BYTES, 4L * options.maxMessageBytes());
        return new ZmtpContext(
                new ChunkPool(2 * options.totalQueueBytes() + inbound + Latch.MAX_BYTES + Opening.MAX_TOTAL_BYTES),
                new Backlog(options.totalQueueBytes()),
                new ZmtpContext.Limits(
                        options.maxControlBytes(), options.handshakeTimeout().toNanos()),
                System::nanoTime,
                new TcpTable(System::nanoTime));
    }

    private void run() {
        try {
            assembly.run();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            failure = e;
        }
        reports.now(new MasterEvent.Stopped());
    }

    /** The control port, 1 to 65535. */
    public int port() {
        return port;
    }

    /**
     * Waits until the master has ended.
     *
     * @throws ZrsException {@link ErrorCode#IO} if it did not end by {@link #close} but broke down
     */
    public void await() throws InterruptedException {
        thread.join();
        if (failure != null) {
            throw new ZrsException(ErrorCode.IO, "the master broke down: " + failure, "start it again", failure);
        }
    }

    /** Ends the master and waits for it: queued messages get a moment to leave, then every connection is closed. */
    @Override
    public void close() {
        assembly.stop();
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
