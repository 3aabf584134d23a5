package io.zrs.client;

import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.TopicInfo;
import io.zrs.protocol.MapTopic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A graph of protocol 1's map, which has a name for each node and nothing else. */
final class OriginalGraph {
    /** What the names of commands' nodes start with. */
    private static final String TOOL = "zrs_";

    private final Map<NodeName, NodeId> ids = new LinkedHashMap<>();
    private final Map<NodeId, Integer> registrations = new LinkedHashMap<>();

    private OriginalGraph() {}

    /** The map's nodes and topics; instances are {@code p1.1}, {@code p1.2} and so on in the order of the map. */
    static GraphSnapshot read(List<MapTopic> map) {
        OriginalGraph graph = new OriginalGraph();
        List<TopicInfo> topics = new ArrayList<>(map.size());
        for (MapTopic topic : map) {
            topics.add(new TopicInfo(topic.name(), graph.nodes(topic.publishers()), graph.nodes(topic.subscribers())));
        }
        List<NodeInfo> nodes = new ArrayList<>(graph.registrations.size());
        graph.registrations.forEach((id, count) -> nodes.add(new NodeInfo(id, 1, "", details(id.name()), count)));
        return new GraphSnapshot(nodes, topics);
    }

    /** A name is all there is: that of a zrs command's own node ends with its process number. */
    private static NodeDetails details(NodeName name) {
        String text = name.value();
        int number = text.lastIndexOf('_') + 1;
        boolean tool = text.startsWith(TOOL)
                && number > TOOL.length()
                && text.chars().skip(number).allMatch(c -> c >= '0' && c <= '9')
                && number < text.length();
        return tool ? new NodeDetails(0, "", "", "", true) : NodeDetails.UNKNOWN;
    }

    private List<NodeId> nodes(List<NodeName> names) {
        List<NodeId> nodes = new ArrayList<>(names.size());
        for (NodeName name : names) {
            NodeId id = ids.computeIfAbsent(name, n -> new NodeId(n, "p1." + (ids.size() + 1)));
            registrations.merge(id, 1, Integer::sum);
            nodes.add(id);
        }
        return nodes;
    }
}
