package io.zrs.protocol.json;

import io.zrs.model.ErrorCode;
import io.zrs.model.NodeName;
import io.zrs.model.OneLine;
import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import io.zrs.protocol.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads requests. */
final class OperationReader {
    private static final int MAX_SHOWN_CHARS = 40;

    private OperationReader() {}

    /**
     * Reads the operation that {@code op} names.
     *
     * @throws ZrsException {@link ErrorCode#UNKNOWN_OPERATION} if there is none of that name, {@link ErrorCode#INVALID} if
     *     a member is missing or wrong
     */
    static Operation read(JsonObject in) {
        String operation = in.text(Member.OP);
        return switch (operation) {
            case Word.JOIN -> join(in.object(Member.NODE));
            case Word.LEAVE -> new Operation.Leave();
            case Word.ADVERTISE -> new Operation.Advertise(ModelReader.topicName(in), in.flagOr(Member.LATCH, false));
            case Word.SUBSCRIBE -> new Operation.Subscribe(ModelReader.topicName(in));
            case Word.WITHDRAW ->
                new Operation.Withdraw(ModelReader.topicName(in), ModelReader.role(in), in.optionalAmount(Member.SENT));
            case Word.HEARTBEAT -> heartbeat(in);
            case Word.TOPICS -> new Operation.Topics(optionalTopic(in), after(in));
            case Word.NODES -> new Operation.Nodes(optionalNode(in), after(in));
            case Word.GRAPH -> new Operation.Graph(after(in));
            case Word.STATISTICS ->
                new Operation.Statistics(
                        optionalTopic(in), optionalNode(in), ModelReader.optionalInstance(in), after(in));
            case Word.SAMPLE -> new Operation.TakeSample(ModelReader.topicName(in));
            case Word.PING -> new Operation.Ping(ModelReader.nodeName(in), ModelReader.optionalInstance(in));
            case Word.STOP ->
                new Operation.Stop(ModelReader.nodeName(in), ModelReader.optionalInstance(in), ModelReader.reason(in));
            case Word.EVICT -> new Operation.Evict(ModelReader.id(in));
            case Word.EVENTS -> new Operation.Events(in.flagOr(Member.END, false));
            default ->
                throw new ZrsException(
                        ErrorCode.UNKNOWN_OPERATION,
                        "there is no operation '" + OneLine.of(operation, MAX_SHOWN_CHARS) + "'");
        };
    }

    private static Operation join(JsonObject node) {
        return new Operation.Join(ModelReader.named(node), ModelReader.details(node));
    }

    private static Operation heartbeat(JsonObject in) {
        List<Operation.Loss> lost = new ArrayList<>();
        for (JsonObject loss : in.objectsOrNone(Member.LOST)) {
            lost.add(new Operation.Loss(
                    ModelReader.topicName(loss), ModelReader.role(loss), loss.amount(Member.MESSAGES)));
        }
        return new Operation.Heartbeat(lost);
    }

    private static Optional<TopicName> optionalTopic(JsonObject in) {
        return in.has(Member.TOPIC) ? Optional.of(ModelReader.topicName(in)) : Optional.empty();
    }

    private static Optional<NodeName> optionalNode(JsonObject in) {
        return in.has(Member.NODE) ? Optional.of(ModelReader.nodeName(in)) : Optional.empty();
    }

    private static long after(JsonObject in) {
        return in.amountOr(Member.AFTER, 0);
    }
}
