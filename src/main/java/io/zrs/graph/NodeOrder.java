package io.zrs.graph;

import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.Role;
import io.zrs.model.TopicInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Nodes in an order that stays: by name, and those of one name by what they do and where they run; by chance only at last. */
final class NodeOrder {
    private NodeOrder() {}

    static List<NodeInfo> sorted(GraphSnapshot graph) {
        Map<NodeId, TreeSet<String>> roles = new HashMap<>();
        for (TopicInfo topic : graph.topics()) {
            for (Role role : Role.values()) {
                for (NodeId node : topic.nodes(role)) {
                    roles.computeIfAbsent(node, n -> new TreeSet<>())
                            .add(role.ordinal() + topic.name().value());
                }
            }
        }
        List<NodeInfo> nodes = new ArrayList<>(graph.nodes());
        nodes.sort(Comparator.comparing(NodeInfo::name)
                .thenComparing(node -> String.join(" ", roles.getOrDefault(node.id(), new TreeSet<>())))
                .thenComparing(NodeOrder::place)
                .thenComparingLong(node -> node.details().pid())
                .thenComparing(NodeInfo::id));
        return nodes;
    }

    private static String place(NodeInfo node) {
        NodeDetails details = node.details();
        return String.join("\n", details.host(), node.address(), details.program(), details.version());
    }
}
