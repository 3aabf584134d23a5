package io.zrs.cli.command;

import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How nodes are called: by their names, and where several have the same name, by
 * {@code NAME#INSTANCE} with so much of the instance as tells them apart.
 */
public final class NodeNames {
    /** Fewer characters would be told apart today and not tomorrow. */
    private static final int SHORTEST = 4;

    private final Map<NodeId, NodeInfo> nodes = new HashMap<>();
    private final Map<String, List<NodeId>> byName = new HashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();

    private NodeNames(Collection<NodeInfo> all) {
        for (NodeInfo node : all) {
            if (nodes.put(node.id(), node) == null) {
                byName.computeIfAbsent(node.name().value(), name -> new ArrayList<>())
                        .add(node.id());
            }
        }
        byName.forEach((name, ids) -> lengths.put(name, ids.size() == 1 ? 0 : distinguishing(ids)));
    }

    /** The names of all the nodes that there are, hidden ones included. */
    public static NodeNames of(Collection<NodeInfo> all) {
        return new NodeNames(all);
    }

    /** How many characters of the instance tell these apart. */
    private static int distinguishing(List<NodeId> ids) {
        for (int length = SHORTEST; length < NodeId.MAX_INSTANCE_CHARS; length++) {
            Set<String> parts = new HashSet<>();
            for (NodeId id : ids) {
                parts.add(beginning(id, length));
            }
            if (parts.size() == ids.size()) {
                return length;
            }
        }
        return NodeId.MAX_INSTANCE_CHARS;
    }

    private static String beginning(NodeId id, int length) {
        return id.instance().substring(0, Math.min(length, id.instance().length()));
    }

    /** What {@code id} is called; its name alone if it is none of the nodes, as one that has just gone. */
    public String of(NodeId id) {
        String name = id.name().value();
        int length = nodes.containsKey(id) ? lengths.get(name) : 0;
        return length == 0 ? name : name + "#" + beginning(id, length);
    }

    /** What is known of {@code id}. */
    public Optional<NodeInfo> info(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** Whether {@code id} is a tool's own node, which lists leave out unless asked for all. */
    public boolean isHidden(NodeId id) {
        return info(id).map(node -> node.details().hidden()).orElse(false);
    }

    /** Where {@code id} runs, such as {@code 127.0.0.1, pid 4242}; empty if nothing is known. */
    public String place(NodeId id) {
        NodeInfo node = nodes.get(id);
        if (node == null) {
            return "";
        }
        long pid = node.details().pid();
        String process = pid == 0 ? "" : "pid " + pid;
        String separator = process.isEmpty() || node.address().isEmpty() ? "" : ", ";
        return node.address() + separator + process;
    }

    /** What {@code id} is called and where it runs, such as {@code talker (127.0.0.1, pid 4242)}. */
    public String placed(NodeId id) {
        String place = place(id);
        return place.isEmpty() ? of(id) : of(id) + " (" + place + ")";
    }

    /** How {@code count} hidden nodes that a list leaves out are told, with the option that shows them. */
    public static String leftOut(int count) {
        return count == 1 ? "and 1 hidden tool (-a shows it)" : "and " + count + " hidden tools (-a shows them)";
    }
}
