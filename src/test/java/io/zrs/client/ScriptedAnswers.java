package io.zrs.client;

import io.zrs.model.ErrorCode;
import io.zrs.model.MasterStatus;
import io.zrs.model.NodeId;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.Volume;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Result;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What a {@link ScriptedMaster} answers in protocol 2, as a real one would with a single node; on the master's thread. */
final class ScriptedAnswers {
    /** How long a message may be. */
    static final int MAX_MESSAGE_BYTES = 64 << 20;

    private static final long MASTER_WAITS = TimeUnit.SECONDS.toNanos(5);
    static final MasterStatus MASTER =
            new MasterStatus("scripted", 1, 2, 3, 4, 5, 6, Volume.NONE, Volume.NONE, Volume.NONE, 7, 8, 9);

    private final ScriptedTopics topics;
    private final Set<TopicName> published = new LinkedHashSet<>();
    private final Set<TopicName> advertised = new LinkedHashSet<>();
    private NodeId node;

    private volatile Function<Operation, Result> script = operation -> null;
    private volatile List<Result.Lost> losses = List.of();
    private volatile long swallowed;

    ScriptedAnswers(ScriptedTopics topics) {
        this.topics = topics;
    }

    /** Answers by {@code newScript} instead; null means as usual. */
    void answerBy(Function<Operation, Result> newScript) {
        script = newScript;
    }

    /** What it says to heartbeats that it dropped. */
    void drops(List<Result.Lost> newLosses) {
        losses = newLosses;
    }

    /** From now on it counts so many messages fewer than came: they are lost. */
    void swallows(long messages) {
        swallowed = messages;
    }

    Set<TopicName> published() {
        return published;
    }

    /** A request in a few words: {@code advertise t}, {@code withdraw t publisher}. */
    static String describe(Operation operation) {
        if (operation instanceof Operation.Join join) {
            return "join " + join.node().name();
        }
        if (operation instanceof Operation.Advertise advertise) {
            return "advertise " + advertise.topic();
        }
        if (operation instanceof Operation.Subscribe subscribe) {
            return "subscribe " + subscribe.topic();
        }
        if (operation instanceof Operation.Withdraw withdraw) {
            return "withdraw " + withdraw.topic() + " " + withdraw.role().name().toLowerCase(Locale.ROOT);
        }
        return operation.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    Result answer(Operation operation) {
        Result scripted = script.apply(operation);
        return scripted == null ? usual(operation) : scripted;
    }

    private Result usual(Operation operation) {
        if (operation instanceof Operation.Join join) {
            node = join.node();
            return new Result.Joined(1, 3, MAX_MESSAGE_BYTES);
        }
        if (operation instanceof Operation.Advertise advertise) {
            published.add(advertise.topic());
            advertised.add(advertise.topic());
            return new Result.Port(topics.ingressPort(advertise.topic()));
        }
        if (operation instanceof Operation.Subscribe subscribe) {
            return new Result.Port(topics.egressPort(subscribe.topic()));
        }
        if (operation instanceof Operation.Withdraw withdraw) {
            return withdrawn(withdraw);
        }
        if (operation instanceof Operation.Heartbeat) {
            return new Result.Losses(losses);
        }
        if (operation instanceof Operation.Topics) {
            return new Result.TopicPage(
                    published.stream().map(ScriptedAnswers::status).toList(), 5, OptionalLong.empty());
        }
        if (operation instanceof Operation.Statistics) {
            return new Result.StatisticsPage(MASTER, registrations(), OptionalLong.empty());
        }
        return new Result.Done();
    }

    private Result withdrawn(Operation.Withdraw withdraw) {
        if (withdraw.role() == Role.SUBSCRIBER) {
            return new Result.Done();
        }
        if (!advertised.remove(withdraw.topic())) {
            return new Result.Refused(ErrorCode.NOT_FOUND, "not registered");
        }
        long wanted = withdraw.sent().orElse(0);
        long end = System.nanoTime() + MASTER_WAITS;
        while (topics.readsIngress && topics.received(withdraw.topic()) < wanted && System.nanoTime() < end) {
            topics.serve();
        }
        return new Result.Received(counted(withdraw.topic()));
    }

    private long counted(TopicName topic) {
        return Math.max(0, topics.received(topic) - swallowed);
    }

    private static TopicStatus status(TopicName topic) {
        return new TopicStatus(
                topic, 1, 0, true, false, Volume.NONE, Volume.NONE, Volume.NONE, Volume.NONE, OptionalLong.empty());
    }

    private List<RegistrationStatus> registrations() {
        List<RegistrationStatus> registrations = new ArrayList<>();
        for (TopicName topic : advertised) {
            Volume passed = new Volume(counted(topic), 0);
            registrations.add(new RegistrationStatus(
                    topic, Role.PUBLISHER, node, "127.0.0.1:1", true, passed, Volume.NONE, Volume.NONE));
        }
        return registrations;
    }
}
