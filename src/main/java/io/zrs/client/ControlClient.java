package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Request;
import io.zrs.protocol.Result;
import io.zrs.protocol.json.JsonCodec;
import io.zrs.protocol.json.MasterReply;
import io.zrs.protocol.legacy.LegacyCodec;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Asks a master, of whatever kind, and greets it first at each connection: behind the next one there may be another kind.
 * Until then nothing else is sent, as an original master would not survive protocol 2.
 */
final class ControlClient implements AutoCloseable {
    /** How much longer than others such requests may take: the master itself waits for somebody. */
    private static final Duration MASTER_WAITS = Duration.ofSeconds(6);

    private final MasterAddress master;
    private final NodeName name;
    private final Duration timeout;
    private final Optional<Operation.Join> join;
    private final ControlLink link;
    private final Runnable onGreeted;

    /** Held over a greeting, so that there is one a connection. */
    private final ReentrantLock greeting = new ReentrantLock();

    private volatile Greeted greeted = new Greeted(0, -1, 1, Optional.empty(), Optional.empty());

    /**
     * Who answers.
     *
     * @param number which greeting it is
     * @param connection which of the link's connections it is
     * @param joined what the master said to the node that joined
     */
    record Greeted(
            long number, long connection, int protocol, Optional<String> version, Optional<Result.Joined> joined) {}

    /** For a program that is no node. */
    ControlClient(MasterAddress master, NodeName name, Duration timeout, ControlLink link) {
        this.master = master;
        this.name = name;
        this.timeout = timeout;
        this.link = link;
        join = Optional.empty();
        onGreeted = () -> {};
    }

    /**
     * For a node.
     *
     * @param join what to say at each connection to a zrs master
     * @param onGreeted called after each greeting
     */
    ControlClient(NodeOptions options, Operation.Join join, ControlLink link, Runnable onGreeted) {
        master = options.master();
        name = options.name();
        timeout = options.requestTimeout();
        this.join = Optional.of(join);
        this.link = link;
        this.onGreeted = onGreeted;
    }

    /** Finds out who answers; to be called once, before any request. */
    void greet(Duration connectTimeout) {
        checkHost();
        greeted(Deadline.after(connectTimeout));
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

    /** Who answers on the connection of now, which is greeted first if need be; errors as {@link #request}. */
    Greeted greeted() {
        return greeted(Deadline.after(timeout));
    }

    private Greeted greeted(Deadline deadline) {
        Greeted known = greeted;
        if (isCurrent(known)) {
            return known;
        }
        greeting.lock();
        try {
            while (!isCurrent(greeted)) {
                tryGreet(deadline).ifPresent(now -> greeted = now);
            }
            onGreeted.run();
            return greeted;
        } finally {
            greeting.unlock();
        }
    }

    /** Whether this greeting was of the connection that there is now. */
    boolean isCurrent(Greeted known) {
        return known.connection() == link.connections() && link.isConnected();
    }

    /** Who answers; empty if the connection was lost before the node could join. */
    private Optional<Greeted> tryGreet(Deadline deadline) {
        long number = greeted.number() + 1;
        Request hello = new Request.Hello(LegacyCodec.withoutBlanks(name));
        Call call = Call.text(LegacyCodec.encodeRequest(hello), Call.ANY);
        link.ask(call, deadline);
        Optional<Reply.Welcome> welcome = JsonCodec.decodeWelcome(call.text());
        if (welcome.isEmpty()) {
            understand(hello, call.text());
            return Optional.of(new Greeted(number, call.connection(), 1, Optional.empty(), Optional.empty()));
        }
        Optional<String> version = welcome.map(Reply.Welcome::version);
        if (join.isEmpty()) {
            return Optional.of(new Greeted(number, call.connection(), JsonCodec.PROTOCOL, version, Optional.empty()));
        }
        return ask(join.get(), call.connection(), deadline)
                .map(result -> new Greeted(
                        number, call.connection(), JsonCodec.PROTOCOL, version, Optional.of((Result.Joined) result)));
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
        Deadline deadline = Deadline.after(timeout);
        while (true) {
            Optional<Reply> reply = ask(request, greeted(deadline), deadline);
            if (reply.isPresent()) {
                return reply.get();
            }
        }
    }

    /** Asks over the connection of this greeting; empty if it is gone, and the request was not sent. */
    Optional<Reply> ask(Request request, Greeted now) {
        return ask(request, now, Deadline.after(timeout));
    }

    private Optional<Reply> ask(Request request, Greeted now, Deadline deadline) {
        Request fitting = now.protocol() == 1 ? ForOriginalMaster.fit(request) : request;
        Call call = Call.text(LegacyCodec.encodeRequest(fitting), now.connection());
        return link.ask(call, deadline) ? Optional.of(decode(fitting, call.text())) : Optional.empty();
    }

    /**
     * Asks the master in protocol 2.
     *
     * @param told what an original master does not tell, for the error
     * @return what the operation calls for; never {@link Result.Refused}
     * @throws ZrsException with the master's code if it says no; {@link ErrorCode#REFUSED} by an original master; else as
     *     {@link #request}
     */
    Result perform(Operation operation, String told) {
        Deadline deadline = deadline(operation);
        while (true) {
            Greeted now = greeted(deadline);
            if (now.protocol() == 1) {
                throw new ZrsException(
                        ErrorCode.REFUSED, "an original ZeROSMQ master does not " + told, "use 'zrs master'");
            }
            Optional<Result> result = ask(operation, now.connection(), deadline);
            if (result.isPresent()) {
                return result.get();
            }
        }
    }

    /** When to give up waiting for the answer, if it is asked now. */
    Deadline deadline(Operation operation) {
        boolean masterWaits = operation instanceof Operation.Ping
                || operation instanceof Operation.Stop
                || operation instanceof Operation.Evict
                || (operation instanceof Operation.Withdraw withdraw
                        && withdraw.sent().isPresent());
        return Deadline.after(masterWaits ? timeout.plus(MASTER_WAITS) : timeout);
    }

    /** Asks over this connection; empty if it is gone, and the request was not sent. */
    Optional<Result> ask(Operation operation, long connection) {
        return ask(operation, connection, deadline(operation));
    }

    private Optional<Result> ask(Operation operation, long connection, Deadline deadline) {
        Call call = Call.operation(operation, connection, c -> {});
        return link.ask(call, deadline) ? Optional.of(accepted(operation, call)) : Optional.empty();
    }

    /** Sends it now or not at all, and does not wait; returns whether it was sent. */
    boolean send(Call call) {
        return link.tell(call);
    }

    /** Waits for the answer to what was sent; errors as {@link #perform}. */
    Result finish(Operation operation, Call sent, Deadline deadline) {
        link.awaitAnswer(sent, deadline);
        return accepted(operation, sent);
    }

    private Result accepted(Operation operation, Call call) {
        Result result = understand(operation, call.reply());
        if (result instanceof Result.Refused refused) {
            String by = refused.code() == ErrorCode.REFUSED ? "the master refuses: " : "";
            throw new ZrsException(refused.code(), by + refused.message());
        }
        return result;
    }

    /**
     * Asks over this connection without waiting. {@code whenDone} takes the answer on whatever thread reads it, with the
     * link's lock held; it must return at once, and gets nothing if there is none.
     *
     * @return false if it could not be sent
     */
    boolean tell(Operation operation, long connection, Consumer<Optional<Result>> whenDone) {
        return link.tell(Call.operation(
                operation,
                connection,
                call -> whenDone.accept(Optional.ofNullable(resultOrNull(operation, call.reply())))));
    }

    /** Asks all of these over this connection, side by side; an answer that does not come is null. */
    List<Result> askAll(List<? extends Operation> operations, long connection) {
        List<Call> calls = new ArrayList<>(operations.size());
        for (Operation operation : operations) {
            Call call = Call.operation(operation, connection, c -> {});
            if (!link.tell(call)) {
                call.end();
            }
            calls.add(call);
        }
        link.awaitAll(calls, Deadline.after(timeout.plus(MASTER_WAITS)));
        List<Result> results = new ArrayList<>(calls.size());
        for (int i = 0; i < calls.size(); i++) {
            results.add(resultOrNull(operations.get(i), calls.get(i).reply()));
        }
        return results;
    }

    private static Result resultOrNull(Operation operation, MasterReply reply) {
        try {
            return reply == null ? null : reply.to(operation);
        } catch (ZrsException e) {
            Log.get().log(System.Logger.Level.DEBUG, "the master's answer cannot be understood", e);
            return null;
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
            throw noMaster(e);
        }
    }

    private Result understand(Operation operation, MasterReply reply) {
        try {
            return reply.to(operation);
        } catch (ZrsException e) {
            throw noMaster(e);
        }
    }

    private ZrsException noMaster(ZrsException cause) {
        return new ZrsException(
                ErrorCode.NO_MASTER,
                "what answers at " + master + " is not a master",
                "check the master's address",
                cause);
    }

    MasterAddress master() {
        return master;
    }

    NodeName name() {
        return name;
    }

    /** The protocol of the last greeting. */
    int protocol() {
        return greeted.protocol();
    }

    Optional<String> masterVersion() {
        return greeted.version();
    }

    /** The last greeting, whether its connection is still there or not. */
    Greeted lastGreeted() {
        return greeted;
    }

    /** The master does not know the node any more: joins again, on this connection if it is still there. */
    void forgetGreeting(Greeted known) {
        if (greeted == known) {
            greeted = new Greeted(known.number(), -1, known.protocol(), known.version(), Optional.empty());
            link.doubt();
        }
    }

    /** Has the next request open a connection of its own, and fails those under way. */
    void reset() {
        link.reset();
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
