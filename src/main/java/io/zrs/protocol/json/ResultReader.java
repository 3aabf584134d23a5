package io.zrs.protocol.json;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeInfo;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Sample;
import io.zrs.model.TopicStatus;
import io.zrs.protocol.Operation;
import io.zrs.protocol.Result;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;

/** Reads replies: what a reply holds depends on the operation that it answers. */
final class ResultReader {
    private static final int MAX_PORT = 65535;

    private ResultReader() {}

    /**
     * Reads the reply to {@code operation}.
     *
     * @throws io.zrs.model.ZrsException {@link ErrorCode#INVALID} if a member is missing or wrong
     */
    static Result read(JsonObject in, Operation operation) {
        if (!in.flag(Member.OK)) {
            JsonObject error = in.object(Member.ERROR);
            return new Result.Refused(
                    ErrorCode.ofWireName(error.text(Member.CODE)),
                    error.line(Member.MESSAGE, ModelReader.MAX_REASON_CHARS));
        }
        if (operation instanceof Operation.Join) {
            boolean limited = in.has(Member.MAX_MESSAGE);
            long most = limited ? in.number(Member.MAX_MESSAGE, 1, Integer.MAX_VALUE) : Integer.MAX_VALUE;
            return new Result.Joined(seconds(in, Member.HEARTBEAT), seconds(in, Member.TIMEOUT), (int) most);
        }
        if (operation instanceof Operation.Advertise || operation instanceof Operation.Subscribe) {
            return new Result.Port((int) in.number(Member.PORT, 1, MAX_PORT));
        }
        if (operation instanceof Operation.Withdraw && in.has(Member.RECEIVED)) {
            return new Result.Received(in.amount(Member.RECEIVED));
        }
        if (operation instanceof Operation.Heartbeat) {
            return losses(in);
        }
        if (operation instanceof Operation.TakeSample) {
            return sample(in.object(Member.SAMPLE));
        }
        if (operation instanceof Operation.Ping) {
            return new Result.Pong(ModelReader.instance(in), byNode(in), in.amount(Member.TIME_NS));
        }
        if (operation instanceof Operation.Stop) {
            return new Result.Stopping(ModelReader.instance(in));
        }
        return page(in, operation);
    }

    private static Result page(JsonObject in, Operation operation) {
        if (operation instanceof Operation.Topics) {
            return topics(in);
        }
        if (operation instanceof Operation.Nodes) {
            return nodes(in);
        }
        if (operation instanceof Operation.Graph) {
            return graph(in);
        }
        if (operation instanceof Operation.Statistics) {
            return statistics(in);
        }
        return new Result.Done();
    }

    private static int seconds(JsonObject in, String name) {
        return (int) in.number(name, 1, Integer.MAX_VALUE);
    }

    private static boolean byNode(JsonObject in) {
        return switch (in.text(Member.VIA)) {
            case Word.VIA_NODE -> true;
            case Word.VIA_CONNECTION -> false;
            default -> throw in.expected(Member.VIA, "\"node\" or \"connection\"");
        };
    }

    private static Result losses(JsonObject in) {
        List<Result.Lost> lost = new ArrayList<>();
        for (JsonObject each : in.objects(Member.LOST)) {
            lost.add(new Result.Lost(
                    ModelReader.topicName(each),
                    ModelReader.role(each),
                    ModelReader.volume(each, Member.MESSAGES, Member.BYTES)));
        }
        return new Result.Losses(lost);
    }

    private static Result sample(JsonObject in) {
        byte[] head = head(in);
        return new Result.Sampled(in.number(Member.SIZE, head.length, Long.MAX_VALUE), head, in.amount(Member.AGE_MS));
    }

    private static byte[] head(JsonObject in) {
        byte[] head;
        try {
            head = Base64.getDecoder().decode(in.text(Member.DATA));
        } catch (IllegalArgumentException e) {
            throw in.expected(Member.DATA, "base64");
        }
        if (head.length > Sample.MAX_BYTES) {
            throw in.expected(Member.DATA, "at most " + Sample.MAX_BYTES + " bytes");
        }
        return head;
    }

    private static Result topics(JsonObject in) {
        List<TopicStatus> topics = new ArrayList<>();
        for (JsonObject topic : in.objects(Member.TOPICS)) {
            topics.add(ModelReader.topic(topic));
        }
        return new Result.TopicPage(topics, in.number(Member.STAMP), next(in));
    }

    private static Result nodes(JsonObject in) {
        List<NodeInfo> nodes = new ArrayList<>();
        for (JsonObject node : in.objects(Member.NODES)) {
            nodes.add(ModelReader.node(node));
        }
        return new Result.NodePage(nodes, next(in));
    }

    private static Result graph(JsonObject in) {
        List<Result.Seat> seats = new ArrayList<>();
        for (JsonObject seat : in.objects(Member.REGISTRATIONS)) {
            seats.add(new Result.Seat(ModelReader.topicName(seat), ModelReader.role(seat), ModelReader.id(seat)));
        }
        return new Result.GraphPage(seats, next(in));
    }

    private static Result statistics(JsonObject in) {
        List<RegistrationStatus> registrations = new ArrayList<>();
        for (JsonObject registration : in.objects(Member.REGISTRATIONS)) {
            registrations.add(ModelReader.registration(registration));
        }
        return new Result.StatisticsPage(ModelReader.master(in.object(Member.MASTER)), registrations, next(in));
    }

    private static OptionalLong next(JsonObject in) {
        return in.optionalAmount(Member.NEXT);
    }
}
