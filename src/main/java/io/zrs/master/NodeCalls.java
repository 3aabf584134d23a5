package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeId;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Push;
import io.zrs.protocol.Result;
import io.zrs.protocol.json.JsonCodec;
import io.zrs.registry.RegisteredNode;
import io.zrs.registry.Registration;
import io.zrs.registry.Registry;
import io.zrs.zmtp.ZmtpConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What the master passes on to a node: is it there, and that it shall end. Nodes of protocol 1 can only be pinged, by
 * ZMTP's own PING: their network thread answers.
 */
final class NodeCalls {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int MAX_CALLS = 10_000;

    /** So that who asks one that hangs again and again keeps nobody from asking others. */
    static final int MAX_CALLS_OF_A_NODE = 32;

    /** What a call is for. */
    private enum Purpose {
        PING,
        STOP,
        EVICT
    }

    private record Call(RegisteredNode node, Purpose purpose, Asker asker, long startedAt) {}

    private final Registry registry;
    private final Sessions sessions;
    private final Topics topics;
    private final LongSupplier clock;
    private final Map<Long, Call> calls = new LinkedHashMap<>();
    private final Map<RegisteredNode, Integer> callsOf = new HashMap<>();
    private long lastId;

    NodeCalls(Registry registry, Sessions sessions, Topics topics, LongSupplier clock) {
        this.registry = registry;
        this.sessions = sessions;
        this.topics = topics;
        this.clock = clock;
    }

    /** Answers when the node does. */
    void ping(RegisteredNode node, Asker asker) {
        ping(node, Purpose.PING, asker);
    }

    /** Has a node that does not answer forgotten, and its connections closed. */
    void evict(RegisteredNode node, Asker asker) {
        ping(node, Purpose.EVICT, asker);
    }

    private void ping(RegisteredNode node, Purpose purpose, Asker asker) {
        ControlSession session = sessions.find(node.control());
        boolean byNode = node.protocol() > 1 && session != null && session.takesPushes();
        if (byNode) {
            long id = begin(node, purpose, asker);
            session.push(JsonCodec.encodePush(new Push.Ping(id)));
        } else if (!pingConnection(node, session, purpose, asker)) {
            cannotBePinged(node, purpose, asker);
        }
    }

    private boolean pingConnection(RegisteredNode node, ControlSession session, Purpose purpose, Asker asker) {
        ZmtpConnection connection = session != null ? session.connection() : anyData(node);
        if (connection == null) {
            return false;
        }
        long id = begin(node, purpose, asker);
        boolean pinged = connection.ping(() -> end(id, false));
        if (!pinged) {
            take(id);
        }
        return pinged;
    }

    private ZmtpConnection anyData(RegisteredNode node) {
        for (Registration registration : node.registrations()) {
            if (registration.data() != Registration.NONE) {
                return topics.find(registration.topic()).connection(registration.data());
            }
        }
        return null;
    }

    /** One that has no connection at all cannot be asked, and may be forgotten. */
    private void cannotBePinged(RegisteredNode node, Purpose purpose, Asker asker) {
        if (purpose == Purpose.EVICT && !sessionOrData(node)) {
            registry.giveUp(node, "evicted");
            asker.answer(new Result.Done());
        } else {
            asker.answer(
                    refused("the node " + node.id().name() + " speaks ZMTP 3.0 and has nothing that answers a ping"));
        }
    }

    private static Result refused(String message) {
        return new Result.Refused(ErrorCode.REFUSED, message);
    }

    private boolean sessionOrData(RegisteredNode node) {
        return sessions.find(node.control()) != null || anyData(node) != null;
    }

    /** Tells a node to end; answers when it has heard it. */
    void stop(RegisteredNode node, String reason, Asker asker) {
        ControlSession session = sessions.find(node.control());
        if (node.protocol() == 1) {
            throw new ZrsException(
                    ErrorCode.REFUSED,
                    "the node " + node.id().name()
                            + " speaks protocol 1, which has no way to stop it: end its process");
        }
        if (session == null || !session.takesPushes()) {
            throw new ZrsException(
                    ErrorCode.REFUSED, "the node " + node.id().name() + " cannot be told: it has no DEALER socket");
        }
        long id = begin(node, Purpose.STOP, asker);
        session.push(JsonCodec.encodePush(new Push.Stop(id, reason)));
    }

    private long begin(RegisteredNode node, Purpose purpose, Asker asker) {
        if (calls.size() >= MAX_CALLS) {
            throw new ZrsException(ErrorCode.REFUSED, "the master waits for " + MAX_CALLS + " nodes' answers already");
        }
        int waiting = callsOf.getOrDefault(node, 0);
        if (waiting >= MAX_CALLS_OF_A_NODE) {
            throw new ZrsException(
                    ErrorCode.REFUSED,
                    "the node " + node.id().name() + " has not answered " + waiting + " calls before this one");
        }
        callsOf.put(node, waiting + 1);
        calls.put(++lastId, new Call(node, purpose, asker, clock.getAsLong()));
        return lastId;
    }

    /** Ends a call; null if it has ended. */
    private Call take(long id) {
        Call call = calls.remove(id);
        if (call != null) {
            callsOf.computeIfPresent(call.node(), (node, waiting) -> waiting > 1 ? waiting - 1 : null);
        }
        return call;
    }

    /** A node has answered; what is not its own to answer counts for nothing. */
    void answered(ControlSession session, long id) {
        Call call = calls.get(id);
        if (call != null && call.node().control() == session.id()) {
            end(id, true);
        }
    }

    private void end(long id, boolean byNode) {
        Call call = take(id);
        if (call == null) {
            return;
        }
        NodeId node = call.node().id();
        switch (call.purpose()) {
            case PING ->
                call.asker().answer(new Result.Pong(node.instance(), byNode, clock.getAsLong() - call.startedAt()));
            case STOP -> call.asker().answer(new Result.Stopping(node.instance()));
            case EVICT -> call.asker().answer(refused("the node " + node.name() + " answers"));
            default -> throw new AssertionError(call.purpose());
        }
    }

    /** Gives up those that have waited too long, or whose node has gone; to be called about once a second. */
    void expire() {
        long now = clock.getAsLong();
        List<Long> over = new ArrayList<>();
        for (Map.Entry<Long, Call> entry : calls.entrySet()) {
            boolean gone = !isThere(entry.getValue().node());
            if (gone || now - entry.getValue().startedAt() >= PATIENCE_NANOS) {
                over.add(entry.getKey());
            }
        }
        for (long id : over) {
            Call call = take(id);
            if (call != null) {
                giveUp(call);
            }
        }
    }

    private boolean isThere(RegisteredNode node) {
        return registry.node(node.id().instance())
                .filter(found -> found == node)
                .isPresent();
    }

    private void giveUp(Call call) {
        RegisteredNode node = call.node();
        boolean there = isThere(node);
        if (call.purpose() == Purpose.EVICT) {
            if (there) {
                registry.giveUp(node, "evicted");
            }
            call.asker().answer(new Result.Done());
        } else if (there) {
            call.asker()
                    .answer(new Result.Refused(
                            ErrorCode.TIMEOUT, "the node " + node.id().name() + " does not answer"));
        } else {
            call.asker()
                    .answer(new Result.Refused(
                            ErrorCode.NOT_FOUND, "the node " + node.id().name() + " has gone"));
        }
    }
}
