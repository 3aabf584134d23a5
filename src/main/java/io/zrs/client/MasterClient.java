package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Request;
import io.zrs.protocol.json.JsonCodec;
import io.zrs.protocol.legacy.LegacyCodec;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A control connection to a master, for programs that ask and do not publish or subscribe; {@link Node} has its own.
 *
 * <p>It outlives its master: requests fail while there is none, and go to the next one at the same address, of whatever
 * kind that is. Every method may be called from any thread; requests wait for each other.
 */
public final class MasterClient implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.zrs.client");

    private final MasterAddress master;
    private final NodeName name;
    private final Duration timeout;
    private final Sockets ownSockets;
    private final ControlLink link;
    private final ReentrantLock lock = new ReentrantLock();

    /** Which of the link's connections was greeted: behind the next one there may be another kind of master. */
    private long greeted;

    private volatile int protocol = 1;
    private volatile String version;

    private MasterClient(MasterAddress master, NodeName name, Duration timeout, Sockets sockets) {
        this.master = master;
        this.name = name;
        this.timeout = timeout;
        ownSockets = sockets;
        link = new ControlLink(sockets, master, () -> {});
    }

    /** On a node's sockets, which outlive it. {@code onDoubt} as {@link ControlLink} has it. */
    MasterClient(NodeOptions options, Sockets sockets, Runnable onDoubt) {
        master = options.master();
        name = options.name();
        timeout = options.requestTimeout();
        ownSockets = null;
        link = new ControlLink(sockets, master, onDoubt);
    }

    /**
     * Connects and asks what kind of master it is.
     *
     * @param timeout how long this and each later request may take, more than zero
     * @throws ZrsException {@link ErrorCode#NO_MASTER} if none answers in time, or what answers is none
     */
    public static MasterClient connect(MasterAddress master, NodeName name, Duration timeout) {
        MasterClient client = new MasterClient(master, name, timeout, new Sockets(master));
        try {
            client.greet(timeout);
            return client;
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** Finds out who answers; to be called once, before any request. */
    void greet(Duration connectTimeout) {
        checkHost();
        lock.lock();
        try {
            greet(Deadline.after(connectTimeout));
        } finally {
            lock.unlock();
        }
    }

    /** ZeroMQ tries an unknown host for ever; a person wants to know of the slip at once. */
    private void checkHost() {
        try {
            InetAddress.getByName(master.host());
        } catch (UnknownHostException e) {
            throw new ZrsException(
                    ErrorCode.NO_MASTER, "there is no host '" + master.host() + "'", "check the master's address", e);
        }
    }

    private void greet(Deadline deadline) {
        Request hello = new Request.Hello(LegacyCodec.withoutBlanks(name));
        String reply = link.ask(LegacyCodec.encodeRequest(hello), deadline);
        Optional<Reply.Welcome> welcome = JsonCodec.decodeWelcome(reply);
        if (welcome.isEmpty()) {
            understand(hello, reply);
        }
        protocol = welcome.isPresent() ? JsonCodec.PROTOCOL : 1;
        version = welcome.map(Reply.Welcome::version).orElse(null);
        greeted = link.connections();
    }

    /**
     * Asks the master. An original master gets node names with {@code _} for blanks, which it would not survive.
     *
     * @return what the kind of request calls for; never {@link Reply.Failed}
     * @throws ZrsException {@link ErrorCode#REFUSED} with the master's reason if it says no, and for a node that stops on
     *     an original master, which would answer nobody any more; {@link ErrorCode#NO_MASTER} if none answers in time,
     *     or what answers is none; {@link ErrorCode#CLOSED} after close
     */
    public Reply request(Request request) {
        lock.lock();
        try {
            Deadline deadline = Deadline.after(timeout);
            if (greeted != link.connections() || !link.isConnected()) {
                greet(deadline);
            }
            Request fitting = protocol == 1 ? ForOriginalMaster.fit(request) : request;
            String text = link.ask(LegacyCodec.encodeRequest(fitting), deadline);
            return decode(fitting, text);
        } finally {
            lock.unlock();
        }
    }

    private Reply decode(Request request, String text) {
        if (request instanceof Request.Hello) {
            Optional<Reply.Welcome> welcome = JsonCodec.decodeWelcome(text);
            if (welcome.isPresent()) {
                return welcome.get();
            }
        }
        Reply reply = understand(request, text);
        if (reply instanceof Reply.Failed failed) {
            throw new ZrsException(failed.code(), "the master refuses: " + failed.reason());
        }
        return reply;
    }

    /** A reply that is none is not the fault of who asked: it is no invalid argument. */
    private Reply understand(Request request, String text) {
        try {
            return LegacyCodec.decodeReply(request, text);
        } catch (ZrsException e) {
            throw new ZrsException(
                    ErrorCode.NO_MASTER,
                    "what answers at " + master + " is not a master",
                    "check the master's address",
                    e);
        }
    }

    /**
     * Tells the master that its node leaves a topic, if it is there and not an original one. No errors: a master that does
     * not hear it sees the connections go, and a close has nothing to do with an error.
     */
    void leave(Request stop) {
        try {
            if (protocol > 1 && isConnected()) {
                request(stop);
            }
        } catch (ZrsException e) {
            LOG.log(System.Logger.Level.DEBUG, "the master was not told of a close", e);
        }
    }

    /** The port that the master grants for a publish or subscribe request; errors as {@link #request}. */
    int grant(Request request) {
        return ((Reply.Granted) request(request)).port();
    }

    /** The topics that have been published, in the order of first registration; errors as {@link #request}. */
    public List<TopicName> topics() {
        return ((Reply.Topics) request(new Request.ListTopics(name))).topics();
    }

    /** Where the master listens. */
    public MasterAddress master() {
        return master;
    }

    /** The protocol in use: 1 with an original master, 2 with a zrs master. */
    public int protocol() {
        return protocol;
    }

    /** The master's version; an original master does not tell. */
    public Optional<String> masterVersion() {
        return Optional.ofNullable(version);
    }

    /** Whether there is a connection now. */
    boolean isConnected() {
        return link.isConnected();
    }

    /** Closes the connection; a request under way fails. Again has no effect. */
    @Override
    public void close() {
        link.close();
        if (ownSockets != null) {
            ownSockets.close();
        }
    }
}
