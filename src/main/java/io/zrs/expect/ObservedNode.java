package io.zrs.expect;

import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One node of a graph and its topics.
 *
 * @param publishes the topics that it publishes
 * @param subscribes the topics that it subscribes to
 */
record ObservedNode(NodeInfo node, SortedSet<TopicName> publishes, SortedSet<TopicName> subscribes) {
    String name() {
        return node.name().value();
    }

    /** The nodes of a graph, without tools' own. */
    static List<ObservedNode> of(GraphSnapshot graph) {
        Map<NodeId, ObservedNode> byId = new HashMap<>();
        List<ObservedNode> nodes = new ArrayList<>();
        for (NodeInfo info : graph.nodes()) {
            if (!info.details().hidden()) {
                ObservedNode node = new ObservedNode(info, new TreeSet<>(), new TreeSet<>());
                byId.put(info.id(), node);
                nodes.add(node);
            }
        }
        for (TopicInfo topic : graph.topics()) {
            for (NodeId id : topic.publishers()) {
                if (byId.containsKey(id)) {
                    byId.get(id).publishes().add(topic.name());
                }
            }
            for (NodeId id : topic.subscribers()) {
                if (byId.containsKey(id)) {
                    byId.get(id).subscribes().add(topic.name());
                }
            }
        }
        return nodes;
    }
}
