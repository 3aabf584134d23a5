package io.zrs.graph;

import io.zrs.graph.Vertex.Mark;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns topics from vertices into links from node to node, all topics of a pair on one. A topic without both ends stays a
 * vertex, with the one that it has.
 */
final class Pairs {
    private final GraphView view;
    private final Map<String, List<Link>> in = new HashMap<>();
    private final Map<String, List<Link>> out = new HashMap<>();
    private final Map<String, Map<String, Pair>> pairs = new HashMap<>();

    private Pairs(GraphView view) {
        this.view = view;
        for (Link link : view.links()) {
            out.computeIfAbsent(link.from(), id -> new ArrayList<>()).add(link);
            in.computeIfAbsent(link.to(), id -> new ArrayList<>()).add(link);
        }
    }

    /** What goes from one node to another. */
    private static final class Pair {
        private final Set<TopicName> topics = new TreeSet<>();
        private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
        private Optional<Flow> flow = Optional.empty();

        private void add(Link link) {
            topics.addAll(link.topics());
            marks.addAll(link.marks());
            flow = Flow.sum(flow, link.flow());
        }
    }

    /**
     * Makes the pairs of a view that has topics as vertices, one topic each.
     *
     * <p>The master counts what comes from each publisher and what goes to each subscriber. So a link has its publisher's
     * rate, and of what its subscriber loses the part that its publisher has in the topic.
     */
    static GraphView of(GraphView view) {
        return new Pairs(view).pairs();
    }

    private GraphView pairs() {
        List<Vertex> vertices = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (Vertex vertex : view.vertices()) {
            List<Link> publishers = in.getOrDefault(vertex.id(), List.of());
            List<Link> subscribers = out.getOrDefault(vertex.id(), List.of());
            if (!vertex.isTopic() || publishers.isEmpty() || subscribers.isEmpty()) {
                vertices.add(vertex);
                if (vertex.isTopic()) {
                    links.addAll(publishers);
                    links.addAll(subscribers);
                }
            } else {
                join(publishers, subscribers);
            }
        }
        pairs.forEach((from, targets) -> targets.forEach(
                (to, pair) -> links.add(new Link(from, to, List.copyOf(pair.topics), pair.flow, pair.marks))));
        Links.sort(vertices, links);
        return new GraphView(vertices, links);
    }

    private void join(List<Link> publishers, List<Link> subscribers) {
        double all = 0;
        for (Link publisher : publishers) {
            all += publisher.flow().map(Flow::messages).orElse(0.0);
        }
        for (Link publisher : publishers) {
            double own = publisher.flow().map(Flow::messages).orElse(0.0);
            double share = all > 0 ? own / all : 1.0 / publishers.size();
            for (Link subscriber : subscribers) {
                Optional<Flow> flow = publisher
                        .flow()
                        .flatMap(sent -> subscriber.flow().map(received -> sent.losing(received, share)));
                Set<Mark> marks = EnumSet.noneOf(Mark.class);
                marks.addAll(publisher.marks());
                marks.addAll(subscriber.marks());
                pairs.computeIfAbsent(publisher.from(), id -> new LinkedHashMap<>())
                        .computeIfAbsent(subscriber.to(), id -> new Pair())
                        .add(new Link(publisher.from(), subscriber.to(), publisher.topics(), flow, marks));
            }
        }
    }
}
