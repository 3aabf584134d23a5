package io.zrs.protocol.json;

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
import java.util.Optional;

/** Takes the system's values from an object's members; each of them has its form or the object is refused. */
final class ModelReader {
    /** The longest reason or message that is shown, in characters. */
    static final int MAX_REASON_CHARS = 500;

    private static final int MAX_ADDRESS_CHARS = 100;
    private static final int MAX_VERSION_CHARS = 64;

    private ModelReader() {}

    static TopicName topicName(JsonObject in) {
        return new TopicName(in.text(Member.TOPIC));
    }

    static NodeName nodeName(JsonObject in) {
        return new NodeName(in.text(Member.NODE));
    }

    static Role role(JsonObject in) {
        return switch (in.text(Member.ROLE)) {
            case Word.PUBLISHER -> Role.PUBLISHER;
            case Word.SUBSCRIBER -> Role.SUBSCRIBER;
            default -> throw in.expected(Member.ROLE, "\"publisher\" or \"subscriber\"");
        };
    }

    static NodeId id(JsonObject in) {
        return id(in, Member.NODE);
    }

    private static NodeId id(JsonObject in, String name) {
        return new NodeId(new NodeName(in.text(name)), in.text(Member.INSTANCE));
    }

    static String instance(JsonObject in) {
        String instance = in.text(Member.INSTANCE);
        if (!NodeId.isInstance(instance)) {
            throw in.expected(
                    Member.INSTANCE,
                    "1 to " + NodeId.MAX_INSTANCE_CHARS
                            + " printable ASCII characters without blank, quote and backslash");
        }
        return instance;
    }

    static Optional<String> optionalInstance(JsonObject in) {
        return in.has(Member.INSTANCE) ? Optional.of(instance(in)) : Optional.empty();
    }

    static Volume volume(JsonObject in, String messages, String bytes) {
        return new Volume(in.amount(messages), in.amount(bytes));
    }

    static String reason(JsonObject in) {
        return in.line(Member.REASON, MAX_REASON_CHARS);
    }

    static String version(JsonObject in) {
        return in.line(Member.VERSION, MAX_VERSION_CHARS);
    }

    /** The node that joins: its name and instance. */
    static NodeId named(JsonObject in) {
        return id(in, Member.NAME);
    }

    static NodeDetails details(JsonObject in) {
        return new NodeDetails(
                in.amountOr(Member.PID, 0),
                in.textOr(Member.HOST, ""),
                in.textOr(Member.PROGRAM, ""),
                in.textOr(Member.VERSION, ""),
                in.flagOr(Member.HIDDEN, false));
    }

    static NodeInfo node(JsonObject in) {
        return new NodeInfo(
                named(in),
                in.count(Member.PROTOCOL),
                in.line(Member.ADDRESS, MAX_ADDRESS_CHARS),
                details(in),
                in.count(Member.REGISTRATIONS));
    }

    static TopicStatus topic(JsonObject in) {
        return new TopicStatus(
                topicName(in),
                in.count(Member.PUBLISHERS),
                in.count(Member.SUBSCRIBERS),
                in.flag(Member.PUBLISHED),
                in.flag(Member.LATCHED),
                volume(in, Member.MESSAGES_IN, Member.BYTES_IN),
                volume(in, Member.MESSAGES_OUT, Member.BYTES_OUT),
                volume(in, Member.MESSAGES_LOST, Member.BYTES_LOST),
                volume(in, Member.MESSAGES_WAITING, Member.BYTES_WAITING),
                in.optionalAmount(Member.IDLE_MS));
    }

    static RegistrationStatus registration(JsonObject in) {
        return new RegistrationStatus(
                topicName(in),
                role(in),
                id(in),
                in.line(Member.ADDRESS, MAX_ADDRESS_CHARS),
                in.flag(Member.CONNECTED),
                volume(in, Member.MESSAGES, Member.BYTES),
                volume(in, Member.MESSAGES_WAITING, Member.BYTES_WAITING),
                volume(in, Member.MESSAGES_LOST, Member.BYTES_LOST));
    }

    static MasterStatus master(JsonObject in) {
        return new MasterStatus(
                version(in),
                in.amount(Member.PID),
                in.amount(Member.UPTIME_MS),
                in.number(Member.STAMP),
                in.count(Member.CONNECTIONS),
                in.count(Member.NODES),
                in.count(Member.TOPICS),
                volume(in, Member.MESSAGES_IN, Member.BYTES_IN),
                volume(in, Member.MESSAGES_OUT, Member.BYTES_OUT),
                volume(in, Member.MESSAGES_LOST, Member.BYTES_LOST),
                in.amount(Member.BYTES_WAITING),
                in.amount(Member.MEMORY),
                in.amount(Member.CPU_MS));
    }
}
