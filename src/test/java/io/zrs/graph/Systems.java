package io.zrs.graph;

import io.zrs.model.GraphSnapshot;
import io.zrs.model.NodeDetails;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.NodeName;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import io.zrs.model.Volume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Systems for tests, written down in a few lines. */
public final class Systems {
    private final Map<String, NodeInfo> nodes = new LinkedHashMap<>();
    private final Map<TopicName, List<NodeId>> publishers = new LinkedHashMap<>();
    private final Map<TopicName, List<NodeId>> subscribers = new LinkedHashMap<>();

    /** A system of lines {@code node > /topic}, {@code node < /topic}, {@code node} and {@code node !} for a tool's. */
    public static SystemGraph of(String... lines) {
        Systems system = new Systems();
        for (String line : lines) {
            String[] words = line.split(" ");
            system.node(words[0], words.length == 2);
            if (words.length == 3) {
                system.end(words[0], words[1].equals(">"), new TopicName(words[2]));
            }
        }
        return SystemGraph.of(system.snapshot());
    }

    /** A word {@code name#instance}, where the instance may be missing. */
    private void node(String word, boolean tool) {
        nodes.computeIfAbsent(word, w -> {
            String[] parts = word.split("#");
            NodeId id = new NodeId(new NodeName(parts[0]), parts.length == 1 ? "only" : parts[1]);
            return new NodeInfo(id, 2, "", new NodeDetails(0, "", "", "", tool), 0);
        });
    }

    private void end(String node, boolean publishes, TopicName topic) {
        publishers.computeIfAbsent(topic, t -> new ArrayList<>());
        subscribers.computeIfAbsent(topic, t -> new ArrayList<>());
        (publishes ? publishers : subscribers).get(topic).add(nodes.get(node).id());
    }

    private GraphSnapshot snapshot() {
        List<TopicInfo> topics = new ArrayList<>();
        publishers.forEach((topic, ids) -> topics.add(new TopicInfo(topic, ids, subscribers.get(topic))));
        return new GraphSnapshot(List.copyOf(nodes.values()), topics);
    }

    /** An end in numbers. */
    public static RegistrationStatus status(String node, boolean publishes, String topic, long messages, long lost) {
        NodeId id = new NodeId(new NodeName(node), "only");
        Role role = publishes ? Role.PUBLISHER : Role.SUBSCRIBER;
        Volume passed = new Volume(messages, messages * 10);
        return new RegistrationStatus(
                new TopicName(topic), role, id, "", true, passed, Volume.NONE, new Volume(lost, lost * 10));
    }

    /** All of the system as vertices, with nodes called by name and instance. */
    public static GraphView view(SystemGraph system) {
        return GraphBuilder.view(system, id -> id.toString());
    }

    /** The ids in a view, in their order, on one line. */
    public static String ids(GraphView view) {
        return String.join(" ", view.vertices().stream().map(Vertex::id).toList());
    }

    /** The links in a view, in their order, a line each. */
    public static String links(GraphView view) {
        StringBuilder out = new StringBuilder();
        for (Link link : view.links()) {
            Set<String> marks = new TreeSet<>();
            link.marks().forEach(mark -> marks.add(mark.word()));
            out.append(Ids.name(link.from()) + " -> " + Ids.name(link.to()) + " " + link.topics() + " " + marks + "\n");
        }
        return out.toString();
    }
}
