package io.zrs.launch.file;

import io.zrs.model.OneLine;
import io.zrs.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the nodes that others depend on, and refuses circles. */
final class Dependencies {
    private static final int SHOWN_CHARS = 60;

    private final Mistakes mistakes;
    private final Map<String, NodePlan> nodes = new LinkedHashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, List<YamlScalar>> written = new HashMap<>();
    private final Set<String> switchedOff = new HashSet<>();

    Dependencies(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** A node of an included file with this prefix, which may be empty, and what it says it depends on. */
    void add(NodePlan node, String prefix, List<YamlScalar> others) {
        NodePlan before = nodes.putIfAbsent(node.name(), node);
        if (before != null) {
            mistakes.add(node.place()
                    .error(
                            "a second node '" + node.name() + "', after the one at " + before.place(),
                            "rename one, or include with a prefix"));
            return;
        }
        prefixes.put(node.name(), prefix);
        written.put(node.name(), others);
    }

    /** A node that {@code if} or {@code unless} leaves out: to depend on it is no error, and asks for nothing. */
    void leaveOut(String name) {
        switchedOff.add(name);
    }

    /** The names of all, of those left out as well. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(nodes.keySet());
        names.addAll(switchedOff);
        return names;
    }

    /** Every node, with the whole names of those that it depends on. */
    List<NodePlan> resolved() {
        for (NodePlan node : List.copyOf(nodes.values())) {
            Set<String> names = new LinkedHashSet<>();
            for (YamlScalar other : written.get(node.name())) {
                mistakes.read(() -> find(node, other), Optional.<String>empty()).ifPresent(names::add);
            }
            nodes.put(node.name(), node.dependingOn(List.copyOf(names)));
        }
        Set<String> done = new HashSet<>();
        nodes.keySet().forEach(name -> refuseCircle(name, new ArrayList<>(), done));
        return List.copyOf(nodes.values());
    }

    /** By its name in the same file first, then as one who sees all files would call it. */
    private Optional<String> find(NodePlan node, YamlScalar other) {
        String written = other.text();
        for (String name : new String[] {prefixes.get(node.name()) + written, written}) {
            if (nodes.containsKey(name)) {
                return Optional.of(name);
            }
            if (switchedOff.contains(name)) {
                return Optional.empty();
            }
        }
        Set<String> others = new LinkedHashSet<>(nodes.keySet());
        others.remove(node.name());
        String remedy = other.place()
                .file()
                .nearMiss()
                .of(written, others)
                .map(meant -> "did you mean '" + meant + "'?")
                .orElse("there is " + (others.isEmpty() ? "no other node" : String.join(", ", others)));
        throw other.place()
                .error(
                        node.name() + " depends on '" + OneLine.of(written, SHOWN_CHARS) + "', which is no node",
                        remedy);
    }

    private void refuseCircle(String name, List<String> path, Set<String> done) {
        int again = path.indexOf(name);
        if (again >= 0) {
            String circle = String.join(" -> ", path.subList(again, path.size())) + " -> " + name;
            throw nodes.get(name).place().error("nodes depend on each other in a circle: " + circle);
        }
        if (done.contains(name)) {
            return;
        }
        path.add(name);
        nodes.get(name).dependsOn().forEach(next -> refuseCircle(next, path, done));
        path.remove(path.size() - 1);
        done.add(name);
    }
}
