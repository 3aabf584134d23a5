package io.zrs.graph;

import io.zrs.model.NodeDetails;
import io.zrs.model.NodeInfo;
import io.zrs.model.TopicInfo;
import java.util.ArrayList;
import java.util.List;

/** What is known of a vertex beside its name, line by line; what is not known has no line. */
final class Details {
    private final List<String> lines = new ArrayList<>();

    private Details() {}

    static List<String> of(NodeInfo node) {
        NodeDetails details = node.details();
        String version = details.version().isEmpty() ? "" : " " + details.version();
        return new Details()
                .add("program", details.program().isEmpty() ? "" : details.program() + version)
                .add("host", details.host())
                .add("pid", details.pid() == 0 ? "" : Long.toString(details.pid()))
                .add("address", node.address())
                .add("protocol", Integer.toString(node.protocol()))
                .add("instance", node.id().instance())
                .lines;
    }

    /** {@code told}: whether the master tells who publishes. */
    static List<String> of(TopicInfo topic, boolean told) {
        return new Details()
                .add("publishers", told ? Integer.toString(topic.publishers().size()) : "")
                .add("subscribers", Integer.toString(topic.subscribers().size()))
                .lines;
    }

    private Details add(String what, String value) {
        if (!value.isEmpty()) {
            lines.add(what + ": " + value);
        }
        return this;
    }
}
