package io.zrs.cli.master;

import io.zrs.master.MasterEvent;
import io.zrs.model.NodeName;
import io.zrs.model.Role;
import io.zrs.model.TopicName;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import java.time.Instant;
import java.util.Locale;

/** The log for programs: {@code {"event":…,"stamp":…,…}}, one object a line. */
final class JsonEvents implements EventForm {
    private final String version;

    JsonEvents(String version) {
        this.version = version;
    }

    @Override
    public void append(ByteText out, Instant time, MasterEvent event) {
        if (event instanceof MasterEvent.Started e) {
            begin(out, "started", time)
                    .field("version", version)
                    .field("host", e.host())
                    .field("port", e.port())
                    .field("exposed", e.exposed())
                    .end();
        } else if (event instanceof MasterEvent.Stopped) {
            begin(out, "stopped", time).end();
        } else if (event instanceof MasterEvent.PortOpened e) {
            begin(out, "port_opened", time)
                    .field("topic", e.topic().value())
                    .field("role", role(e.role()))
                    .field("port", e.port())
                    .end();
        } else if (event instanceof MasterEvent.Joined e) {
            seat(begin(out, "joined", time), e.node(), e.role(), e.topic())
                    .field("remote", e.remote())
                    .end();
        } else if (event instanceof MasterEvent.Left e) {
            seat(begin(out, "left", time), e.node(), e.role(), e.topic())
                    .field("reason", e.reason())
                    .end();
        } else {
            trouble(out, time, event);
        }
    }

    private static void trouble(ByteText out, Instant time, MasterEvent event) {
        if (event instanceof MasterEvent.PortLost e) {
            begin(out, "port_lost", time)
                    .field("topic", e.topic().value())
                    .field("role", role(e.role()))
                    .field("port", e.port())
                    .field("reason", e.reason())
                    .end();
        } else if (event instanceof MasterEvent.StateFailed e) {
            begin(out, "state_failed", time)
                    .field("reason", e.reason())
                    .field("remedy", e.remedy())
                    .end();
        } else if (event instanceof MasterEvent.FewDescriptors e) {
            begin(out, "few_descriptors", time)
                    .field("limit", e.limit())
                    .field("usable", e.usable())
                    .end();
        } else if (event instanceof MasterEvent.Refused e) {
            begin(out, "refused", time)
                    .field("reason", e.reason())
                    .field("remote", e.remote())
                    .field("count", e.count())
                    .end();
        } else if (event instanceof MasterEvent.Misdirected e) {
            begin(out, "misdirected", time)
                    .field("topic", e.topic().value())
                    .field("remote", e.remote())
                    .field("count", e.count())
                    .end();
        } else if (event instanceof MasterEvent.NotLatched e) {
            begin(out, "not_latched", time)
                    .field("topic", e.topic().value())
                    .field("bytes", e.bytes())
                    .end();
        } else if (event instanceof MasterEvent.Lost e) {
            begin(out, "lost", time)
                    .field("topic", e.topic().value())
                    .field("subscriber", e.subscriber())
                    .field("messages", e.messages())
                    .field("bytes", e.bytes())
                    .field("reason", e.reason())
                    .end();
        }
    }

    @Override
    public void appendGap(ByteText out, Instant time, long lines) {
        begin(out, "log_gap", time).field("lines", lines).end();
    }

    private static JsonLine begin(ByteText out, String event, Instant time) {
        return new JsonLine(out).field("event", event).stamp(time);
    }

    private static JsonLine seat(JsonLine line, NodeName node, Role role, TopicName topic) {
        return line.field("node", node.value()).field("role", role(role)).field("topic", topic.value());
    }

    private static String role(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
