package io.zrs.master;

import io.zrs.master.state.SavedState;
import io.zrs.master.state.StateFile;
import io.zrs.master.state.StateWriter;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.registry.Registration;
import io.zrs.registry.Registry;
import io.zrs.registry.RegistryListener;
import io.zrs.zmtp.Backlog;
import io.zrs.zmtp.ChunkPool;
import io.zrs.zmtp.ZmtpContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

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
        assembly.tellOfFewDescriptors();
        options.stateDirectory().ifPresent(directory -> assembly.keep(new StateFile(file(directory, address, port))));
        reports.started(new MasterEvent.Started(address.getHostAddress(), port, !address.isLoopbackAddress()));
        Thread thread = new Thread(assembly::run, "zrs-master");
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

    /** Nobody else has this name as long as the control port is held. */
    private static Path file(Path directory, InetAddress address, int port) {
        return directory.resolve("master-" + address.getHostAddress() + "-" + port + ".json");
    }

    private static ZmtpContext context(MasterOptions options) {
        long inbound = Math.max(INBOUND_BYTES, 4L * options.maxMessageBytes());
        return new ZmtpContext(
                new ChunkPool(2 * options.totalQueueBytes() + inbound),
                new Backlog(options.totalQueueBytes()),
                new ZmtpContext.Limits(
                        options.maxControlBytes(), options.handshakeTimeout().toNanos()),
                System::nanoTime,
                new TcpTable(System::nanoTime));
    }

    /** The parts of one master, put together. */
    private static final class Assembly {
        private final MasterOptions options;
        private final Reports reports;
        private final Descriptors descriptors = Descriptors.ofThisProcess();
        private final EventLoop loop;
        private final Registry registry;
        private final Ports ports;
        private final Topics topics;
        private final ControlEndpoint control;
        private final StateKeeper keeper;
        private StateWriter writer;
        private Consumer<SavedState> offer; // made once, because it is called with every turn of the loop
        private volatile Exception failure;

        Assembly(MasterOptions options, InetAddress address, ZmtpContext context, Reports reports) {
            this.options = options;
            this.reports = reports;
            AtomicLong lastId = new AtomicLong();
            Admission admission = new Admission(options.maxConnections(), descriptors.usable());
            this.registry = new Registry(System::nanoTime, log());
            this.loop = new EventLoop(openSelector(), context, admission, reports);
            this.ports = new Ports(address, options.dataPorts().orElse(null), admission, loop, context::now);
            this.topics = new Topics(options, ports, registry, reports, lastId::incrementAndGet, this::stateChanged);
            this.keeper = new StateKeeper(topics, registry, System::nanoTime);
            this.control = new ControlEndpoint(
                    new Conductor(registry, topics), options.maxControlBytes(), lastId::incrementAndGet, reports);
        }

        private int openControl() {
            try {
                return ports.openControl(options.port(), control);
            } catch (ZrsException e) {
                loop.abandon();
                throw e;
            }
        }

        private void stateChanged() {
            keeper.changed();
        }

        private RegistryListener log() {
            return new RegistryListener() {
                @Override
                public void joined(Registration r) {
                    stateChanged();
                    reports.now(new MasterEvent.Joined(r.node(), r.role(), r.topic(), r.host()));
                }

                @Override
                public void left(Registration r, String reason) {
                    stateChanged();
                    reports.now(new MasterEvent.Left(r.node(), r.role(), r.topic(), reason));
                }
            };
        }

        /** Brings back what the file keeps, before anybody is served, and keeps the state there from now on. */
        private void keep(StateFile file) {
            try {
                keeper.restore(file.read()).ifPresent(this::tellOfState);
            } catch (ZrsException e) {
                tellOfState(e);
            }
            keeper.changed(); // whether the file can be written is better known now than when it is needed
            writer = StateWriter.start(file);
            offer = writer::offer;
        }

        private void tellOfState(ZrsException failure) {
            reports.now(new MasterEvent.StateFailed(failure.getMessage(), failure.remedy()));
        }

        private void tellOfFewDescriptors() {
            if (descriptors.usable() < Descriptors.FEW) {
                reports.now(new MasterEvent.FewDescriptors(descriptors.limit(), descriptors.usable()));
            }
        }

        private void run() {
            try {
                loop.run(this::turn, this::tick);
                if (writer != null) {
                    keeper.flush(offer);
                }
            } catch (IOException | RuntimeException e) {
                failure = e;
            }
            if (writer != null) {
                writer.close();
                writer.takeFailure().ifPresent(this::tellOfState);
            }
            reports.now(new MasterEvent.Stopped());
        }

        private long turn() {
            try {
                return writer == null ? Long.MAX_VALUE : keeper.turn(offer);
            } catch (RuntimeException | OutOfMemoryError e) {
                // What is kept matters after the next start: no reason to end this one.
                reports.now(new MasterEvent.StateFailed("cannot gather the state: " + e, "report this"));
                return Long.MAX_VALUE;
            }
        }

        private void tick() {
            registry.expire();
            topics.report();
            if (writer != null) {
                writer.takeFailure().ifPresent(this::tellOfState);
            }
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
