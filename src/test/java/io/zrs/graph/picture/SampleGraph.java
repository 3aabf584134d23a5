package io.zrs.graph.picture;

import io.zrs.graph.Flow;
import io.zrs.graph.GraphView;
import io.zrs.graph.Link;
import io.zrs.graph.Vertex;
import io.zrs.graph.Vertex.Kind;
import io.zrs.graph.Vertex.Mark;
import io.zrs.model.TopicName;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The graph of the golden files: names of every kind, loops, a topic without a publisher and one without a subscriber, one
 * that is latched, one that loses, two nodes of one name, a tool, a node without a topic, two parts that do not touch.
 */
public final class SampleGraph {
    private SampleGraph() {}

    /** Topics as vertices, with rates. */
    public static GraphView view() {
        return new GraphView(
                List.of(
                        node("./long path/my script.py", "protocol: 1"),
                        node("/robot1/drive", "program: java 17.0.15", "host: robot1", "pid: 4711"),
                        node("<b>&amp;</b>"),
                        node("a->b; \"c\\d\""),
                        node("camera", "host: robot1", "pid: 4242"),
                        node("echo"),
                        node("idle"),
                        node("listener"),
                        new Vertex("node:talker", Kind.NODE, "talker#1f3a", Set.of(), List.of("instance: 1f3a77")),
                        new Vertex("node2:talker", Kind.NODE, "talker#9c04", Set.of(), List.of("instance: 9c0412")),
                        marked(node("zrs_echo_4242", "program: zrs echo"), Mark.TOOL),
                        node("観測"),
                        marked(topic("/camera/image"), Mark.LOSING),
                        topic("/camera/info"),
                        topic("/chatter"),
                        marked(topic("/lonely"), Mark.NO_SUBSCRIBER),
                        topic("/loop"),
                        marked(topic("/map"), Mark.LATCHED),
                        marked(topic("/nobody"), Mark.NO_PUBLISHER),
                        topic("/温度\"[0]\"")),
                List.of(
                        link("node:./long path/my script.py", "topic:/map", "/map", flow(0, 0)),
                        link("node:a->b; \"c\\d\"", "topic:/温度\"[0]\"", "/温度\"[0]\"", flow(0.5, 21)),
                        link("node:camera", "topic:/camera/image", "/camera/image", flow(29.97, 18_420_000)),
                        link("node:camera", "topic:/camera/info", "/camera/info", flow(1, 300)),
                        link("node:camera", "topic:/lonely", "/lonely", flow(1, 40)),
                        link("node:echo", "topic:/loop", "/loop", flow(10, 200)),
                        link("node:talker", "topic:/chatter", "/chatter", flow(10, 250)),
                        link("node2:talker", "topic:/chatter", "/chatter", flow(2, 50)),
                        link(
                                "topic:/camera/image",
                                "node:./long path/my script.py",
                                "/camera/image",
                                new Flow(29.97, 18_420_000, 12.5, 3120),
                                Mark.LOSING),
                        link("topic:/camera/image", "node:/robot1/drive", "/camera/image", flow(29.97, 18_420_000)),
                        link("topic:/camera/info", "node:/robot1/drive", "/camera/info", flow(1, 300)),
                        link("topic:/chatter", "node:listener", "/chatter", flow(12, 300)),
                        link("topic:/chatter", "node:zrs_echo_4242", "/chatter", flow(12, 300)),
                        link("topic:/loop", "node:echo", "/loop", flow(10, 200)),
                        link("topic:/map", "node:/robot1/drive", "/map", flow(0, 0)),
                        link("topic:/map", "node:listener", "/map", flow(0, 0)),
                        link("topic:/nobody", "node:listener", "/nobody", flow(0, 0)),
                        link("topic:/温度\"[0]\"", "node:<b>&amp;</b>", "/温度\"[0]\"", flow(0.5, 21)),
                        link("topic:/温度\"[0]\"", "node:観測", "/温度\"[0]\"", flow(0.5, 21))));
    }

    /** Nodes alone, all topics of a pair on one edge; without rates. A topic with one end is still there. */
    public static GraphView pairs() {
        List<Vertex> vertices = view().vertices().stream()
                .filter(vertex -> vertex.kind() == Kind.NODE
                        || vertex.marks().contains(Mark.NO_SUBSCRIBER)
                        || vertex.marks().contains(Mark.NO_PUBLISHER))
                .toList();
        return new GraphView(
                vertices,
                List.of(
                        pair("node:./long path/my script.py", "node:/robot1/drive", "/map"),
                        pair("node:./long path/my script.py", "node:listener", "/map"),
                        pair("node:a->b; \"c\\d\"", "node:<b>&amp;</b>", "/温度\"[0]\""),
                        pair("node:a->b; \"c\\d\"", "node:観測", "/温度\"[0]\""),
                        pair("node:camera", "node:./long path/my script.py", "/camera/image"),
                        pair("node:camera", "node:/robot1/drive", "/camera/image", "/camera/info"),
                        pair("node:camera", "topic:/lonely", "/lonely"),
                        pair("node:echo", "node:echo", "/loop"),
                        pair("node:talker", "node:listener", "/chatter"),
                        pair("node:talker", "node:zrs_echo_4242", "/chatter"),
                        pair("node2:talker", "node:listener", "/chatter"),
                        pair("node2:talker", "node:zrs_echo_4242", "/chatter"),
                        pair("topic:/nobody", "node:listener", "/nobody")));
    }

    private static Vertex node(String name, String... details) {
        return new Vertex("node:" + name, Kind.NODE, name, Set.of(), List.of(details));
    }

    private static Vertex topic(String name) {
        return new Vertex("topic:" + name, Kind.TOPIC, name, Set.of(), List.of());
    }

    private static Vertex marked(Vertex vertex, Mark mark) {
        return new Vertex(vertex.id(), vertex.kind(), vertex.label(), EnumSet.of(mark), vertex.details());
    }

    private static Flow flow(double messages, double bytes) {
        return new Flow(messages, bytes, 0, 0);
    }

    private static Link link(String from, String to, String topic, Flow flow, Mark... marks) {
        return new Link(from, to, List.of(new TopicName(topic)), Optional.of(flow), Set.of(marks));
    }

    private static Link pair(String from, String to, String... topics) {
        return new Link(from, to, Arrays.stream(topics).map(TopicName::new).toList(), Optional.empty(), Set.of());
    }
}
