package io.zrs.expect;

import io.zrs.expect.Finding.Kind;
import io.zrs.model.GraphSnapshot;
import io.zrs.model.TopicName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares a graph with the expected one: a finding for each entry that is as expected, and for each difference. */
public final class GraphComparison {
    private static final String NO_NODE = "no such node";

    private final ExpectedGraph expected;
    private final long nanos;
    private final List<Finding> findings = new ArrayList<>();

    private GraphComparison(ExpectedGraph expected, long nanos) {
        this.expected = expected;
        this.nanos = nanos;
    }

    /**
     * Compares.
     *
     * @param nanos how long after the beginning the graph was as it is, in nanoseconds
     * @return in the order of the file; then nodes that are not expected, by name
     */
    public static List<Finding> compare(ExpectedGraph expected, GraphSnapshot actual, long nanos) {
        GraphComparison comparison = new GraphComparison(expected, nanos);
        comparison.run(ObservedNode.of(actual));
        if (comparison.findings.isEmpty()) {
            comparison.add("*", "node", Outcome.PASS, expected.othersAllowed() ? "any node" : "none", "none named");
        }
        return comparison.findings;
    }

    /** Whether everything is as expected. */
    public static boolean passes(List<Finding> findings) {
        return findings.stream().allMatch(finding -> finding.outcome() == Outcome.PASS);
    }

    private void run(List<ObservedNode> nodes) {
        Map<ExpectedNode, List<ObservedNode>> found = new LinkedHashMap<>();
        expected.nodes().forEach(entry -> found.put(entry, new ArrayList<>()));
        Map<String, List<ObservedNode>> others = new TreeMap<>();
        for (ObservedNode node : nodes) {
            Optional<ExpectedNode> entry = entry(node.name());
            if (entry.isPresent()) {
                found.get(entry.get()).add(node);
            } else {
                others.computeIfAbsent(node.name(), name -> new ArrayList<>()).add(node);
            }
        }
        found.forEach(this::compare);
        if (!expected.othersAllowed()) {
            others.forEach((name, same) -> add(name, "node", Outcome.FAIL, NO_NODE, count(same.size())));
        }
    }

    /** The entry that a node belongs to: one of its very name, else the longest pattern that it has, as that says most. */
    private Optional<ExpectedNode> entry(String name) {
        ExpectedNode best = null;
        for (ExpectedNode entry : expected.nodes()) {
            String pattern = entry.name().value();
            if (pattern.equals(name)) {
                return Optional.of(entry);
            }
            boolean longer =
                    best == null || pattern.length() > best.name().value().length();
            if (longer && entry.name().matches(name)) {
                best = entry;
            }
        }
        return Optional.ofNullable(best);
    }

    private void compare(ExpectedNode entry, List<ObservedNode> nodes) {
        String name = entry.name().value();
        if (nodes.isEmpty() && entry.count().least() > 0) {
            add(name, "node", Outcome.FAIL, nodes(entry.count()), "missing");
            return;
        }
        int before = findings.size();
        if (!entry.count().contains(nodes.size())) {
            add(name, "count", Outcome.FAIL, nodes(entry.count()), count(nodes.size()));
        }
        SortedSet<TopicName> published = union(nodes, ObservedNode::publishes);
        SortedSet<TopicName> subscribed = union(nodes, ObservedNode::subscribes);
        entry.publishes().ifPresent(wanted -> compare(name, "publishes", "publish", wanted, published));
        entry.subscribes().ifPresent(wanted -> compare(name, "subscribes", "subscribe to", wanted, subscribed));
        if (findings.size() == before) {
            add(name, "node", Outcome.PASS, nodes(entry.count()), count(nodes.size()));
        }
    }

    private void compare(
            String name, String check, String verb, SortedSet<TopicName> wanted, SortedSet<TopicName> actual) {
        boolean publishers = check.equals("publishes");
        String end = publishers ? "publisher of " : "subscriber to ";
        String does = publishers ? "publishes " : "subscribes to ";
        for (TopicName topic : wanted) {
            if (!actual.contains(topic)) {
                add(name, check, Outcome.FAIL, "a " + end + topic, "does not " + verb + " " + topic);
            }
        }
        for (TopicName topic : actual) {
            if (!wanted.contains(topic) && !expected.othersAllowed()) {
                add(name, check, Outcome.FAIL, "no " + end + topic, does + topic);
            }
        }
    }

    /** The topics of all of them. */
    static SortedSet<TopicName> union(List<ObservedNode> nodes, Function<ObservedNode, SortedSet<TopicName>> topics) {
        SortedSet<TopicName> all = new TreeSet<>();
        nodes.forEach(node -> all.addAll(topics.apply(node)));
        return all;
    }

    private static String nodes(CountRange range) {
        if (range.most() == 0) {
            return NO_NODE;
        }
        boolean one = range.least() == 1 && (range.most() == 1 || !range.isLimited());
        return range + (one ? " node" : " nodes");
    }

    private static String count(int nodes) {
        return nodes == 1 ? "1 node" : nodes + " nodes";
    }

    private void add(String subject, String check, Outcome outcome, String should, String is) {
        findings.add(new Finding("", Kind.NODE, subject, check, outcome, should, is, "", nanos, Optional.empty()));
    }
}
