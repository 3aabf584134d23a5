package io.zrs.cli.topic;

import io.zrs.cli.command.NodeNames;
import io.zrs.cli.topic.TopicReport.End;
import io.zrs.model.NodeInfo;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicStatus;
import io.zrs.model.Volume;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import java.util.List;

/** One topic as one JSON object, tools' nodes included. What is not known is null, or left out where it is a number. */
final class TopicInfoJson {
    private TopicInfoJson() {}

    static void append(ByteText out, TopicReport report) {
        JsonLine line = new JsonLine(out).field("topic", report.topic().value());
        TypeText.fields(line, report.type());
        report.status().ifPresent(status -> totals(line, status));
        if (report.publishers().isPresent()) {
            ends(line, "publishers", report.publishers().get(), report.names());
        } else {
            line.none("publishers");
        }
        ends(line, "subscribers", report.subscribers(), report.names());
        line.end();
    }

    private static void totals(JsonLine line, TopicStatus status) {
        line.field("published", status.published())
                .field("latched", status.latched())
                .field("idle_ms", status.idleMillis());
        volume(line, "_in", status.in());
        volume(line, "_out", status.out());
        volume(line, "_waiting", status.waiting());
        volume(line, "_lost", status.lost());
    }

    private static void ends(JsonLine line, String name, List<End> ends, NodeNames names) {
        line.objects(name, ends, (object, end) -> end(object, end, names));
    }

    private static void end(JsonLine line, End end, NodeNames names) {
        line.field("node", end.node().name().value())
                .field("instance", end.node().instance());
        names.info(end.node()).ifPresent(node -> place(line, node));
        end.status().ifPresent(status -> flow(line, status));
    }

    private static void place(JsonLine line, NodeInfo node) {
        line.field("address", node.address());
        if (node.details().pid() != 0) {
            line.field("pid", node.details().pid());
        }
        line.field("hidden", node.details().hidden());
    }

    private static void flow(JsonLine line, RegistrationStatus status) {
        line.field("connected", status.connected());
        volume(line, "", status.passed());
        if (status.role() == Role.SUBSCRIBER) {
            volume(line, "_waiting", status.waiting());
        }
        volume(line, "_lost", status.lost());
    }

    private static void volume(JsonLine line, String suffix, Volume volume) {
        line.field("messages" + suffix, volume.messages()).field("bytes" + suffix, volume.bytes());
    }
}
