package io.zrs.graph;

import io.zrs.graph.Vertex.Mark;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** What makes a graph too crowded to read, and can be left out of one that has topics as vertices. */
final class Clutter {
    /** The names that rqt_graph takes for debugging, less those that a robot may well have, and what ROS 2 and zrs add. */
    private static final Set<String> DEBUG = Set.of(
            "rosout",
            "rosout_agg",
            "clock",
            "time",
            "statistics",
            "diag_agg",
            "diagnostics",
            "diagnostics_agg",
            "parameter_events",
            "parameter_descriptions",
            "parameter_updates",
            "runtime_logger",
            "rxloggerlevel",
            "cpu_monitor",
            "hd_monitor",
            "pr2_dashboard",
            "rviz",
            "rviz2",
            "rqt",
            "zrs");

    private Clutter() {}

    /** Whether it is there to look at the system: a tool, {@code /rosout}, {@code /zrs/…}, a name that begins with {@code _}. */
    static boolean isDebug(Vertex vertex) {
        return vertex.is(Mark.TOOL) || isDebug(vertex.name());
    }

    static boolean isDebug(String name) {
        int last = name.lastIndexOf('/') + 1;
        int from = name.startsWith("/") ? 1 : 0;
        int slash = name.indexOf('/', from);
        String first = name.substring(from, slash < 0 ? name.length() : slash);
        return name.startsWith("_", last)
                || DEBUG.contains(first)
                || DEBUG.contains(name.substring(last))
                || first.startsWith("rqt_")
                || first.startsWith("rviz_");
    }

    /** Without topics that have one end only, or none; {@code kept} says which stay all the same. */
    static GraphView withoutLeaves(GraphView view, Predicate<Vertex> kept) {
        Set<String> published = new HashSet<>();
        Set<String> subscribed = new HashSet<>();
        for (Link link : view.links()) {
            published.add(link.to());
            subscribed.add(link.from());
        }
        return view.only(vertex -> !vertex.isTopic()
                || published.contains(vertex.id()) && subscribed.contains(vertex.id())
                || kept.test(vertex));
    }

    /**
     * Without what is {@code unwanted}, and without topics that were joined to that alone; {@code kept} says which stay all
     * the same.
     */
    static GraphView without(GraphView view, Predicate<Vertex> unwanted, Predicate<Vertex> kept) {
        return withoutOrphans(view, view.only(vertex -> kept.test(vertex) || !unwanted.test(vertex)), kept);
    }

    /**
     * Only what is {@code wanted}, and what is joined to it: the topics of a node, the nodes on a topic.
     */
    static GraphView around(GraphView view, Predicate<Vertex> wanted) {
        Set<String> ids = new HashSet<>();
        for (Vertex vertex : view.vertices()) {
            if (wanted.test(vertex)) {
                ids.add(vertex.id());
            }
        }
        Set<String> near = new HashSet<>(ids);
        for (Link link : view.links()) {
            if (ids.contains(link.from()) || ids.contains(link.to())) {
                near.add(link.from());
                near.add(link.to());
            }
        }
        return view.only(vertex -> near.contains(vertex.id()));
    }

    private static GraphView withoutOrphans(GraphView before, GraphView after, Predicate<Vertex> kept) {
        Set<String> joinedBefore = joined(before);
        Set<String> joined = joined(after);
        return after.only(vertex -> !vertex.isTopic()
                || joined.contains(vertex.id())
                || !joinedBefore.contains(vertex.id())
                || kept.test(vertex));
    }

    private static Set<String> joined(GraphView view) {
        Set<String> ids = new HashSet<>();
        for (Link link : view.links()) {
            ids.add(link.from());
            ids.add(link.to());
        }
        return ids;
    }
}
