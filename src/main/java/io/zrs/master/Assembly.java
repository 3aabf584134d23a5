package io.zrs.master;

import io.zrs.master.state.StateFile;
import io.zrs.master.state.StateWriter;
import io.zrs.model.ErrorCode;
import io.zrs.model.GraphEvent;
import io.zrs.model.TopicName;
import io.zrs.model.Volume;
import io.zrs.model.ZrsException;
import io.zrs.registry.Registration;
import io.zrs.registry.Registry;
import io.zrs.zmtp.MessageStore;
import io.zrs.zmtp.ZmtpContext;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.Selector;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The parts of one master, put together; they all belong to the thread that runs it. */
final class Assembly {
    private final MasterOptions options;
    private final Reports reports;
    private final Descriptors descriptors = Descriptors.ofThisProcess();
    private final EventLoop loop;
    private final Ports ports;
    private final Topics topics;
    private final EventFeed feed;
    private final GivenUp givenUp;
    private final StateKeeper keeper;
    private final Conductor conductor;
    private final ControlEndpoint control;
    private StateWriter writer;

    Assembly(MasterOptions options, InetAddress address, ZmtpContext context, Reports reports) {
        this.options = options;
        this.reports = reports;
        LongSupplier ids = new AtomicLong()::incrementAndGet;
        LongSupplier clock = context::now;
        Admission admission = new Admission(options.maxConnections(), descriptors.usable());
        feed = new EventFeed(InstantSource.system());
        NodeLosses nodeLosses = new NodeLosses(clock, feed::tell);
        RegistryListeners listeners = new RegistryListeners();
        Registry registry = new Registry(clock, listeners);
        loop = new EventLoop(openSelector(), context, admission, reports);
        ports = new Ports(address, options.dataPorts().orElse(null), admission, loop, clock);
        topics = new Topics(
                options,
                ports,
                new TopicContext(
                        context,
                        registry,
                        reports,
                        this::lossBegan,
                        new MessageStore(context.pool(), Latch.MAX_BYTES),
                        new MessageStore(context.pool(), Opening.MAX_TOTAL_BYTES)),
                ids,
                this::portOpened);
        keeper = new StateKeeper(topics, registry, System::nanoTime);
        Sessions sessions = new Sessions();
        givenUp = new GivenUp(registry, sessions, topics);
        listeners.add(new RegistryLog(reports));
        listeners.add(topics);
        listeners.add(feed);
        listeners.add(nodeLosses);
        listeners.add(givenUp);
        listeners.add(keeper);
        MasterStatusSource status = new MasterStatusSource(
                registry, topics, admission, () -> context.backlog().bytes(), clock);
        conductor = new Conductor(
                registry,
                sessions,
                new Protocol1(registry, topics),
                new Protocol2(
                        registry,
                        topics,
                        new Inventory(registry, topics, nodeLosses, status, clock),
                        new NodeCalls(registry, sessions, topics, System::nanoTime),
                        new Withdrawals(registry, topics, clock),
                        nodeLosses,
                        feed),
                feed);
        control = new ControlEndpoint(conductor, options.maxControlBytes(), ids, reports);
    }

    private static Selector openSelector() {
        try {
            return Selector.open();
        } catch (IOException e) {
            throw new ZrsException(ErrorCode.IO, "cannot open a selector: " + Reasons.of(e), "raise ulimit -n", e);
        }
    }

    private void lossBegan(TopicName topic, Registration subscriber, long messages, long bytes, String reason) {
        if (subscriber != null) {
            feed.tell(new GraphEvent.LossBegan(
                    topic, subscriber.role(), subscriber.owner().id(), new Volume(messages, bytes), reason));
        }
    }

    /**
     * Opens the control port.
     *
     * @return the port
     * @throws ZrsException {@link ErrorCode#IO} if it cannot be had; everything is closed then
     */
    int openControl() {
        try {
            return ports.openControl(options.port(), control);
        } catch (ZrsException e) {
            loop.abandon();
            throw e;
        }
    }

    void tellOfFewDescriptors() {
        if (descriptors.usable() < Descriptors.FEW) {
            reports.now(new MasterEvent.FewDescriptors(descriptors.limit(), descriptors.usable()));
        }
    }

    private void portOpened() {
        keeper.changed();
    }

    /** Brings back what the file keeps, before anybody is served, and keeps the state there from now on. */
    void keep(StateFile file) {
        try {
            keeper.restore(file.read()).ifPresent(this::tellOfState);
        } catch (ZrsException e) {
            tellOfState(e);
        }
        keeper.changed(); // whether the file can be written is better known now than when it is needed
        writer = StateWriter.start(file);
    }

    private void tellOfState(ZrsException failure) {
        reports.now(new MasterEvent.StateFailed(failure.getMessage(), failure.remedy()));
    }

    /**
     * Serves until {@link #stop}.
     *
     * @throws IOException if the system refuses to wait for sockets
     */
    void run() throws IOException {
        try {
            loop.run(this::turn, this::tick);
            if (writer != null) {
                keeper.flush(writer::offer);
            }
        } finally {
            if (writer != null) {
                writer.close();
                writer.takeFailure().ifPresent(this::tellOfState);
            }
        }
    }

    private long turn() {
        long more = Math.min(conductor.turn(), givenUp.close());
        feed.flush();
        return writer == null ? more : Math.min(more, keeper.turn(writer::offer));
    }

    private void tick() {
        conductor.tick();
        topics.report();
        if (writer != null) {
            writer.takeFailure().ifPresent(this::tellOfState);
        }
    }

    /** Ends {@link #run}; may be called from any thread. */
    void stop() {
        loop.stop();
    }
}
