package io.zrs.cli.node;

import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.output.JsonLine;

/** The fields of JSON that several commands print alike; what is not known is left out. */
final class NodeJson {
    private NodeJson() {}

    /** Which node: {@code node} and {@code instance}. */
    static JsonLine id(JsonLine line, NodeId id) {
        return line.field("node", id.name().value()).field("instance", id.instance());
    }

    /** A node, as its master sees it: the members that protocol 2 has for it. */
    static JsonLine node(JsonLine line, NodeInfo node) {
        line.field("name", node.name().value())
                .field("instance", node.id().instance())
                .field("protocol", node.protocol());
        text(line, "address", node.address());
        NodeDetails details = node.details();
        if (details.pid() != 0) {
            line.field("pid", details.pid());
        }
        text(line, "host", details.host());
        text(line, "program", details.program());
        text(line, "version", details.version());
        return line.field("hidden", details.hidden()).field("registrations", node.registrations());
    }

    /** What came of a ping. */
    static JsonLine contact(JsonLine line, Contact contact) {
        if (contact instanceof Contact.Answered answered) {
            return line.field("answered", true)
                    .field("via", answered.reply().byNode() ? "node" : "connection")
                    .field("time_ns", answered.reply().fromMaster().toNanos())
                    .field("total_ns", answered.reply().total().toNanos());
        }
        line.field("answered", false);
        if (contact instanceof Contact.Silent silent) {
            line.field("reason", silent.reason());
        } else if (contact instanceof Contact.Unasked unasked) {
            line.field("reason", unasked.reason());
        }
        return line;
    }

    private static void text(JsonLine line, String name, String value) {
        if (!value.isEmpty()) {
            line.field(name, value);
        }
    }
}
