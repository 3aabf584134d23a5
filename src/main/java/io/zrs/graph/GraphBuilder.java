package io.zrs.graph;

import io.zrs.graph.Vertex.Kind;
import io.zrs.graph.Vertex.Mark;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.Role;
import io.zrs.model.TopicInfo;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes everything of a system a vertex: nodes by name, then topics by name, a link for each end of a topic. The order in which
 * they registered, and the instances that nodes have by chance, make no difference to ids and order.
 */
public final class GraphBuilder {
    private final SystemGraph system;
    private final Map<NodeId, String> ids = new HashMap<>();
    private final List<Vertex> vertices = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private GraphBuilder(SystemGraph system) {
        this.system = system;
    }

    /**
     * The whole system, topics as vertices.
     *
     * @param labels what nodes are called where several have one name
     */
    public static GraphView view(SystemGraph system, Function<NodeId, String> labels) {
        GraphBuilder builder = new GraphBuilder(system);
        builder.nodes(labels);
        List<TopicInfo> topics = new ArrayList<>(system.snapshot().topics());
        topics.sort(Comparator.comparing(TopicInfo::name));
        builder.topics(topics);
        Links.sort(builder.vertices, builder.links);
        return new GraphView(builder.vertices, builder.links);
    }

    private void nodes(Function<NodeId, String> labels) {
        List<NodeInfo> nodes = NodeOrder.sorted(system.snapshot());
        String last = "";
        int place = 0;
        for (NodeInfo node : nodes) {
            String name = node.name().value();
            place = name.equals(last) ? place + 1 : 1;
            last = name;
            String id = Ids.node(name, place);
            ids.put(node.id(), id);
            Set<Mark> marks = node.details().hidden() ? EnumSet.of(Mark.TOOL) : Set.of();
            vertices.add(new Vertex(id, Kind.NODE, labels.apply(node.id()), marks, Details.of(node)));
        }
    }

    private void topics(List<TopicInfo> topics) {
        for (TopicInfo topic : topics) {
            boolean publishing = ends(topic, Role.PUBLISHER);
            boolean subscribing = ends(topic, Role.SUBSCRIBER);
            Set<Mark> marks = marks(topic);
            if (publishing || subscribing) {
                marks.add(Mark.LOSING);
            }
            String name = topic.name().value();
            boolean told = !system.untold().contains(topic.name());
            vertices.add(new Vertex(Ids.topic(name), Kind.TOPIC, name, marks, Details.of(topic, told)));
        }
    }

    private Set<Mark> marks(TopicInfo topic) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (topic.publishers().isEmpty() && !system.untold().contains(topic.name())) {
            marks.add(Mark.NO_PUBLISHER);
        }
        if (topic.subscribers().isEmpty()) {
            marks.add(Mark.NO_SUBSCRIBER);
        }
        if (system.latched().contains(topic.name())) {
            marks.add(Mark.LATCHED);
        }
        return marks;
    }

    /** Adds the links on one side; returns whether messages are being lost on one. */
    private boolean ends(TopicInfo topic, Role role) {
        TopicName name = topic.name();
        boolean losing = false;
        for (NodeId node : topic.nodes(role)) {
            String id = ids.get(node);
            // The nodes are told after the topics: who is not among them has gone in between.
            if (id != null) {
                Optional<Flow> flow = system.flows().of(name, role, node);
                boolean here = flow.isPresent() && flow.get().lost() > 0;
                losing |= here;
                boolean out = role == Role.PUBLISHER;
                String vertex = Ids.topic(name.value());
                links.add(new Link(
                        out ? id : vertex,
                        out ? vertex : id,
                        List.of(name),
                        flow,
                        here ? EnumSet.of(Mark.LOSING) : Set.of()));
            }
        }
        return losing;
    }
}
