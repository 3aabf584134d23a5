package io.zrs.cli.node;

import io.zrs.cli.command.NearMiss;
import io.zrs.cli.command.NodeNames;
import io.zrs.model.ErrorCode;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import io.zrs.model.ZrsException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The nodes that somebody means by {@code NAME}, or by {@code NAME#INSTANCE} with the beginning of the instance. */
final class NodeChoice {
    private final List<NodeInfo> nodes;
    private final NodeNames names;

    NodeChoice(List<NodeInfo> nodes, NodeNames names) {
        this.nodes = nodes.stream().sorted(Comparator.comparing(NodeInfo::id)).toList();
        this.names = names;
    }

    /**
     * Every node that is meant, at least one.
     *
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if there is none
     */
    List<NodeInfo> all(String typed) {
        List<NodeInfo> found = find(typed);
        if (found.isEmpty()) {
            throw new ZrsException(ErrorCode.NOT_FOUND, "there is no node " + typed, remedy(typed));
        }
        return found;
    }

    /**
     * The node that is meant.
     *
     * @throws ZrsException {@link ErrorCode#NOT_FOUND} if there is none, {@link ErrorCode#REFUSED} if there are several
     */
    NodeInfo one(String typed) {
        List<NodeInfo> found = all(typed);
        if (found.size() > 1) {
            String each = found.stream().map(node -> names.placed(node.id())).collect(Collectors.joining(", "));
            throw new ZrsException(
                    ErrorCode.REFUSED, "there are " + found.size() + " nodes " + typed + ": " + each, "say which");
        }
        return found.get(0);
    }

    /** A name may have a {@code #} in it: what is exactly one goes before what looks like a name and an instance. */
    private List<NodeInfo> find(String typed) {
        List<NodeInfo> named = only(id -> id.name().value().equals(typed));
        int mark = typed.lastIndexOf('#');
        if (!named.isEmpty() || mark < 0) {
            return named;
        }
        List<NodeInfo> exact = only(id -> id.toString().equals(typed));
        String name = typed.substring(0, mark);
        String instance = typed.substring(mark + 1);
        return exact.isEmpty()
                ? only(id -> id.name().value().equals(name) && id.instance().startsWith(instance))
                : exact;
    }

    private List<NodeInfo> only(Predicate<NodeId> wanted) {
        return nodes.stream().filter(node -> wanted.test(node.id())).toList();
    }

    private String remedy(String typed) {
        Set<String> known = new TreeSet<>();
        for (NodeInfo node : nodes) {
            known.add(node.name().value());
            known.add(names.of(node.id()));
        }
        return NearMiss.of(typed, known)
                .map(meant -> "did you mean " + meant + "?")
                .orElse("see 'zrs node list -a'");
    }
}
