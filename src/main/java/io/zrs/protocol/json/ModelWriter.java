package io.zrs.protocol.json;

import io.zrs.model.MasterStatus;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.model.TopicStatus;
import io.zrs.model.Volume;

/** Adds the system's values to the object that is being written, as members. */
final class ModelWriter {
    private ModelWriter() {}

    static JsonWriter end(JsonWriter out, TopicName topic, Role role) {
        return out.field(Member.TOPIC, topic.value())
                .field(Member.ROLE, role == Role.PUBLISHER ? Word.PUBLISHER : Word.SUBSCRIBER);
    }

    static JsonWriter id(JsonWriter out, NodeId node) {
        return out.field(Member.NODE, node.name().value()).field(Member.INSTANCE, node.instance());
    }

    static JsonWriter volume(JsonWriter out, String messages, String bytes, Volume volume) {
        return out.field(messages, volume.messages()).field(bytes, volume.bytes());
    }

    /** What is not known is left out. */
    static JsonWriter details(JsonWriter out, NodeDetails details) {
        if (details.pid() != 0) {
            out.field(Member.PID, details.pid());
        }
        known(out, Member.HOST, details.host());
        known(out, Member.PROGRAM, details.program());
        return known(out, Member.VERSION, details.version());
    }

    private static JsonWriter known(JsonWriter out, String name, String text) {
        return text.isEmpty() ? out : out.field(name, text);
    }

    static void node(JsonWriter out, NodeInfo node) {
        out.field(Member.NAME, node.name().value())
                .field(Member.INSTANCE, node.id().instance())
                .field(Member.PROTOCOL, node.protocol())
                .field(Member.ADDRESS, node.address());
        details(out, node.details())
                .field(Member.HIDDEN, node.details().hidden())
                .field(Member.REGISTRATIONS, node.registrations());
    }

    static void topic(JsonWriter out, TopicStatus topic) {
        out.field(Member.TOPIC, topic.topic().value())
                .field(Member.PUBLISHERS, topic.publishers())
                .field(Member.SUBSCRIBERS, topic.subscribers())
                .field(Member.PUBLISHED, topic.published())
                .field(Member.LATCHED, topic.latched());
        volume(out, Member.MESSAGES_IN, Member.BYTES_IN, topic.in());
        volume(out, Member.MESSAGES_OUT, Member.BYTES_OUT, topic.out());
        volume(out, Member.MESSAGES_LOST, Member.BYTES_LOST, topic.lost());
        volume(out, Member.MESSAGES_WAITING, Member.BYTES_WAITING, topic.waiting());
        if (topic.idleMillis().isPresent()) {
            out.field(Member.IDLE_MS, topic.idleMillis().getAsLong());
        } else {
            out.fieldNull(Member.IDLE_MS);
        }
    }

    static void registration(JsonWriter out, RegistrationStatus registration) {
        id(end(out, registration.topic(), registration.role()), registration.node())
                .field(Member.ADDRESS, registration.address())
                .field(Member.CONNECTED, registration.connected());
        volume(out, Member.MESSAGES, Member.BYTES, registration.passed());
        volume(out, Member.MESSAGES_WAITING, Member.BYTES_WAITING, registration.waiting());
        volume(out, Member.MESSAGES_LOST, Member.BYTES_LOST, registration.lost());
    }

    static void master(JsonWriter out, MasterStatus master) {
        out.field(Member.VERSION, master.version())
                .field(Member.PID, master.pid())
                .field(Member.UPTIME_MS, master.uptimeMillis())
                .field(Member.STAMP, master.stamp())
                .field(Member.CONNECTIONS, master.connections())
                .field(Member.NODES, master.nodes())
                .field(Member.TOPICS, master.topics());
        volume(out, Member.MESSAGES_IN, Member.BYTES_IN, master.in());
        volume(out, Member.MESSAGES_OUT, Member.BYTES_OUT, master.out());
        volume(out, Member.MESSAGES_LOST, Member.BYTES_LOST, master.lost());
        out.field(Member.BYTES_WAITING, master.waitingBytes())
                .field(Member.MEMORY, master.memoryBytes())
                .field(Member.CPU_MS, master.cpuMillis());
    }
}
