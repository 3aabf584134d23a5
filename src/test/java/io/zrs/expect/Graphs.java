package io.zrs.expect;

import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a graph together for a test. */
final class Graphs {
    private final List<NodeInfo> nodes = new ArrayList<>();
    private final Map<TopicName, List<Set<NodeId>>> topics = new LinkedHashMap<>();

    /** Adds a node with the topics that it publishes and subscribes to, blanks between them. */
    Graphs node(String name, String publishes, String subscribes) {
        return node(name, 0, false, publishes, subscribes);
    }

    Graphs node(String name, long pid, boolean hidden, String publishes, String subscribes) {
        NodeId id = new NodeId(new NodeName(name), "i" + nodes.size());
        nodes.add(new NodeInfo(id, 2, "127.0.0.1", new NodeDetails(pid, "", "", "", hidden), 0));
        add(id, publishes, 0);
        add(id, subscribes, 1);
        return this;
    }

    private void add(NodeId id, String names, int end) {
        for (String name : names.split(" ")) {
            if (!name.isEmpty()) {
                topics.computeIfAbsent(new TopicName(name), t -> List.of(new LinkedHashSet<>(), new LinkedHashSet<>()))
                        .get(end)
                        .add(id);
            }
        }
    }

    GraphSnapshot snapshot() {
        List<TopicInfo> infos = new ArrayList<>();
        topics.forEach(
                (name, ends) -> infos.add(new TopicInfo(name, List.copyOf(ends.get(0)), List.copyOf(ends.get(1)))));
        return new GraphSnapshot(nodes, infos);
    }
}
