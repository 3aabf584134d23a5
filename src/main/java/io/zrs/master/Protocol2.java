package io.zrs.master;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.Volume;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Result;
import io.zrs.registry.RegisteredNode;
import io.zrs.registry.Registration;
import io.zrs.registry.Registry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Decides what nodes and tools ask by protocol 2. */
final class Protocol2 {
    /** How often the master wants to hear from a node; two may be missed. */
    static final int HEARTBEAT_SECONDS = 5;

    /** How long a node may be silent. */
    static final int TIMEOUT_SECONDS = (int) Registry.SILENCE.toSeconds();

    private final Registry registry;
    private final Topics topics;
    private final Inventory inventory;
    private final NodeCalls calls;
    private final Withdrawals withdrawals;
    private final NodeLosses losses;
    private final EventFeed feed;

    Protocol2(
            Registry registry,
            Topics topics,
            Inventory inventory,
            NodeCalls calls,
            Withdrawals withdrawals,
            NodeLosses losses,
            EventFeed feed) {
        this.registry = registry;
        this.topics = topics;
        this.inventory = inventory;
        this.calls = calls;
        this.withdrawals = withdrawals;
        this.losses = losses;
        this.feed = feed;
    }

    /** Answers now, or later where a node has to be asked or messages are still to come. */
    void decide(Operation operation, Asker asker) {
        try {
            if (operation instanceof Operation.Withdraw o) {
                withdraw(o, asker);
            } else if (operation instanceof Operation.Ping o) {
                calls.ping(find(o.node(), o.instance()), asker);
            } else if (operation instanceof Operation.Stop o) {
                calls.stop(find(o.node(), o.instance()), o.reason(), asker);
            } else if (operation instanceof Operation.Evict o) {
                calls.evict(find(o.node().name(), Optional.of(o.node().instance())), asker);
            } else if (operation instanceof Operation.Events o) {
                events(o, asker);
            } else {
                asker.answer(decideAtOnce(operation, asker.session()));
            }
        } catch (ZrsException e) {
            asker.answer(new Result.Refused(e.code(), e.getMessage()));
        }
    }

    private Result decideAtOnce(Operation operation, ControlSession session) {
        if (operation instanceof Operation.Heartbeat o) {
            return heartbeat(node(session), o);
        } else if (operation instanceof Operation.Join o) {
            registry.join(
                    session.id(), o.node(), o.details(), session.connection().remoteHost());
            return new Result.Joined(HEARTBEAT_SECONDS, TIMEOUT_SECONDS, topics.maxMessageBytes());
        } else if (operation instanceof Operation.Leave) {
            registry.leave(session.id());
            return new Result.Done();
        } else if (operation instanceof Operation.Advertise o) {
            return advertise(node(session), o);
        } else if (operation instanceof Operation.Subscribe o) {
            return grant(node(session), Role.SUBSCRIBER, o.topic());
        } else if (operation instanceof Operation.Topics o) {
            return inventory.topics(o.topic(), o.after());
        } else if (operation instanceof Operation.Nodes o) {
            return inventory.nodes(o.node(), o.after());
        } else if (operation instanceof Operation.Graph o) {
            return inventory.graph(o.after());
        } else if (operation instanceof Operation.Statistics o) {
            return inventory.statistics(o);
        } else if (operation instanceof Operation.TakeSample o) {
            return inventory.sample(o.topic());
        }
        throw new IllegalStateException("an operation that is decided elsewhere: " + operation);
    }

    private RegisteredNode node(ControlSession session) {
        return registry.joinedBy(session.id())
                .orElseThrow(() -> new ZrsException(ErrorCode.REFUSED, "this connection has not joined as a node"));
    }

    private Result advertise(RegisteredNode node, Operation.Advertise request) {
        Result granted = grant(node, Role.PUBLISHER, request.topic());
        if (request.latch()) {
            topics.find(request.topic()).latch().turnOn();
        }
        return granted;
    }

    private Result grant(RegisteredNode node, Role role, TopicName topic) {
        int port = topics.port(topic, role).port();
        registry.register(node, role, topic);
        return new Result.Port(port);
    }

    private Result heartbeat(RegisteredNode node, Operation.Heartbeat heartbeat) {
        for (Operation.Loss loss : heartbeat.lost()) {
            node.find(loss.topic(), loss.role()).ifPresent(r -> losses.reported(r, loss.messages()));
        }
        List<Result.Lost> lost = new ArrayList<>();
        for (Registration registration : node.registrations()) {
            Volume volume =
                    topics.find(registration.topic()).volumeOf(registration).lost();
            if (volume.messages() > 0) {
                lost.add(new Result.Lost(registration.topic(), registration.role(), volume));
            }
        }
        return new Result.Losses(lost);
    }

    private void withdraw(Operation.Withdraw request, Asker asker) {
        Registration registration = node(asker.session())
                .find(request.topic(), request.role())
                .orElseThrow(() -> new ZrsException(
                        ErrorCode.NOT_FOUND, "the node is not on " + request.topic() + " in that role"));
        withdrawals.start(registration, request.sent(), asker);
    }

    private RegisteredNode find(NodeName name, Optional<String> instance) {
        if (instance.isPresent()) {
            return registry.node(instance.get())
                    .filter(node -> node.id().name().equals(name))
                    .orElseThrow(() -> new ZrsException(
                            ErrorCode.NOT_FOUND, "there is no node " + name + " of the instance " + instance.get()));
        }
        Iterator<RegisteredNode> named = registry.nodes(name, 0);
        if (!named.hasNext()) {
            throw new ZrsException(ErrorCode.NOT_FOUND, "there is no node " + name);
        }
        RegisteredNode first = named.next();
        if (named.hasNext()) {
            throw new ZrsException(
                    ErrorCode.REFUSED, "several nodes are called " + name + ": an instance has to be given");
        }
        return first;
    }

    private void events(Operation.Events request, Asker asker) {
        if (request.end()) {
            feed.end(asker.session());
        } else if (!asker.session().takesPushes()) {
            throw new ZrsException(ErrorCode.REFUSED, "events need a DEALER socket");
        } else {
            feed.begin(asker.session());
        }
        asker.answer(new Result.Done());
    }

    /** A node has answered what the master pushed to it. */
    void answered(ControlSession session, long id) {
        calls.answered(session, id);
    }

    /** Ends what waited too long; to be called about once a second. */
    void tick() {
        calls.expire();
        withdrawals.expire();
    }
}
