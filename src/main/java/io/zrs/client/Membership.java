package io.zrs.client;

import io.zrs.client.ControlClient.Greeted;
import io.zrs.model.NodeId;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Reply;
import io.zrs.protocol.Request;
import io.zrs.protocol.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a node is registered for with its master, in whatever protocol that speaks. */
final class Membership {

    private final NodeId id;
    private final ControlClient client;

    Membership(NodeId id, ControlClient client) {
        this.id = id;
        this.client = client;
    }

    NodeId id() {
        return id;
    }

    /** The greeting of the master of now, which the node joins if need be; errors as {@link ControlClient#request}. */
    long greeting() {
        return client.greeted().number();
    }

    /** The protocol of the master of now, as far as that is known. */
    int protocol() {
        return client.protocol();
    }

    /** The topics that have been published; errors as {@link ControlClient#request}. */
    List<TopicName> topics() {
        if (client.greeted().protocol() == 1) {
            return ((Reply.Topics) client.request(new Request.ListTopics(id.name()))).topics();
        }
        return new SystemView(client).published();
    }

    /** How long a message may be, with its topic and its frame's header, as far as the master of now says so. */
    int maxMessageBytes() {
        return client.lastGreeted().joined().map(Result.Joined::maxMessageBytes).orElse(Integer.MAX_VALUE);
    }

    /** How many nodes receive a topic; errors as {@link ControlClient#request}. */
    int subscribers(TopicName topic) {
        if (client.greeted().protocol() > 1) {
            return (int) new SystemView(client)
                    .statistics(Optional.of(topic), Optional.empty()).registrations().stream()
                            .filter(end -> end.role() == Role.SUBSCRIBER && end.connected())
                            .count();
        }
        return OriginalGraph.read(((Reply.Map) client.request(new Request.Map())).topics()).topics().stream()
                .filter(info -> info.name().equals(topic))
                .mapToInt(info -> info.subscribers().size())
                .sum();
    }

    /** Registers a publisher; errors as {@link ControlClient#request}. */
    Grant advertise(TopicName topic, boolean latch) {
        return register(new Operation.Advertise(topic, latch), new Request.Publish(id.name(), topic));
    }

    /** Registers a subscriber; errors as {@link ControlClient#request}. */
    Grant subscribe(TopicName topic) {
        return register(new Operation.Subscribe(topic), new Request.Subscribe(id.name(), topic));
    }

    private Grant register(Operation operation, Request request) {
        while (true) {
            Greeted now = client.greeted();
            OptionalLong port = now.protocol() > 1 ? port(operation, now) : port(request, now);
            if (port.isPresent()) {
                return new Grant((int) port.getAsLong(), now.number(), now.protocol());
            }
        }
    }

    private OptionalLong port(Operation operation, Greeted now) {
        Optional<Result> result = client.ask(operation, now.connection());
        return result.isEmpty() ? OptionalLong.empty() : OptionalLong.of(((Result.Port) result.get()).port());
    }

    private OptionalLong port(Request request, Greeted now) {
        Optional<Reply> reply = client.ask(request, now);
        return reply.isEmpty() ? OptionalLong.empty() : OptionalLong.of(((Reply.Granted) reply.get()).port());
    }

    /**
     * Tells the master that the node leaves one end of a topic, if it is there and not an original one. No errors: a master
     * that does not hear it sees the connections go, and a close has nothing to do with an error.
     *
     * @param sent if given, the master first waits for so many messages
     * @return how many messages came, if this was a publisher and the master knows
     */
    OptionalLong withdraw(TopicName topic, Role role, OptionalLong sent) {
        if (!isMember()) {
            return OptionalLong.empty();
        }
        try {
            Operation operation = new Operation.Withdraw(topic, role, sent);
            return client.ask(operation, client.lastGreeted().connection())
                    .map(Membership::received)
                    .orElse(OptionalLong.empty());
        } catch (ZrsException e) {
            Log.get().log(System.Logger.Level.DEBUG, "the master was not told of a close", e);
            return OptionalLong.empty();
        }
    }

    /** Withdraws several publishers at once; answers as {@link #withdraw}, in their order. */
    List<OptionalLong> withdrawAll(List<TopicSender> senders) {
        List<Operation.Withdraw> operations = new ArrayList<>(senders.size());
        for (TopicSender sender : senders) {
            OptionalLong sent = OptionalLong.of(sender.tally().sent());
            operations.add(new Operation.Withdraw(sender.topic(), Role.PUBLISHER, sent));
        }
        List<OptionalLong> received = new ArrayList<>(senders.size());
        client.askAll(operations, client.lastGreeted().connection()).forEach(result -> received.add(received(result)));
        return received;
    }

    private static OptionalLong received(Result result) {
        return result instanceof Result.Received counted ? OptionalLong.of(counted.messages()) : OptionalLong.empty();
    }

    /** Ends everything the node is registered for; no errors, as {@link #withdraw}. */
    void leave() {
        if (isMember()) {
            try {
                client.ask(new Operation.Leave(), client.lastGreeted().connection());
            } catch (ZrsException e) {
                Log.get().log(System.Logger.Level.DEBUG, "the master was not told of a close", e);
            }
        }
    }

    private boolean isMember() {
        return client.isConnected() && client.lastGreeted().joined().isPresent();
    }
}
