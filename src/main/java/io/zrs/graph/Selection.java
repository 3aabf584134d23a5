package io.zrs.graph;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * What of a graph is shown, and how.
 *
 * @param tools whether tools' own nodes are shown
 * @param debug whether what is there for debugging is shown
 * @param leaves whether topics with one end are shown
 * @param included names of what is shown, with what is joined to it
 * @param excluded names of what is not shown
 * @param centre ids of the vertices that everything else is near to; empty for the whole graph
 * @param depth how many hops from there
 * @param pairs whether topics are links from node to node
 * @param namespaces how many parts of a name are a namespace that is drawn as one; empty to draw each for itself
 */
public record Selection(
        boolean tools,
        boolean debug,
        boolean leaves,
        Predicate<String> included,
        Predicate<String> excluded,
        Collection<String> centre,
        int depth,
        boolean pairs,
        OptionalInt namespaces) {
    /** Everything but tools, topics as vertices. */
    public static final Selection USUAL =
            new Selection(false, true, true, name -> true, name -> false, List.of(), 1, false, OptionalInt.empty());

    /** Selects from a whole system, topics as vertices. What is in the centre is never left out for what it is. */
    public GraphView from(GraphView whole) {
        GraphView view = whole;
        Predicate<Vertex> central = vertex -> centre.contains(vertex.id());
        if (!tools) {
            view = view.only(vertex -> !vertex.is(Vertex.Mark.TOOL) || central.test(vertex));
        }
        if (!debug) {
            view = Clutter.without(view, Clutter::isDebug, central);
        }
        view = Clutter.around(view, vertex -> included.test(vertex.name()) || central.test(vertex));
        view = Clutter.without(view, vertex -> excluded.test(vertex.name()), central);
        if (!leaves) {
            view = Clutter.withoutLeaves(view, central);
        }
        if (!centre.isEmpty()) {
            view = Focus.of(view, centre, depth);
        }
        if (pairs) {
            view = Pairs.of(view);
        }
        return namespaces.isPresent() ? Collapse.of(view, namespaces.getAsInt()) : view;
    }
}
