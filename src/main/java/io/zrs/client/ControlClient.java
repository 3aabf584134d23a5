package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Request;
import io.zrs.protocol.json.JsonCodec;
import io.zrs.protocol.legacy.LegacyCodec;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks a master, of whatever kind. It outlives its master: requests fail while there is none, and go to the next one at the
 * same address after a greeting.
 */
final class ControlClient implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.zrs.client");

    private final MasterAddress master;
    private final NodeName name;
    private final Duration timeout;
    private final ControlLink link;
    private final ReentrantLock lock = new ReentrantLock();

    /** Which of the link's connections was greeted: behind the next one there may be another kind of master. */
    private long greeted;

    private volatile int protocol = 1;
    private volatile String version;

    /** On sockets that outlive it. {@code onDoubt} as {@link ControlLink} has it. */
    ControlClient(MasterAddress master, NodeName name, Duration timeout, Sockets sockets, Runnable onDoubt) {
        this.master = master;
        this.name = name;
        this.timeout = timeout;
        link = new ControlLink(sockets, master, onDoubt);
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
     * Asks the master in protocol 1. An original master gets node names with {@code _} for blanks, which it would not
     * survive.
     *
     * @return what the kind of request calls for; never {@link Reply.Failed}
     * @throws ZrsException {@link ErrorCode#REFUSED} with the master's reason if it says no, and for a node that stops on
     *     an original master, which would answer nobody any more; {@link ErrorCode#NO_MASTER} if none answers in time,
     *     or what answers is none; {@link ErrorCode#CLOSED} after close
     */
    Reply request(Request request) {
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

    /** The error for what protocol 1 cannot do: {@code what} an original master does not tell. */
    ZrsException notByOriginal(String what) {
        return new ZrsException(
                ErrorCode.REFUSED, "an original ZeROSMQ master does not tell " + what, "use 'zrs master'");
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

    MasterAddress master() {
        return master;
    }

    NodeName name() {
        return name;
    }

    int protocol() {
        return protocol;
    }

    Optional<String> masterVersion() {
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
    }
}
