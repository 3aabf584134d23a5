package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.registry.Registration;
import io.zrs.registry.Registry;
import io.zrs.registry.RegistryListener;
import io.zrs.zmtp.Backlog;
import io.zrs.zmtp.ChunkPool;
import io.zrs.zmtp.MessageStore;
import io.zrs.zmtp.ZmtpContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicLong;

/** A running master. Its event loop has one thread of its own; every method here may be called from any thread. */
public final class Master implements AutoCloseable {
    /** Memory for what publishers send, beside that of the queues, which may take twice what waits in them. */
    private static final long INBOUND_BYTES = 512L << 20;

    private final Assembly assembly;
    private final Thread thread;
    private final int port;

    private Master(Assembly assembly, Thread thread, int port) {
        this.assembly = assembly;
        this.thread = thread;
        this.port = port;
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
        reports.now(new MasterEvent.Started(address.getHostAddress(), port, !address.isLoopbackAddress()));
        Thread thread = new Thread(() -> assembly.run(reports), "zrs-master");
        thread.start();
        return new Master(assembly, thread, port);
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

    private static ZmtpContext context(MasterOptions options) {
        long inbound = Math.max(INBOUND_BYTES, 4L * options.maxMessageBytes());
        return new ZmtpContext(
                new ChunkPool(2 * options.totalQueueBytes() + inbound + Latch.MAX_BYTES),
                new Backlog(options.totalQueueBytes()),
                new ZmtpContext.Limits(
                        options.maxControlBytes(), options.handshakeTimeout().toNanos()),
                System::nanoTime,
                new TcpTable(System::nanoTime));
    }

    /** The parts of one master, put together. */
    private static final class Assembly {
        private final MasterOptions options;
        private final EventLoop loop;
        private final Registry registry;
        private final Ports ports;
        private final Topics topics;
        private final ControlEndpoint control;
        private volatile Exception failure;

        Assembly(MasterOptions options, InetAddress address, ZmtpContext context, Reports reports) {
            this.options = options;
            AtomicLong lastId = new AtomicLong();
            Admission admission = new Admission(options.maxConnections(), Descriptors.limit());
            this.registry = new Registry(System::nanoTime, listener(reports));
            this.loop = new EventLoop(openSelector(), context, admission, reports);
            this.ports = new Ports(address, options.dataPorts().orElse(null), admission, loop);
            TopicContext topicContext = new TopicContext(
                    context,
                    registry,
                    reports,
                    (topic, subscriber, messages, bytes, reason) -> {},
                    new MessageStore(context.pool(), Latch.MAX_BYTES));
            this.topics = new Topics(options, ports, topicContext, lastId::incrementAndGet);
            this.control = new ControlEndpoint(
                    new Conductor(registry, topics), options.maxControlBytes(), lastId::incrementAndGet, reports);
        }

        private RegistryListener listener(Reports reports) {
            return new RegistryListener() {
                @Override
                public void joined(Registration r) {
                    reports.now(new MasterEvent.Joined(r.node(), r.role(), r.topic(), r.host()));
                }

                @Override
                public void carried(Registration r, long data) {
                    topics.carried(r, data);
                }

                @Override
                public void left(Registration r, String reason) {
                    reports.now(new MasterEvent.Left(r.node(), r.role(), r.topic(), reason));
                }
            };
        }

        private int openControl() {
            try {
                return ports.openControl(options.port(), control);
            } catch (ZrsException e) {
                loop.abandon();
                throw e;
            }
        }

        private void run(Reports reports) {
            try {
                loop.run(() -> {
                    registry.expire();
                    topics.report();
                });
            } catch (IOException | RuntimeException e) {
                failure = e;
            }
            reports.now(new MasterEvent.Stopped());
        }
    }

    private static Selector openSelector() {
        try {
            return Selector.open();
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "cannot open a selector: " + Reasons.of(e), "raise ulimit -n", e);
        }
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
        if (assembly.failure != null) {
            throw new ZrsException(
                    ErrorCode.IO, "the master broke down: " + assembly.failure, "start it again", assembly.failure);
        }
    }

    /** Ends the master and waits for it: queued messages get a moment to leave, then every connection is closed. */
    @Override
    public void close() {
        assembly.loop.stop();
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
