package io.zrs.protocol.json;

import io.zrs.model.ErrorCode;
import io.zrs.model.GraphEvent;
import io.zrs.model.MasterStatus;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.Volume;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Push;
import io.zrs.protocol.Result;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One or more of everything that protocol 2 can say. */
final class Examples {
    static final TopicName CHATTER = new TopicName("/chatter");
    static final NodeId TALKER = new NodeId(new NodeName("talker.py"), "7f3a9c");
    static final NodeId LISTENER = new NodeId(new NodeName("listener"), "p1.4");

    private static final NodeDetails DETAILS = new NodeDetails(4711, "robot", "python3 talker.py", "0.2.0", false);
    private static final Operation STATISTICS =
            new Operation.Statistics(Optional.empty(), Optional.empty(), Optional.empty(), 0);

    private Examples() {}

    /** An operation and an answer to it. */
    record Exchange(Operation operation, Result result) {}

    static List<Exchange> exchanges() {
        return List.of(
                new Exchange(new Operation.Join(TALKER, DETAILS), new Result.Joined(5, 15, 67_108_864)),
                new Exchange(
                        new Operation.Join(TALKER, new NodeDetails(0, "", "", "", true)),
                        new Result.Joined(5, 15, 67_108_864)),
                new Exchange(new Operation.Leave(), new Result.Done()),
                new Exchange(new Operation.Advertise(CHATTER, false), new Result.Port(34567)),
                new Exchange(new Operation.Advertise(CHATTER, true), new Result.Port(34567)),
                new Exchange(new Operation.Subscribe(CHATTER), new Result.Port(34568)),
                new Exchange(
                        new Operation.Withdraw(CHATTER, Role.PUBLISHER, OptionalLong.of(1000)),
                        new Result.Received(1000)),
                new Exchange(new Operation.Withdraw(CHATTER, Role.SUBSCRIBER, OptionalLong.empty()), new Result.Done()),
                new Exchange(new Operation.Heartbeat(List.of()), new Result.Losses(List.of())),
                new Exchange(
                        new Operation.Heartbeat(List.of(new Operation.Loss(CHATTER, Role.PUBLISHER, 12))),
                        new Result.Losses(List.of(new Result.Lost(CHATTER, Role.SUBSCRIBER, new Volume(3, 360))))),
                new Exchange(new Operation.Topics(Optional.empty(), 0), topics()),
                new Exchange(
                        new Operation.Topics(Optional.of(new TopicName("/map")), 0),
                        new Result.TopicPage(List.of(unusedTopic()), 86400000000000L, OptionalLong.empty())),
                new Exchange(new Operation.Nodes(Optional.empty(), 1000), nodes()),
                new Exchange(
                        new Operation.Nodes(Optional.of(TALKER.name()), 0),
                        new Result.NodePage(List.of(talker()), OptionalLong.empty())),
                new Exchange(
                        new Operation.Graph(0),
                        new Result.GraphPage(
                                List.of(
                                        new Result.Seat(CHATTER, Role.PUBLISHER, TALKER),
                                        new Result.Seat(CHATTER, Role.SUBSCRIBER, LISTENER)),
                                OptionalLong.empty())),
                new Exchange(STATISTICS, statistics()),
                new Exchange(
                        new Operation.Statistics(
                                Optional.of(CHATTER), Optional.of(TALKER.name()), Optional.of(TALKER.instance()), 0),
                        new Result.StatisticsPage(master(), List.of(), OptionalLong.empty())),
                new Exchange(
                        new Operation.TakeSample(CHATTER),
                        new Result.Sampled(11, "hello world".getBytes(StandardCharsets.US_ASCII), 420)),
                new Exchange(
                        new Operation.Ping(TALKER.name(), Optional.empty()),
                        new Result.Pong(TALKER.instance(), true, 183000)),
                new Exchange(
                        new Operation.Ping(LISTENER.name(), Optional.of(LISTENER.instance())),
                        new Result.Pong(LISTENER.instance(), false, 95000)),
                new Exchange(
                        new Operation.Stop(TALKER.name(), Optional.empty(), "zrs node kill"),
                        new Result.Stopping(TALKER.instance())),
                new Exchange(new Operation.Evict(TALKER), new Result.Done()),
                new Exchange(new Operation.Events(false), new Result.Done()),
                new Exchange(new Operation.Events(true), new Result.Done()));
    }

    static List<Result.Refused> refusals() {
        return List.of(
                new Result.Refused(ErrorCode.INVALID, "'topic' is missing: a string is expected"),
                new Result.Refused(ErrorCode.UNKNOWN_OPERATION, "there is no operation 'fly'"),
                new Result.Refused(ErrorCode.NOT_FOUND, "there is no node 'talker.py'"),
                new Result.Refused(ErrorCode.REFUSED, "several nodes are called 'talker.py': give the instance"),
                new Result.Refused(ErrorCode.TIMEOUT, "the node 'talker.py' did not answer within 3 s"));
    }

    static List<Push> pushes() {
        Instant stamp = Instant.parse("2026-03-01T12:34:56.789012Z");
        return List.of(
                new Push.Ping(7),
                new Push.Stop(8, "zrs node kill"),
                new Push.Event(new GraphEvent.NodeJoined(talker()), stamp),
                new Push.Event(new GraphEvent.NodeLeft(TALKER, "left"), stamp),
                new Push.Event(new GraphEvent.TopicAdded(CHATTER), stamp),
                new Push.Event(new GraphEvent.TopicRemoved(CHATTER), stamp),
                new Push.Event(new GraphEvent.Registered(CHATTER, Role.PUBLISHER, TALKER), stamp),
                new Push.Event(
                        new GraphEvent.Withdrawn(CHATTER, Role.SUBSCRIBER, LISTENER, "connection closed"), stamp),
                new Push.Event(
                        new GraphEvent.LossBegan(
                                CHATTER,
                                Role.SUBSCRIBER,
                                LISTENER,
                                new Volume(1, 120),
                                "more than --queue waits for it"),
                        stamp));
    }

    static NodeInfo talker() {
        return new NodeInfo(TALKER, 2, "127.0.0.1", DETAILS, 1);
    }

    static TopicStatus topic() {
        return new TopicStatus(
                CHATTER,
                1,
                2,
                true,
                false,
                new Volume(1000, 120000),
                new Volume(2000, 240000),
                new Volume(3, 360),
                new Volume(5, 600),
                OptionalLong.of(420));
    }

    private static TopicStatus unusedTopic() {
        return new TopicStatus(
                new TopicName("/map"),
                0,
                1,
                false,
                false,
                Volume.NONE,
                Volume.NONE,
                Volume.NONE,
                Volume.NONE,
                OptionalLong.empty());
    }

    private static Result topics() {
        return new Result.TopicPage(List.of(topic()), 86400000000000L, OptionalLong.of(1000));
    }

    private static Result nodes() {
        NodeInfo listener = new NodeInfo(LISTENER, 1, "", NodeDetails.UNKNOWN, 1);
        return new Result.NodePage(List.of(talker(), listener), OptionalLong.of(2000));
    }

    private static Result statistics() {
        RegistrationStatus publisher = new RegistrationStatus(
                CHATTER,
                Role.PUBLISHER,
                TALKER,
                "127.0.0.1:40001",
                true,
                new Volume(1000, 120000),
                Volume.NONE,
                new Volume(12, 0));
        RegistrationStatus subscriber = new RegistrationStatus(
                CHATTER,
                Role.SUBSCRIBER,
                LISTENER,
                "",
                false,
                new Volume(1000, 120000),
                new Volume(5, 600),
                new Volume(3, 360));
        return new Result.StatisticsPage(master(), List.of(publisher, subscriber), OptionalLong.empty());
    }

    private static MasterStatus master() {
        return new MasterStatus(
                "0.2.0",
                4242,
                86400000,
                86400000000000L,
                5,
                2,
                1,
                new Volume(1000, 120000),
                new Volume(2000, 240000),
                new Volume(3, 360),
                600,
                83886080,
                1500);
    }
}
